/** What is said to the author: what is wrong and what comes of it, then what to write. */
export interface Wording {
  readonly message: string;
  readonly help: string;
}

const FAILS = 'the form will not load';
// `${a} ${b}` becomes `/data/a /data/b`, which is one path to XPath: JavaRosa loads it and finds nothing there.
const FAILS_OR_MISREADS = 'the form will not load, or will read something else';

/**
 * The mistakes the parser knows, each with its words. `written` is the author's own text at the mistake, `detail` what
 * belongs there or stands beside it.
 */
const WORDINGS = {
  'empty-expression': () => ({
    message: 'There is no expression here.',
    help: 'Write an expression such as ${age} >= 18, or leave the whole entry out.',
  }),
  'double-equals': (written, detail) => ({
    message: `"${written}" is not known in XLSForm: ${FAILS}.`,
    help: `Write "${detail}".`,
  }),
  'symbol-and': (written) => ({
    message: `"${written}" is not known in XLSForm: ${FAILS}.`,
    help: 'Write "and" between two conditions; to join texts write concat(first, second).',
  }),
  'symbol-or': (written) => ({
    message: `"${written}" is not known in XLSForm: ${FAILS}.`,
    help: 'Write "or" between two conditions.',
  }),
  'upper-case-operator': (written, detail) => ({
    message: `"${written}" is not understood in capital letters: ${FAILS_OR_MISREADS}.`,
    help: `Write "${detail}" in small letters.`,
  }),
  'operator-as-function': (written, detail) => ({
    message: `"${written}(…)" is how Excel joins conditions; XLSForm has no such function, so ${FAILS}.`,
    help: `Write the conditions with "${detail}" between them, as in \${a} = 1 ${detail} \${b} = 2.`,
  }),
  'not-equal-sign': (written) => ({
    message: `"${written}" is not known in XLSForm: ${FAILS}.`,
    help: 'For "is not equal to" write "!=".',
  }),
  'reversed-comparison': (written, detail) => ({
    message: `"${written}" has its two signs in the wrong order: ${FAILS}.`,
    help: `Write "${detail}".`,
  }),
  'split-operator': (written, detail) => ({
    message: `"${written}" is read as two signs because of the blank: ${FAILS}.`,
    help: `Write "${detail}" without a blank.`,
  }),
  'exclamation-mark': (written) => ({
    message: `"${written}" alone is not known in XLSForm: ${FAILS}.`,
    help: 'For "not" write not(…) around the condition; for "is not equal to" write "!=".',
  }),
  'percent-sign': (written) => ({
    message: `"${written}" is not known in XLSForm: ${FAILS}.`,
    help: 'For the rest of a division write "mod", as in ${a} mod 2; for a percentage write the fraction, 0.5 for 50 %.',
  }),
  'xml-entity': (written, detail) => ({
    message: `"${written}" is how an XML file writes the sign, not an XLSForm: ${FAILS}.`,
    help: `Write "${detail}".`,
  }),
  'typographic-sign': (written, detail) => ({
    message: `"${written}" is a printed sign that XLSForm does not read: ${FAILS}.`,
    help: `Write "${detail}".`,
  }),
  'dangling-operator': (written) => ({
    message: `Nothing follows "${written}": the expression is incomplete and ${FAILS}.`,
    help: `Write what belongs after "${written}", or take it out.`,
  }),
  'leading-operator': (written) => ({
    message: `Nothing stands before "${written}": the expression is incomplete and ${FAILS_OR_MISREADS}.`,
    help: `Write what belongs before "${written}" (a full stop "." means the answer itself), or take it out.${written === '=' ? ' Unlike in Excel, an expression does not begin with "=".' : ''}`,
  }),
  'operators-together': (written, detail) => ({
    message: `"${written}" and "${detail}" stand together with nothing between them: ${FAILS_OR_MISREADS}.`,
    help: 'Write what belongs between them, or take one out.',
  }),
  'missing-operator': (written, detail) => ({
    message: `"${written}" and "${detail}" stand side by side and nothing says how they go together: ${FAILS_OR_MISREADS}.`,
    help: 'Write an operator between them (and, or, =, <, +, …); a text goes in quotes, all of it in one pair.',
  }),
  'missing-parentheses': (written, detail) => ({
    message: `"${written}" is a function, but no "(" follows: ${FAILS_OR_MISREADS}.`,
    help: `Write ${written}(${detail} …) with parentheses around all it applies to.`,
  }),
  'unclosed-parenthesis': (written) => ({
    message: `The parenthesis "${written}" is never closed: ${FAILS}.`,
    help: 'Write ")" where what it holds ends.',
  }),
  'unclosed-bracket': (written) => ({
    message: `The bracket "${written}" is never closed: ${FAILS}.`,
    help: 'Write "]" where the condition ends.',
  }),
  'surplus-parenthesis': (written) => ({
    message: `This "${written}" closes nothing: there is no "(" for it, and ${FAILS}.`,
    help: 'Take it out, or write the missing "(".',
  }),
  'surplus-bracket': (written) => ({
    message: `This "${written}" closes nothing: there is no "[" for it, and ${FAILS}.`,
    help: 'Take it out, or write the missing "[".',
  }),
  'empty-parentheses': () => ({
    message: `There is nothing between "(" and ")": ${FAILS}.`,
    help: 'Write what belongs between them, or take both out.',
  }),
  'empty-predicate': () => ({
    message: `The condition between "[" and "]" is empty: ${FAILS}.`,
    help: 'Write the condition, as in [name = ${district}], or take the brackets out.',
  }),
  'empty-argument': (written) => ({
    message: `An entry is missing beside "${written}": ${FAILS}.`,
    help: "Write the missing entry ('' for an empty text), or take the comma out.",
  }),
  'stray-comma': (written) => ({
    message: `"${written}" separates the entries of a function, but no function is open here: ${FAILS}.`,
    help: 'Write and, or or another operator in its place, or put the entries inside the parentheses of the function.',
  }),
  semicolon: (written) => ({
    message: `"${written}" does not separate entries in XLSForm: ${FAILS}.`,
    help: 'Write a comma ",", whatever Excel asks for in your language.',
  }),
  'decimal-comma': (written, detail) => ({
    message: `"${written}" is not a number in XLSForm: ${FAILS}.`,
    help: `Write the number with a point: ${detail}.`,
  }),
  'unterminated-text': (written) => ({
    message: `The text that opens with ${written} never ends with the same quote: ${FAILS}.`,
    help: 'Close the quote; a text that holds an apostrophe goes between double quotes: "l\'eau".',
  }),
  'unterminated-reference': (written) => ({
    message: `"${written}" is not closed with "}": pyxform refuses the form.`,
    help: 'Write "}" right after the name, as in ${age}.',
  }),
  'empty-reference': (written) => ({
    message: `"${written}" names no question: ${FAILS}.`,
    help: 'Write the name of a question between the braces, as in ${age}.',
  }),
  'malformed-reference': (written) => ({
    message: `"${written}" does not hold the name of a question: pyxform refuses the form.`,
    help: 'Between "${" and "}" goes one name only, as in ${age}: no blanks, no signs, nothing else.',
  }),
  'blank-in-reference': (written, detail) => ({
    message: `"${written}" has blanks inside the braces: pyxform refuses the form.`,
    help: `Write ${detail}.`,
  }),
  'brace-without-dollar': (written, detail) => ({
    message: `"${written}" is not read as a reference: ${FAILS}.`,
    help: `Write ${detail}.`,
  }),
  'dollar-without-braces': (written, detail) => ({
    message: `"${written}" is not read as a reference: ${FAILS}.`,
    help: `Write ${detail}.`,
  }),
  'reference-in-path': (written) => ({
    message: `"${written}" stands for the whole path of its question and cannot follow "/": ${FAILS}.`,
    help: 'Begin the path with it, as in ${person}/age, or write the plain name after "/".',
  }),
  'function-in-path': (written) => ({
    message: `"${written}" cannot follow "/", because a path holds names only: ${FAILS}.`,
    help: 'Put the path inside the function, as in count(../person).',
  }),
  'slash-division': (written) => ({
    message: `"${written}" does not divide in XLSForm, it parts the names of a path: ${FAILS_OR_MISREADS}.`,
    help: 'To divide, write "div" with a blank on each side, as in ${a} div 2.',
  }),
  'date-without-quotes': (written, detail) => ({
    message: `"${written}" is not read as a date here: ${FAILS_OR_MISREADS}.`,
    help: `Write the date with the year first, in quotes, inside date(…): date('${detail}').`,
  }),
  'incomplete-path': (written) => ({
    message: `Nothing follows "${written}": the path is incomplete and ${FAILS}.`,
    help: `Write the name that belongs after "${written}", or take it out; to divide, write "div".`,
  }),
  'unknown-axis': (written) => ({
    message: `"${written}::" is not a direction that paths know: ${FAILS}.`,
    help: 'Write the name alone, or parent::, child::, following-sibling:: and the like.',
  }),
  'predicate-after-dots': (written) => ({
    message: `A condition in brackets cannot follow "${written}": ${FAILS}.`,
    help: 'Put the brackets after a name, as in ../person[age > 5].',
  }),
  'unknown-character': (written) => ({
    message: `"${written}" has no meaning in an expression: ${FAILS}.`,
    help: "Take it out; a text goes between straight quotes, as in 'yes', and a reference is written ${age}.",
  }),
  'invisible-character': (written) => ({
    message: `There is an invisible character here (U+${written}), often copied from a web page or Word: ${FAILS}.`,
    help: 'Delete the characters around this place and type them again.',
  }),
  'too-deep': () => ({
    message: 'The expression is nested too deeply from here on to be read.',
    help: 'Split it: move parts of it into questions of type calculate and refer to them.',
  }),
} satisfies Readonly<Record<string, (written: string, detail: string) => Wording>>;

export type SyntaxProblemCode = keyof typeof WORDINGS;

/** The words for a mistake. */
export function wordingOf(code: SyntaxProblemCode, written: string, detail: string): Wording {
  const word: (written: string, detail: string) => Wording = WORDINGS[code];
  return word(written, detail);
}

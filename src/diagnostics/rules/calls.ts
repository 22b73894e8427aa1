import { didYouMean, listed, quote } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'calls';

/** Where a form is filled in, in words that follow "does not work". */
const PLACES: Readonly<Record<'collect' | 'enketo' | 'webforms', string>> = {
  collect: 'in the app Collect',
  enketo: 'on the web forms of KoboToolbox (Enketo)',
  webforms: 'in ODK Web Forms',
};

/** What to write for functions that only web forms know. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['floor', 'int(…), which takes the part after the point away'],
  ['ceiling', 'int(… + 1) where the number is not whole'],
  ['substring', 'substr(text, start, end), where start counts from 0'],
  ['last', 'count(…)'],
  ['is-selected', 'selected(…, …)'],
  ['enclosed-area', 'area(…)'],
]);

export const callRules = {
  'unknown-function': rule<{ name: string; suggestion: string | undefined; instead: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'A function that XLSForm does not have',
    why: 'The form is refused when it is tested, or fails on the phone as soon as it computes this.',
    message: ({ name, suggestion }) => `There is no function ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ suggestion, instead }) => {
      if (instead !== undefined) return `In XLSForm write ${instead}.`;
      return suggestion === undefined
        ? 'Use one of the functions of XLSForm, such as if, concat, selected, count or round.'
        : `Write ${suggestion}(…). Functions are written in small letters.`;
    },
    upstream: 'ODK Validate: cannot handle function',
  }),
  'function-arguments': rule<{ name: string; given: number; takes: string; usage: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A function is given too much or too little',
    why: 'The form is refused when it is tested, or fails on the phone as soon as it computes this.',
    message: ({ name, given, takes }) =>
      `${quote(name)} takes ${takes}, but ${given === 0 ? 'is given none' : `is given ${given}`}.`,
    help: ({ usage }) => `Write ${usage}, with commas between the entries. What stands in [ ] may be left out.`,
    upstream: 'ODK Validate: wrong number of arguments',
  }),
  'function-support': rule<{ name: string; without: readonly (keyof typeof PLACES)[] }>({
    severity: 'error',
    page: PAGE,
    title: 'A function that does not work wherever the form is filled in',
    why: 'Where the function is missing, the form fails as soon as it computes this.',
    message: ({ name, without }) =>
      `The function ${quote(name)} does not work ${listed(
        without.map((engine) => PLACES[engine]),
        'and',
      )}.`,
    help: ({ name }) => {
      const instead = INSTEAD.get(name);
      return instead === undefined
        ? 'Compute it in another way. If the form is never filled in there, set this finding aside with a reason.'
        : `Write ${instead}.`;
    },
    upstream: 'ODK Validate: cannot handle function',
  }),
  'reference-cycle': rule<{ names: readonly string[]; key: string }>({
    severity: 'error',
    page: PAGE,
    title: 'Questions that wait for each other',
    why: 'No answer can be computed first: the form is refused when it is tested, so it cannot be published.',
    message: ({ names, key }) =>
      names.length === 1
        ? `The ${key} of ${quote(names[0] ?? '')} depends on ${quote(names[0] ?? '')} itself.`
        : `These wait for each other: ${wayRound(names)}.`,
    help: ({ names, key }) => {
      if (names.length > 1)
        return 'Take one of these references out, so that something can be computed first. What the relevant of a group asks for must stand outside of the group.';
      return key === 'calculation'
        ? 'Compute it from other questions. An earlier value is ${last-saved#…}; once(…) keeps what it computed first.'
        : 'Refer to another question. What an answer must fulfil is its constraint.';
    },
    upstream: 'ODK Validate: Cycle detected',
  }),
  'reference-into-repeat': rule<{ name: string; repeat: string; isRepeat: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'One value is wanted of a question that is asked many times',
    why: 'Collect stops with an error as soon as there are two entries; web forms take the first, or compare with any of them, without a word.',
    message: ({ name, repeat, isRepeat }) =>
      isRepeat
        ? `\${${name}} is a repeat with any number of entries, but one value is needed here.`
        : `\${${name}} is asked once for each entry of the repeat ${quote(repeat)}, but one value is needed here.`,
    help: ({ name, repeat, isRepeat }) =>
      isRepeat
        ? `For the number of entries write count(\${${name}}).`
        : `Say what of them: sum(\${${name}}), max(\${${name}}), join(', ', \${${name}}), or indexed-repeat(\${${name}}, \${${repeat}}, 1) for the first entry. To look at the entry at hand, move this into the repeat.`,
    upstream: 'ODK Validate: This field is repeated',
  }),
  'repeat-filter': rule<{ name: string; instead: string; inside: boolean }>({
    severity: 'warning',
    page: PAGE,
    title: 'A condition on entries of a repeat that looks at the wrong answers',
    why: 'Other entries pass the condition than those that are meant, and not the same ones in Collect and in a browser.',
    message: ({ name, inside }) =>
      inside
        ? `Between these brackets, \${${name}} is looked for where it is not, so it is always empty.`
        : `Between these brackets, \${${name}} can mean the answers of all entries together, so that all pass as soon as one fits.`,
    help: ({ name, instead, inside }) => {
      const current = inside
        ? ` The answers beside this question are found from current()/.., as in current()/../${name}.`
        : '';
      return `For the answer of the entry that is looked at write ${instead} in place of \${${name}}.${current}`;
    },
  }),
  'indexed-repeat-place': rule<{ name: string; repeat: string; repeats: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'indexed-repeat looks in the wrong place',
    why: 'The form is refused when it is tested, or fails on the phone as soon as it computes this.',
    message: ({ name, repeat, repeats }) =>
      repeats
        ? `\${${name}} is not asked in the repeat ${quote(repeat)}, so indexed-repeat cannot find it there.`
        : `${quote(repeat)} is not a repeat, so indexed-repeat has no entries to choose from.`,
    help: () =>
      'Write indexed-repeat(${question}, ${repeat}, number): first the question, then the repeat that it is asked in.',
    upstream: 'ODK Validate: parameter 2 must be a parent',
  }),
  'code-not-in-list': rule<{ code: string; list: string; by: '=' | '!=' | 'selected'; suggestion: string | undefined }>(
    {
      severity: 'error',
      page: PAGE,
      title: 'An answer is compared with a code that its list does not have',
      why: 'Nobody can choose that code: what depends on it never happens, or always does.',
      message: ({ code, list, by, suggestion }) =>
        `${quote(code)} is not a code of ${quote(list)}, so this ${by === '!=' ? 'always' : 'never'} holds.${didYouMean(suggestion)}`,
      help: ({ code, list, suggestion }) =>
        suggestion === undefined
          ? `Write a code of ${list}, not its label, or add ${quote(code)} to the list.`
          : `Write '${suggestion}', or add ${quote(code)} to ${list}.`,
    },
  ),
  'select-multiple-equals': rule<{ written: string; code: string; by: '=' | '!=' }>({
    severity: 'warning',
    page: PAGE,
    title: 'An answer of several codes is compared with one',
    why: 'As soon as somebody chooses another code as well, the two are not the same any more.',
    message: ({ written, code, by }) =>
      by === '='
        ? `${written} can hold several codes, so this holds only where ${code} is chosen alone.`
        : `${written} can hold several codes, so this holds also where ${code} is one of them.`,
    help: ({ written, code, by }) => {
      const call = `selected(${written}, ${code})`;
      return `Write ${by === '=' ? call : `not(${call})`}.`;
    },
  }),
  'constant-condition': rule<{ written: string; by: 'and' | 'or'; holds: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'A text or number stands where a condition belongs',
    why: 'Nobody tells: the form works, and a question is shown to everybody, or to nobody.',
    message: ({ written, by, holds }) =>
      `${quote(written)} beside "${by}" is no condition: it ${holds ? 'always' : 'never'} holds${holds === (by === 'or') ? ', and so does the whole' : ''}.`,
    help: ({ by }) => `Name the question again on this side, as in \${age} = 1 ${by} \${age} = 2.`,
  }),
  'choice-name-question': rule<{ name: string | undefined; written: string }>({
    severity: 'error',
    page: PAGE,
    title: 'jr:choice-name is given no question with choices',
    why: 'The label stays empty, or the form fails as soon as it computes this.',
    message: ({ name, written }) =>
      name === undefined
        ? `The second entry of jr:choice-name is the name of a question in quotes, but here it is ${quote(written)}.`
        : `\${${name}} has no choices, so jr:choice-name finds no label.`,
    help: ({ name }) =>
      name === undefined
        ? "Write for example jr:choice-name(${shelter}, '${shelter}')."
        : 'Name a question of type select_one or select_multiple. To show an answer as it is, use the reference alone.',
  }),
  'filter-column': rule<{
    name: string;
    list: string;
    columns: readonly string[];
    suggestion: string | undefined;
    question: boolean;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A choice_filter looks at a column that the list does not have',
    why: 'No code passes the filter, so the question has no choices.',
    message: ({ name, list, suggestion }) =>
      `The code list ${quote(list)} has no column ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ name, columns, suggestion, question }) => {
      if (question) return `For the answer to the question write \${${name}}; for a text put it in quotes.`;
      if (suggestion !== undefined) return `Write ${suggestion}.`;
      return `Add the column to the codes of the list; a text goes in quotes. Columns: ${columns.join(', ')}.`;
    },
  }),
  'repeat-count-answer': rule<{ written: string; is: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'A repeat is counted by what is no number',
    why: 'Collect stops with an error where the answer is not a number written in digits, and web forms show no entries.',
    message: ({ written, is }) => `${quote(written)} is ${is}, but repeat_count needs a number.`,
    help: ({ is }) =>
      is === 'any number of codes'
        ? 'Write count-selected(…) for the number of chosen codes.'
        : 'Name a question of type integer, or a calculate that gives a number.',
  }),
  'bare-name': rule<{
    name: string;
    key: string;
    meaning: 'question' | 'code' | 'constant' | 'function' | 'nothing';
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A name or word without ${ } or quotes',
    why: 'It is read as the name of something inside the question, which is never there: the value is always empty.',
    message: ({ name, meaning, suggestion }) =>
      meaning === 'question'
        ? `${quote(name)} is a question, but without \${ } its answer is not read.`
        : meaning === 'code'
          ? `${quote(name)} seems to mean a code, but without quotes it is not read as one.`
          : `${quote(name)} is neither a reference nor a text here, and is always empty.${didYouMean(suggestion)}`,
    help: ({ name, key, meaning, suggestion }) => {
      if (meaning === 'question') return `Write \${${name}}.`;
      if (meaning === 'function') return `Write ${name}(), with the parentheses of a function.`;
      if (meaning === 'code') return `Write '${suggestion}', with quotes.`;
      if (key === 'required' || key === 'read_only') return 'Write yes, no, or a condition such as ${age} > 17.';
      if (meaning === 'constant') return `Write ${constantFor(name)}, or '${name}' if a text is meant.`;
      return `A question is written \${${suggestion ?? 'name'}}, a text '${name}', with quotes.`;
    },
  }),
  'unknown-path': rule<{
    name: string;
    path: string;
    inside: string | undefined;
    suggestion: string | undefined;
    elsewhere: boolean;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A path that leads to nothing',
    why: 'Nobody tells: the form works, and the value is always empty.',
    message: ({ name, path, inside, suggestion }) =>
      `${quote(path)} leads to nothing: there is no ${quote(name)} ${inside === undefined ? 'at the top of the form' : `in ${quote(inside)}`}.${didYouMean(suggestion)}`,
    help: ({ name, elsewhere }) =>
      elsewhere
        ? `Write \${${name}}, which finds the question wherever it stands, or correct the path.`
        : 'Correct the path, or name the question by ${ }, which finds it wherever it stands.',
  }),
};

function constantFor(word: string): string {
  if (/^null$/i.test(word)) return "'' for nothing";
  return /^(?:true|yes)$/i.test(word) ? 'true()' : 'false()';
}

const LONGEST_WAY = 12;

/** `a → b → a`; of a very long way, its beginning and its end. */
function wayRound(names: readonly string[]): string {
  const way = [...names, names[0] ?? ''];
  const left = way.length - LONGEST_WAY;
  if (left <= 1) return way.join(' → ');
  return [...way.slice(0, LONGEST_WAY - 3), `… (${left} more) …`, ...way.slice(-3)].join(' → ');
}

import type { Profile } from './profiles.ts';

/** What computes expressions: the app Collect, KoboToolbox's web forms (Enketo), and ODK Web Forms. */
export const engines = ['collect', 'enketo', 'webforms'] as const;
export type Engine = (typeof engines)[number];

/** Where a form of a profile is filled in. A workbook as written is only measured by what every server tests it with. */
const ENGINES_OF: Readonly<Record<Profile, readonly Engine[]>> = {
  kobo: ['collect', 'enketo'],
  odk: ['collect', 'webforms'],
  xlsform: ['collect'],
};

export function enginesOf(profiles: readonly Profile[]): readonly Engine[] {
  return engines.filter((engine) => profiles.some((profile) => ENGINES_OF[profile].includes(engine)));
}

/** What a function takes in one place. `node` is one place in the form, `nodes` all of them: every entry of a repeat. */
export type ParameterKind = 'any' | 'text' | 'number' | 'condition' | 'date' | 'time' | 'geo' | 'node' | 'nodes';

/** A function of the ODK XPath dialect, as the engines read it. */
export interface FunctionDefinition {
  /** What it must be given, in order. */
  readonly required: readonly ParameterKind[];
  /** What it may be given after that. */
  readonly optional: readonly ParameterKind[];
  /** What may follow any number of times, always all of it: pairs, for instance. */
  readonly repeated: readonly ParameterKind[];
  readonly engines: readonly Engine[];
  /** The place that takes all entries of a repeat as long as nothing follows it; places of kind `nodes` always do. */
  readonly alone: number | undefined;
  /** One line for pages and help. */
  readonly doc: string;
}

/** `text, number, number?` or `number, (nodes, number)*`: `?` may be left out, `*` may come again. */
type Notation = string;

interface Special {
  readonly on?: readonly Engine[];
  readonly alone?: number;
}

const PARAMETER = /\(([^)]*)\)\*|(\w+)([?*]?)/g;

function define(takes: Notation, doc: string, { on = engines, alone }: Special = {}): FunctionDefinition {
  const required: ParameterKind[] = [];
  const optional: ParameterKind[] = [];
  const repeated: ParameterKind[] = [];
  for (const [, tuple, word = '', sign] of takes.matchAll(PARAMETER)) {
    if (tuple !== undefined) repeated.push(...tuple.split(', ').map(kindOf));
    else (sign === '*' ? repeated : sign === '?' ? optional : required).push(kindOf(word));
  }
  return { required, optional, repeated, engines: on, alone, doc };
}

const KINDS: readonly ParameterKind[] = ['any', 'text', 'number', 'condition', 'date', 'time', 'geo', 'node', 'nodes'];

function kindOf(word: string): ParameterKind {
  const kind = KINDS.find((each) => each === word);
  if (kind === undefined) throw new TypeError(`no kind of parameter: ${word}`);
  return kind;
}

const WEB: Special = { on: ['enketo', 'webforms'] };
const COLLECT: Special = { on: ['collect'] };

/**
 * Every function that some engine knows, with what it takes where all of them agree or else in Collect, which is the
 * strictest (JavaRosa 5.1, enketo-core 9.0, xforms-engine 0.22, measured).
 */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map([
  ['string', define('any', 'The value as text.')],
  ['concat', define('any*', 'Texts and values joined into one text.', { alone: 0 })],
  ['join', define('text, any*', 'Values joined into one text, with the first text between them.', { alone: 1 })],
  ['substr', define('text, number, number?', 'A part of a text, counted from 0, up to but not including the end.')],
  ['substring', define('text, number, number?', 'A part of a text, counted from 1.', WEB)],
  ['substring-before', define('text, text', 'What stands before the second text in the first.')],
  ['substring-after', define('text, text', 'What stands after the second text in the first.')],
  ['translate', define('text, text, text', 'A text with single characters replaced by others.')],
  ['string-length', define('text?', 'How many characters a text has.')],
  ['normalize-space', define('text?', 'A text without blanks at its ends and with single blanks inside.')],
  ['contains', define('text, text', 'Whether a text holds another.')],
  ['starts-with', define('text, text', 'Whether a text begins with another.')],
  ['ends-with', define('text, text', 'Whether a text ends with another.')],
  ['uuid', define('number?', 'A new random identifier.')],
  ['digest', define('text, text, text?', 'The fingerprint of a text by a named method.')],
  ['base64-decode', define('text', 'The text that was encoded in base 64.', { on: ['collect', 'webforms'] })],
  ['extract-signed', define('text, text', 'What a signed text holds, if its signature is right.', COLLECT)],
  ['pulldata', define('text, text, text, any', 'One value of a list or an attached CSV file.')],
  ['if', define('condition, any, any', 'The second entry if the first holds, else the third.')],
  ['coalesce', define('any, any', 'The first entry, or the second where the first is empty.')],
  ['once', define('any', 'A value that is computed one time and then kept.')],
  ['true', define('', 'Yes, as the outcome of a condition.')],
  ['false', define('', 'No, as the outcome of a condition.')],
  ['boolean', define('any', 'Whether a value is neither empty nor 0.')],
  ['boolean-from-string', define('text', "Whether a text is 'true' or '1'.")],
  ['not', define('condition', 'Whether a condition does not hold.')],
  ['regex', define('text, text', 'Whether a text fits a pattern.')],
  ['checklist', define('number, number, any*', 'Whether enough and not too many conditions hold.', { alone: 2 })],
  [
    'weighted-checklist',
    define('number, number, any, number, (any, number)*', 'Whether the weights of what holds lie between two numbers.'),
  ],
  ['number', define('any', 'The value as a number.')],
  ['random', define('', 'A random number from 0 up to 1.')],
  ['int', define('number', 'The whole part of a number.')],
  ['sum', define('nodes', 'The sum over all entries of a repeat.')],
  ['max', define('any*', 'The greatest value.', { alone: 0 })],
  ['min', define('any*', 'The smallest value.', { alone: 0 })],
  ['round', define('number, number?', 'The number rounded, to so many decimals.')],
  ['floor', define('number', 'The next whole number below.', WEB)],
  ['ceiling', define('number', 'The next whole number above.', WEB)],
  ['pow', define('number, number', 'The first number to the power of the second.')],
  ['log', define('number', 'The natural logarithm.')],
  ['log10', define('number', 'The logarithm to base 10.')],
  ['abs', define('number', 'The number without its sign.')],
  ['sin', define('number', 'The sine.')],
  ['cos', define('number', 'The cosine.')],
  ['tan', define('number', 'The tangent.')],
  ['asin', define('number', 'The arc sine.')],
  ['acos', define('number', 'The arc cosine.')],
  ['atan', define('number', 'The arc tangent.')],
  ['atan2', define('number, number', 'The angle of a point.')],
  ['sqrt', define('number', 'The square root.')],
  ['exp', define('number', 'e to the power of the number.')],
  ['exp10', define('number', '10 to the power of the number.')],
  ['pi', define('', 'The number pi.')],
  ['count', define('nodes', 'How many entries there are.')],
  ['count-non-empty', define('nodes', 'How many entries hold an answer.')],
  ['position', define('nodes?', 'The number of an entry: position(..) inside a repeat.')],
  ['last', define('', 'The number of entries.', WEB)],
  ['instance', define('text', 'The rows of a list or an attached file, as the beginning of a path.')],
  ['current', define('', 'The question that the expression belongs to, as the beginning of a path.')],
  ['randomize', define('nodes, number?', 'The choices in random order.')],
  ['today', define('', 'The date of today.')],
  ['now', define('', 'The date and time of now.')],
  ['date', define('any', 'The value as a date.')],
  ['date-time', define('any', 'The value as a date with a time.')],
  ['format-date', define('date, text', 'A date written by a pattern such as %d/%m/%Y.')],
  ['format-date-time', define('date, text', 'A date and time written by a pattern.')],
  ['decimal-date-time', define('date', 'Days since 1 January 1970.')],
  ['decimal-time', define('time', 'The part of the day that has passed.')],
  ['selected', define('any, text', 'Whether a code is among the chosen ones.')],
  ['selected-at', define('any, number', 'One of the chosen codes, counted from 0.')],
  ['count-selected', define('any', 'How many codes are chosen.')],
  ['jr:choice-name', define('any, text', 'The label of a code in the list of a question, which stands in quotes.')],
  ['jr:itext', define('text', 'A text of the form by its id.')],
  [
    'indexed-repeat',
    define('nodes, nodes, number, (nodes, number)*', 'The answer to a question in one entry of a repeat, by number.'),
  ],
  ['area', define('geo', 'The area of a shape in square metres.', { alone: 0 })],
  ['distance', define('geo, geo*', 'The length of a line in metres.', { alone: 0 })],
  ['geofence', define('geo, geo', 'Whether a point lies in a shape.', { on: ['collect', 'webforms'] })],
  ['intersects', define('geo', 'Whether the line crosses itself.', COLLECT)],
  ['version', define('', 'The version of the form.', { on: ['collect', 'enketo'] })],
  ['property', define('text', 'A property of the device.', COLLECT)],
  ['depend', define('any, any*', 'The first entry; the others only make it be computed again.', COLLECT)],
  ['is-selected', define('any, text', 'An older name of selected.', COLLECT)],
  ['enclosed-area', define('geo', 'An older name of area.', { ...COLLECT, alone: 0 })],
  ['lang', define('text', 'Whether the language fits.', WEB)],
  ['local-name', define('node?', 'The name of a place in the form.', WEB)],
  ['name', define('node?', 'The name of a place in the form.', WEB)],
  ['namespace-uri', define('node?', 'The namespace of a place in the form.', WEB)],
  ['id', define('any', 'What bears an XML id.', WEB)],
]);

/** Functions of Excel and of other languages, and what to write in their place. */
export const foreignFunctions: ReadonlyMap<string, string> = new Map([
  ['average', 'sum(…) div count(…)'],
  ['avg', 'sum(…) div count(…)'],
  ['concatenate', 'concat(…)'],
  ['count-if', 'count(…[…]), with the condition in the brackets'],
  ['countif', 'count(…[…]), with the condition in the brackets'],
  ['datediff', 'decimal-date-time(…) - decimal-date-time(…), which gives days'],
  ['exists', "${question} != ''"],
  ['ifs', 'one if(…, …, …) inside another'],
  ['is-blank', "${question} = ''"],
  ['is-null', "${question} = ''"],
  ['isblank', "${question} = ''"],
  ['isnull', "${question} = ''"],
  ['left', 'substr(text, 0, length)'],
  ['len', 'string-length(text)'],
  ['length', 'string-length(text)'],
  ['lower', "translate(text, 'ABC…', 'abc…')"],
  ['mean', 'sum(…) div count(…)'],
  ['mid', 'substr(text, start, end), where start counts from 0'],
  ['mod', 'a mod b'],
  ['power', 'pow(number, exponent)'],
  ['proper', 'the text as it is: there is no such function'],
  ['quotient', 'int(a div b)'],
  ['right', 'substr(text, -length)'],
  ['rounddown', 'int(number)'],
  ['substitute', 'translate(text, from, to), which replaces single characters'],
  ['sumif', 'sum(…[…]), with the condition in the brackets'],
  ['switch', 'one if(…, …, …) inside another'],
  ['text', 'string(…), or format-date(date, pattern)'],
  ['trim', 'normalize-space(text)'],
  ['trunc', 'int(number)'],
  ['upper', "translate(text, 'abc…', 'ABC…')"],
  ['value', 'number(…)'],
  ['vlookup', "pulldata('list', 'column', 'key column', key)"],
]);

/** Whether a function can be given so many entries. */
export function takesSoMany({ required, optional, repeated }: FunctionDefinition, given: number): boolean {
  const more = given - required.length;
  if (repeated.length === 0) return more >= 0 && more <= optional.length;
  return more >= 0 && more % repeated.length === 0;
}

/** Whether an entry of a call may be all entries of a repeat at once. */
export function takesAll(definition: FunctionDefinition, index: number, given: number): boolean {
  const { required, optional, repeated, alone } = definition;
  if (alone === index) return given === index + 1;
  const fixed = [...required, ...optional];
  const kind = fixed[index] ?? repeated[(index - fixed.length) % Math.max(repeated.length, 1)];
  return kind === 'nodes';
}

/** What authors would call a place of a kind that has a name of its own here. */
const WORDS: ReadonlyMap<ParameterKind, string> = new Map<ParameterKind, string>([
  ['any', 'value'],
  ['geo', 'place'],
  ['node', 'question'],
  ['nodes', 'answers'],
]);

const word = (kind: ParameterKind): string => WORDS.get(kind) ?? kind;

/** How a function is written: `substr(text, number, [number])`. */
export function usageOf(name: string, { required, optional, repeated }: FunctionDefinition): string {
  const last = optional.map((kind) => `[${word(kind)}]`);
  const open = repeated.length > 0 ? [`${repeated.map(word).join(', ')}, …`] : [];
  return `${name}(${[...required.map(word), ...last, ...open].join(', ')})`;
}

/** `2 entries`, `2 or 3 entries`, `at least 1 entry`. */
export function takenBy({ required, optional, repeated }: FunctionDefinition): string {
  const least = required.length;
  if (repeated.length > 1) return `${least} entries, then more in groups of ${repeated.length}`;
  if (repeated.length > 0) return `at least ${entries(least)}`;
  const most = least + optional.length;
  if (most === 0) return 'nothing between its parentheses';
  return most === least ? entries(least) : `${least} or ${entries(most)}`;
}

/** `1 entry`, `2 entries` */
export function entries(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'}`;
}

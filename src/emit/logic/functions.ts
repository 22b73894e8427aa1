import type { Call, Expression } from '../../expression/tree.ts';
import type { LogicWords } from '../../vocabulary/codebook/words.ts';
import { atom, bracketed, type Context, dots, literalText, operand, phrase, type Value } from './context.ts';
import { code, fill, type Line, listed, type Slots, text } from './statement.ts';

type Args = readonly Expression[];
type Wording = (args: Args, context: Context) => Value | undefined;

/** A question that has a value in each entry of a repeat, as `sum(${age})` needs it. */
function entriesOf(arg: Expression | undefined, { names }: Context): Line | undefined {
  const named = arg?.kind === 'reference' && !arg.lastSaved ? names.question(arg.name) : undefined;
  return named?.several === true || named?.answer === 'section' ? [named.quote] : undefined;
}

const overEntries =
  (word: keyof LogicWords): Wording =>
  ([arg, ...more], context) => {
    const a = entriesOf(arg, context);
    return a && more.length === 0 ? phrase(fill(context.words[word], { a })) : undefined;
  };

const fixed =
  (word: keyof LogicWords): Wording =>
  (args, { words }) =>
    args.length === 0 ? atom(text(words[word])) : undefined;

/** The arguments in words, under `a`, `b`, …; nothing where one of them has none. */
function slots(args: Args, { value }: Context): Slots | undefined {
  const values = args.map((arg) => value(arg));
  const lines = values.flatMap((each) => (each ? [operand(each)] : []));
  return lines.length === args.length
    ? Object.fromEntries(lines.map((line, at) => [['a', 'b', 'c', 'd'][at] ?? '', line]))
    : undefined;
}

const of =
  (word: keyof LogicWords, count: number): Wording =>
  (args, context) => {
    const lines = args.length === count ? slots(args, context) : undefined;
    return lines && phrase(fill(context.words[word], lines));
  };

/** Sentences that others could not be told apart from stand in brackets. */
const enclosed =
  (wording: Wording): Wording =>
  (args, context) => {
    const value = wording(args, context);
    return value && atom(bracketed(value.line));
  };

const chosen: Wording = (args, context) => {
  const [arg] = args;
  const here = arg !== undefined && dots(arg) === 'self' && args.length === 1 && !context.names.inChoices;
  return here ? atom(text(context.words.chosenHere)) : of('chosen', 1)(args, context);
};

const rounded: Wording = (args, context) => {
  const whole = args.length === 1 || (args[1]?.kind === 'number' && args[1].value === 0);
  return whole ? of('roundedWhole', 1)(args.slice(0, 1), context) : of('rounded', 2)(args, context);
};

const joined: Wording = (args, { value, words }) => {
  const lines = args.map((arg) => value(arg)?.line);
  if (args.length < 2 || lines.includes(undefined)) return undefined;
  return phrase(
    fill(words.text, {
      a: listed(
        lines.map((line) => line ?? []),
        words.comma,
      ),
    }),
  );
};

const date: Wording = ([arg], { value }) => {
  const day = literalText(arg);
  if (day !== undefined) return /^\d{4}-\d\d-\d\d$/.test(day) ? atom(code(day)) : undefined;
  return arg && value(arg);
};

const position: Wording = ([arg, ...more], { words }) =>
  arg && dots(arg) === 'parent' && more.length === 0 ? atom(text(words.position)) : undefined;

/** The second argument repeats the question in quotes. */
const choiceName: Wording = ([first, second], context) => {
  const same = first?.kind === 'reference' && literalText(second)?.trim() === first.token.text;
  return same ? of('label', 1)([first], context) : undefined;
};

const entry: Wording = ([question, repeat, index, ...more], context) => {
  const a = entriesOf(question, context);
  const c = entriesOf(repeat, context);
  const b = index && context.value(index);
  if (!a || !b || !c || more.length > 0) return undefined;
  return phrase(fill(context.words.entry, { a, b: operand(b), c }));
};

const lookup: Wording = ([file, column, key, value, ...more], { words, names, value: valueOf }) => {
  const [b, a, c] = [file, column, key].map(literalText);
  const d = value && valueOf(value);
  if (a === undefined || b === undefined || c === undefined || !d || more.length > 0) return undefined;
  const list = names.list(b);
  return phrase(fill(words.lookup, { a: code(a), b: list ? [list.quote] : code(b), c: code(c), d: operand(d) }));
};

const itself: Wording = ([arg, ...more], { value }) => (arg && more.length === 0 ? value(arg) : undefined);

/** The functions that have words, by name. */
const functions: ReadonlyMap<string, Wording> = new Map<string, Wording>([
  ['today', fixed('today')],
  ['now', fixed('now')],
  ['date', date],
  ['count-selected', chosen],
  ['string-length', of('length', 1)],
  ['sum', overEntries('sum')],
  ['count', overEntries('count')],
  ['min', overEntries('least')],
  ['max', overEntries('greatest')],
  ['position', position],
  ['decimal-date-time', of('days', 1)],
  ['int', of('whole', 1)],
  ['round', rounded],
  ['jr:choice-name', choiceName],
  ['concat', enclosed(joined)],
  ['coalesce', enclosed(of('first', 2))],
  ['once', enclosed(of('once', 1))],
  ['indexed-repeat', entry],
  ['pulldata', lookup],
  ['number', itself],
  ['string', itself],
]);

export function functionInWords({ name, args }: Call, context: Context): Value | undefined {
  return functions.get(name)?.(args, context);
}

import { bare } from '../../expression/shapes.ts';
import type { Binary, Expression, Path, Reference } from '../../expression/tree.ts';
import {
  atom,
  type Context,
  dots,
  isBlankText,
  literalText,
  operand,
  phrase,
  plainName,
  type Value,
} from './context.ts';
import { functionInWords } from './functions.ts';
import type { LogicNames } from './names.ts';
import type { LogicWords } from '../../vocabulary/codebook/words.ts';
import { code, fill, type Line, text } from './statement.ts';

export function createContext(names: LogicNames, words: LogicWords): Context {
  const context: Context = { names, words, value: (expression) => valueOf(expression, context) };
  return context;
}

function valueOf(expression: Expression, context: Context): Value | undefined {
  switch (expression.kind) {
    case 'number':
      return atom(text(expression.token.text));
    case 'string':
      return isBlankText(expression) ? undefined : atom(code(expression.value));
    case 'reference':
      return reference(expression, context);
    case 'call':
      return functionInWords(expression, context);
    case 'binary':
      return arithmetic(expression, context);
    case 'negate':
      return negative(expression.operand, context);
    case 'group':
      return grouped(expression.inner, context);
    case 'path':
      return path(expression, context);
    case 'missing':
      return undefined;
  }
}

function reference({ name, lastSaved }: Reference, { names, words }: Context): Value | undefined {
  const named = names.question(name);
  if (!named || named.several || named.answer === 'section') return undefined;
  return lastSaved ? phrase(fill(words.lastSaved, { a: [named.quote] })) : atom([named.quote]);
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['+', '+'],
  ['-', '−'],
  ['*', '×'],
  ['div', '÷'],
]);

function arithmetic({ operator, left, right }: Binary, context: Context): Value | undefined {
  const [one, other] = [context.value(left), context.value(right)];
  if (!one || !other) return undefined;
  if (operator === 'mod') return phrase(fill(context.words.remainder, { a: operand(one), b: operand(other) }));
  const sign = SIGNS.get(operator);
  if (sign === undefined) return undefined;
  return { kind: 'sum', line: [...term(one), ...text(` ${sign} `), ...term(other)] };
}

/** Signs bind by the rules that everybody learns at school, so a sum needs no brackets that were not written. */
function term(value: Value): Line {
  return value.kind === 'sum' ? value.line : operand(value);
}

function negative(expression: Expression, context: Context): Value | undefined {
  const value = context.value(expression);
  return value && { kind: 'sum', line: [...text('−'), ...operand(value)] };
}

function grouped(inner: Expression, context: Context): Value | undefined {
  const value = context.value(inner);
  return value?.kind === 'sum' ? atom(operand(value)) : value;
}

function path(expression: Path, context: Context): Value | undefined {
  const { names, words } = context;
  if (dots(expression) === 'self') return names.inChoices ? undefined : atom(text(words.answer));
  const column = plainName(expression);
  if (column === undefined) return attribute(expression, context);
  if (!names.inChoices) return undefined;
  return column === 'name' ? atom(text(words.choice)) : phrase(fill(words.column, { a: code(column) }));
}

/** `instance('list')/root/item[name = ${x}]/column` */
function attribute({ start, filters, steps }: Path, context: Context): Value | undefined {
  const list = start?.kind === 'call' && start.name === 'instance' ? literalText(start.args[0]) : undefined;
  const known = list === undefined ? undefined : context.names.list(list);
  const [root, item, column, ...more] = steps;
  if (!known || filters.length > 0 || !root || !item || !column || more.length > 0) return undefined;
  if (!isNamed(root, 'root') || !isNamed(item, 'item') || root.predicates.length + column.predicates.length > 0)
    return undefined;
  const [predicate, ...others] = item.predicates;
  const key = predicate && others.length === 0 ? keyOf(predicate.condition, context) : undefined;
  if (!key || column.axis !== 'child' || column.test.kind !== 'name') return undefined;
  return phrase(fill(context.words.attribute, { a: code(column.test.name), b: key, c: [known.quote] }));
}

function isNamed({ axis, test, separator }: Path['steps'][number], name: string): boolean {
  return axis === 'child' && test.kind === 'name' && test.name === name && separator?.text === '/';
}

/** What the code is compared with in `[name = …]`. */
function keyOf(condition: Expression, context: Context): Line | undefined {
  const inner = bare(condition);
  if (inner.kind !== 'binary' || inner.operator !== '=' || plainName(inner.left) !== 'name') return undefined;
  const { right } = inner;
  const value = right.kind === 'reference' || right.kind === 'string' ? context.value(right) : undefined;
  return value?.line;
}

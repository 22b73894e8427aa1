import type { Domain } from '../../../src/expression/domains/domain.ts';
import type { Names, Variable } from '../../../src/expression/domains/names.ts';
import { numberOf } from '../../../src/expression/evaluate/number-text.ts';
import { bare, isFullStop } from '../../../src/expression/shapes.ts';
import type { Call, Expression } from '../../../src/expression/tree.ts';
import { typesIn } from '../../../src/expression/types/infer.ts';
import { type ExpressionType, INTEGER, TEXT, UNKNOWN } from '../../../src/expression/types/type.ts';

/** What people answered: a number, or a text; '' is nothing, and so is what is missing. */
export type Answers = Readonly<Record<string, number | string>>;

/** Two numbers, a text, a code of a list, and several codes of it. */
export const VARIABLES: ReadonlyMap<string, Variable> = new Map(
  (
    [
      { name: 'n', values: { kind: 'number', isWhole: true } },
      { name: 'k', values: { kind: 'number', isWhole: false } },
      { name: 't', values: { kind: 'text' } },
      { name: 'c', values: { kind: 'code', codes: new Set(['a', 'b', '1']) } },
      { name: 'm', values: { kind: 'codes', codes: new Set(['a', 'b', 'c']) } },
    ] satisfies Variable[]
  ).map((variable) => [variable.name, variable]),
);

const TYPES: Readonly<Record<string, ExpressionType>> = { n: INTEGER, k: INTEGER, t: TEXT };

export function namesFor(tree: Expression, own?: string): Names {
  const types = typesIn(tree, {
    own: UNKNOWN,
    rows: undefined,
    reference: ({ name }) => TYPES[name] ?? UNKNOWN,
    instance: () => undefined,
    file: () => undefined,
  });
  return {
    place: 'here',
    typeOf: (node) => types.get(node) ?? UNKNOWN,
    variable: (node) => {
      if (node.kind === 'reference') return VARIABLES.get(node.name);
      return own !== undefined && isFullStop(node) ? VARIABLES.get(own) : undefined;
    },
  };
}

type Value = number | string | boolean;

/** What an expression comes to as JavaRosa computes it, for as much of the language as the properties speak of. */
export function evaluate(tree: Expression, answers: Answers): Value {
  const node = bare(tree);
  switch (node.kind) {
    case 'number':
    case 'string':
      return node.value;
    case 'reference':
      return answers[node.name] ?? '';
    case 'negate':
      return -asNumber(evaluate(node.operand, answers));
    case 'call':
      return call(node, answers);
    case 'binary': {
      if (node.operator === 'and') return holds(node.left, answers) && holds(node.right, answers);
      if (node.operator === 'or') return holds(node.left, answers) || holds(node.right, answers);
      const [left, right] = [evaluate(node.left, answers), evaluate(node.right, answers)];
      if (node.operator === '=') return same(left, right);
      if (node.operator === '!=') return !same(left, right);
      const [one, other] = [asNumber(left), asNumber(right)];
      if (node.operator === '+') return one + other;
      if (node.operator === '<') return one < other;
      if (node.operator === '<=') return one <= other;
      return node.operator === '>' ? one > other : one >= other;
    }
    default:
      throw new TypeError(`no such expression: ${node.kind}`);
  }
}

function call({ name, args }: Call, answers: Answers): Value {
  const [first, second, third] = args;
  if (!first) return name === 'true';
  switch (name) {
    case 'not':
      return !holds(first, answers);
    case 'boolean':
      return holds(first, answers);
    case 'if':
      return evaluate((holds(first, answers) ? second : third) ?? first, answers);
    case 'selected':
      return ` ${evaluate(first, answers)} `.includes(` ${String(evaluate(second ?? first, answers)).trim()} `);
    case 'count-selected':
      return String(evaluate(first, answers)).split(' ').filter(Boolean).length;
    case 'string-length':
      return String(evaluate(first, answers)).length;
    case 'regex':
      return evaluate(first, answers) === 'a';
    default:
      throw new TypeError(`no such function: ${name}`);
  }
}

export function holds(tree: Expression, answers: Answers): boolean {
  const value = evaluate(tree, answers);
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return typeof value === 'boolean' ? value : value !== '';
}

function asNumber(value: Value): number {
  return typeof value === 'string' ? numberOf(value) : Number(value);
}

function same(one: Value, other: Value): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one === other;
  return asNumber(one) === asNumber(other);
}

/** Whether an answer is among the values of a domain. */
export function isIn(domain: Domain, answer: number | string): boolean {
  switch (domain.kind) {
    case 'numbers':
      return typeof answer === 'string'
        ? domain.blank
        : domain.intervals.some(
            ({ low, high, isLowOpen, isHighOpen }) =>
              (isLowOpen ? low < answer : low <= answer) && (isHighOpen ? answer < high : answer <= high),
          );
    case 'texts':
      return domain.values.has(String(answer)) !== domain.isNot;
    case 'codes': {
      const codes = String(answer).split(' ').filter(Boolean);
      const isChosen = [...domain.chosen].every((code) => codes.includes(code));
      const isWithout = codes.every((code) => !domain.without.has(code));
      return isChosen && isWithout && codes.length >= domain.least && codes.length <= domain.most;
    }
    case 'truth':
      return true;
  }
}

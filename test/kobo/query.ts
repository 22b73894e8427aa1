import { type Refusal, invalid } from './http.ts';
import type { Row } from './state.ts';

/** Undefined for what a submission does not have. */
export type ValueOf = (key: string) => unknown;
export type Matches = (value: ValueOf) => boolean;

const unsupported = (): Refusal => invalid(['Unsupported query']);

/** A Mongo query over submissions. Values keep their types: a text is never greater than a number. */
export function matcher(query: unknown): Matches {
  if (typeof query !== 'object' || query === null || Array.isArray(query)) throw unsupported();
  const tests = Object.entries(query).map(([key, wanted]) => clause(key, wanted));
  return (value) => tests.every((test) => test(value));
}

function clause(key: string, wanted: unknown): Matches {
  if (key === '$and' || key === '$or') {
    if (!Array.isArray(wanted) || wanted.length === 0) throw unsupported();
    const tests = wanted.map(matcher);
    return key === '$and'
      ? (value) => tests.every((test) => test(value))
      : (value) => tests.some((test) => test(value));
  }
  const test = condition(wanted);
  return (value) => test(value(key));
}

type Test = (value: unknown) => boolean;

function condition(wanted: unknown): Test {
  const operators = typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted) ? (wanted as Row) : {};
  const known = Object.keys(operators).filter((name) => name in OPERATORS || name === '$not' || name === '$options');
  if (known.length === 0) return (value) => same(value, wanted);
  const tests = known.map((name) => operator(name, operators[name], operators));
  return (value) => tests.every((test) => test(value));
}

function operator(name: string, operand: unknown, all: Row): Test {
  if (name === '$options') return () => true;
  if (name === '$not') {
    const test = condition(operand);
    return (value) => !test(value);
  }
  if (name === '$regex') return matching(operand, all['$options']);
  const make = OPERATORS[name];
  if (!make) throw unsupported();
  return make(operand);
}

function matching(operand: unknown, options: unknown): Test {
  try {
    const pattern = new RegExp(String(operand), typeof options === 'string' ? options.replaceAll(/[^ims]/g, '') : '');
    return (value) => typeof value === 'string' && pattern.test(value);
  } catch {
    throw unsupported();
  }
}

function list(operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand)) throw unsupported();
  return operand;
}

/** Undefined where the two are of different types, which Mongo does not compare. */
export function compare(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return undefined;
}

const OPERATORS: Readonly<Record<string, (operand: unknown) => Test>> = {
  $ne: (operand) => (value) => !same(value, operand),
  $gt: (operand) => (value) => (compare(value, operand) ?? -1) > 0,
  $gte: (operand) => (value) => (compare(value, operand) ?? -1) >= 0,
  $lt: (operand) => (value) => (compare(value, operand) ?? 1) < 0,
  $lte: (operand) => (value) => (compare(value, operand) ?? 1) <= 0,
  $in: (operand) => {
    const wanted = list(operand);
    return (value) => wanted.some((one) => same(value, one));
  },
  $nin: (operand) => {
    const wanted = list(operand);
    return (value) => !wanted.some((one) => same(value, one));
  },
  $exists: (operand) => (value) => (value !== undefined) === Boolean(operand),
  $all: (operand) => {
    const wanted = list(operand);
    return (value) => wanted.every((one) => same(value, one));
  },
  $regex: (operand) => matching(operand, undefined),
};

/** Null also stands for what is not there. */
function same(value: unknown, wanted: unknown): boolean {
  if (wanted === null) return value === undefined || value === null;
  if (typeof wanted === 'object') return JSON.stringify(value) === JSON.stringify(wanted);
  return value === wanted;
}

/** What a query says of `_id` at its top, as the ids from one to before another. */
export function idRange(query: Row): { readonly from: number; readonly before: number } {
  const wanted = query['_id'];
  if (typeof wanted === 'number') return { from: wanted, before: wanted + 1 };
  const limits = (typeof wanted === 'object' && wanted !== null ? wanted : {}) as Row;
  const number = (name: string): number | undefined => (typeof limits[name] === 'number' ? limits[name] : undefined);
  const from = Math.max(number('$gte') ?? 0, (number('$gt') ?? -1) + 1);
  return { from, before: Math.min(number('$lt') ?? Infinity, (number('$lte') ?? Infinity) + 1) };
}

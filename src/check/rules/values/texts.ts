import type { Expression, NumberLiteral, StringLiteral } from '../../../expression/tree.ts';
import { type ExpressionType, offerOf } from '../../../expression/types/type.ts';

export type Literal = StringLiteral | NumberLiteral;

export function isLiteral(node: Expression): node is Literal {
  return node.kind === 'string' || node.kind === 'number';
}

/** What JavaRosa reads as a number: digits, with a sign and a point. */
export function isNumeric(text: string): boolean {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)\s*$/.test(text);
}

const DATE = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?\s*$/;

/** Whether a text is a day that exists, with or without a time, as engines read it. */
export function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

/** All that a value can be, but nothing. */
export function valuesOf(type: ExpressionType): readonly string[] | undefined {
  const offer = offerOf(type);
  return offer && [...offer.values].filter((value) => value !== '');
}

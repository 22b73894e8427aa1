import { numberOf } from '../evaluate/number-text.ts';
import { type Cases, where } from './cases.ts';
import { numbers } from './domain.ts';
import { type Intervals, intersect, type NumberOperator, numbersThatAre } from './intervals.ts';
import type { Constant } from './literals.ts';

/** A sign between two values, and whether the comparison has to hold or not. */
export interface Compared {
  readonly operator: NumberOperator;
  readonly holds: boolean;
}

/** The same comparison with its sides changed. */
export const TURNED: Readonly<Record<NumberOperator, NumberOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const OPPOSITE: Readonly<Record<NumberOperator, NumberOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

export function isComparison(operator: string): operator is NumberOperator {
  return Object.hasOwn(TURNED, operator);
}

export function isEquality(operator: NumberOperator): boolean {
  return operator === '=' || operator === '!=';
}

/** Whether a comparison says that the sides are the same: `=` that holds, or `!=` that does not. */
export function saysSame({ operator, holds }: Compared): boolean {
  return isEquality(operator) && (operator === '=') === holds;
}

/** The numbers for which a comparison comes out as it has to. */
export function numbersFor({ operator, holds }: Compared, value: number): Intervals {
  return numbersThatAre(holds ? operator : OPPOSITE[operator], value);
}

/** Whether a comparison comes out as it has to where one side is no number: it stands in no relation to any, and differs from all. */
export function suitsNothing({ operator, holds }: Compared): boolean {
  return (operator === '!=') === holds;
}

/** When the number that bears a name compares as it has to. */
export function numberCases(name: string, value: number, compared: Compared, isWhole: boolean): Cases {
  return where(name, numbers(numbersFor(compared, value), suitsNothing(compared), isWhole));
}

export function textCases(name: string, text: string, compared: Compared): Cases {
  return where(name, { kind: 'texts', isNot: !saysSame(compared), values: new Set([text]) });
}

/** How JavaRosa compares a text, such as a code: as text with a text, as a number with anything else. */
export function compares(value: string, operator: NumberOperator, constant: Constant): boolean {
  if (isEquality(operator) && constant.kind === 'text') return (value === constant.text) === (operator === '=');
  const [one, other] = [numberOf(value), constant.kind === 'text' ? numberOf(constant.text) : constant.number];
  if (Number.isNaN(one) || Number.isNaN(other)) return operator === '!=';
  return intersect(numbersThatAre('=', one), numbersThatAre(operator, other)).length > 0;
}

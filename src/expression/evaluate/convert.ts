import { DAY } from '../gregorian.ts';
import { dateText } from './calendar.ts';
import { numberOf, numberText } from './number-text.ts';
import type { Answer } from './answer.ts';
import { isMoment, type Value } from './value.ts';

const NOTHING = 1e-12;

/** A value as a number: dates as whole days since 1970, what is no number as NaN. */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return numberOf(value);
  return typeof value === 'boolean' ? Number(value) : Math.floor(value.local / DAY);
}

export function toText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'boolean' ? String(value) : dateText(value);
}

/** Every text but the empty one holds, 'false' and '0' too. */
export function toCondition(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  return typeof value === 'number' ? Math.abs(value) > NOTHING : true;
}

/** `=` of JavaRosa: as conditions if one is a condition, else as numbers if one is a number, else as texts. */
export function areEqual(one: Value, other: Value): boolean {
  if (typeof one === 'boolean' || typeof other === 'boolean') return toCondition(one) === toCondition(other);
  if (typeof one === 'number' || typeof other === 'number') return areEqualNumbers(toNumber(one), toNumber(other));
  // A date is never without a text.
  if (one === '' || other === '') return one === other;
  return toText(one) === toText(other);
}

function areEqualNumbers(one: number, other: number): boolean {
  return Math.abs(one - other) < NOTHING;
}

/** Whether there is nothing to take: no text, or no number. */
export function isBlank(value: Value): boolean {
  return value === '' || Number.isNaN(value);
}

/** What a person would call the kind of a value. */
export function kindOf(value: Value): 'number' | 'text' | 'condition' | 'date' | 'nothing' {
  if (value === '') return 'nothing';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'text';
  return isMoment(value as Answer) ? 'date' : 'condition';
}

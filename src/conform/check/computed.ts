import { toText } from '../../expression/evaluate/convert.ts';
import { numberOf } from '../../expression/evaluate/number-text.ts';
import { isMoment, type Value } from '../../expression/evaluate/value.ts';

/** Engines print the last digits of a number differently. */
const TOLERANCE = 1e-9;

/** Whether an answer is what was computed, whichever engine wrote it down. */
export function isComputed(answer: Value, computed: Value): boolean {
  const [was, is] = [toText(answer), toText(computed)];
  if (was === is) return true;
  if (typeof computed === 'boolean') return was === String(Number(computed));
  if (isMoment(computed)) return was.startsWith(is) || is.startsWith(was.slice(0, 10));
  // JavaRosa writes what is no number as NaN, others write nothing.
  if (is === 'NaN') return was === '';
  return isNear(numeric(was), numeric(is));
}

function numeric(text: string): number {
  return /[eE]/.test(text) ? Number(text) : numberOf(text);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));
}

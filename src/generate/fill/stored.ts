import { dateText } from '../../expression/evaluate/calendar.ts';
import { javaDouble, numberText, toInt } from '../../expression/evaluate/number-text.ts';
import { isMoment, type Value } from '../../expression/evaluate/value.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';
import { dateTimeText, timeText } from '../values/date.ts';

const NOTHING = 1e-9;

/** What a device writes for something that was computed, by the type of the question (JavaRosa: Recalculate.wrapData). */
export function storedText(value: Value, kind: AnswerKind): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isMoment(value)) {
    if (kind === 'dateTime') return dateTimeText(value.ms);
    return kind === 'time' ? timeText(value.ms) : dateText(value);
  }
  if (Number.isNaN(value)) return '';
  return kind === 'integer' ? String(toInt(value)) : decimalText(value);
}

/** Whole numbers have no point, however large they are. */
function decimalText(value: number): string {
  if (!Number.isFinite(value)) return numberText(value);
  const whole = Math.trunc(value);
  return Math.abs(value - whole) < NOTHING ? BigInt(whole).toString() : javaDouble(value);
}

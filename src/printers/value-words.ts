import { dateText, fieldsOf } from '../expression/evaluate/calendar.ts';
import { numberText } from '../expression/evaluate/number-text.ts';
import { padded } from '../expression/gregorian.ts';
import type { Moment } from '../expression/evaluate/answer.ts';
import { isMoment, type Value } from '../expression/evaluate/value.ts';
import { harmless } from './safe-text.ts';

const LONGEST = 60;

/** A value as a person who knows Excel reads it. */
export function valueWords(value: Value): string {
  if (value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isNaN(value) ? 'no number (NaN)' : numberText(value);
  return isMoment(value) ? momentWords(value) : quoted(value);
}

function momentWords(moment: Moment): string {
  const { hour, minute, second } = fieldsOf(moment);
  const date = dateText(moment);
  if (hour === 0 && minute === 0 && second === 0) return date;
  return `${date} ${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
}

function quoted(text: string): string {
  const line = text.replaceAll(/[\r\n\t]+/g, ' ');
  return `'${harmless(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)}'`;
}

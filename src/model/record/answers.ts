import type { Clock } from '../../expression/evaluate/scope.ts';
import { readDate, readDateTime, readTime } from '../../expression/evaluate/date-read.ts';
import { placeText } from '../../expression/evaluate/geography.ts';
import { digitsIn, trimmed } from '../../expression/evaluate/number-text.ts';
import type { Answer } from '../../expression/evaluate/answer.ts';
import { geoJsonText } from './geojson.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';

const WHOLE = /^[+-]?\d{1,10}$/;
const LARGEST = 2_147_483_647;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Makes an answer of what a submission holds. */
export type AnswerReader = (value: unknown, clock: Clock) => Answer;

/** An answer as a device has it: by the type of its question, and nothing where it is none of that type. */
export function readAnswer(value: unknown, kind: AnswerKind, clock: Clock): Answer {
  return answerReader(kind)(value, clock);
}

/** The same for whoever reads many answers to one question. */
export function answerReader(kind: AnswerKind): AnswerReader {
  switch (kind) {
    case 'integer':
      return readWhole;
    case 'decimal':
      return (value) => readDecimal(trimmed(textOf(value))) ?? '';
    case 'date':
      return (value, clock) => readDate(trimmed(textOf(value)), clock) ?? '';
    case 'dateTime':
      return (value, clock) => readDateTime(trimmed(textOf(value)), clock) ?? '';
    case 'time':
      return (value, clock) => readTime(trimmed(textOf(value)), clock) ?? '';
    case 'geopoint':
    case 'geotrace':
    case 'geoshape':
      return (value) => placeText(typeof value === 'object' ? geoJsonText(value) : textOf(value));
    default:
      return textOf;
  }
}

/** So many digits are never too many. */
const SURE_DIGITS = 9;

function readWhole(value: unknown): Answer {
  const text = trimmed(textOf(value));
  const few = isShort(text) ? digitsIn(text, 0, text.length) : -1;
  if (few >= 0) return few;
  const number = WHOLE.test(text) ? Number(text) : Number.NaN;
  return number <= LARGEST && number >= -LARGEST - 1 ? number : '';
}

function isShort({ length }: string): boolean {
  return length > 0 && length <= SURE_DIGITS;
}

/** The number that a text is, which need not be whole; undefined where it is none. */
export function readDecimal(text: string): number | undefined {
  const few = isShort(text) ? fewDigits(text) : -1;
  if (few >= 0) return few;
  return DECIMAL.test(text) ? Number(text) : undefined;
}

const POWERS = Array.from({ length: SURE_DIGITS }, (_, index) => 10 ** index);

/** What `12` or `12.25` is, as most decimals are written; -1 for anything else. So few digits are divided without an error. */
function fewDigits(text: string): number {
  const point = text.indexOf('.');
  if (point < 1) return point < 0 ? digitsIn(text, 0, text.length) : -1;
  const whole = digitsIn(text, 0, point);
  const part = digitsIn(text, point + 1, text.length);
  const power = POWERS[text.length - point - 1];
  return whole < 0 || part < 0 || power === undefined ? -1 : (whole * power + part) / power;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

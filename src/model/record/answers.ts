import type { Clock } from '../../expression/evaluate/scope.ts';
import { readDate, readDateTime, readTime } from '../../expression/evaluate/date-read.ts';
import { placeText } from '../../expression/evaluate/geography.ts';
import { trimmed } from '../../expression/evaluate/number-text.ts';
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

/** The number that a text is, which need not be whole; undefined where it is none. */
export function readDecimal(text: string): number | undefined {
  return DECIMAL.test(text) ? Number(text) : undefined;
}

const ZERO = 48;
/** So many digits are never too many. */
const SURE_DIGITS = 9;

function readWhole(value: unknown): Answer {
  const text = trimmed(textOf(value));
  const digits = digitsOnly(text);
  if (digits >= 0) return digits;
  const number = WHOLE.test(text) ? Number(text) : Number.NaN;
  return number <= LARGEST && number >= -LARGEST - 1 ? number : '';
}

/** What a few digits make, which most answers are; -1 for anything else. */
function digitsOnly(text: string): number {
  if (text.length === 0 || text.length > SURE_DIGITS) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

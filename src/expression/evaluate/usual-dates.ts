import { DAY, daysInMonth, daysOf, MINUTE } from '../gregorian.ts';
import { digitsIn } from './number-text.ts';

// Dates as devices write them, read sign by sign: a million submissions have millions of them. What is written otherwise is
// left to whoever knows all that JavaRosa takes.

const [DASH, COLON, POINT, PLUS, T, Z] = [45, 58, 46, 43, 84, 90];
const SECOND = 1000;
const HOUR = 3_600_000;

/** Most dates of data are of a few hundred days. */
const knownDays = new Map<string, number>();
const MOST_DAYS = 10_000;

/** `2024-02-29` as days since 1970; NaN where there is no such day, undefined for what is written otherwise. */
export function usualDay(text: string): number | undefined {
  return text.length === 10 ? (knownDays.get(text) ?? newDay(text)) : undefined;
}

function newDay(text: string): number | undefined {
  const day = dayAt(text);
  if (day !== undefined && knownDays.size < MOST_DAYS) knownDays.set(text, day);
  return day;
}

function dayAt(text: string): number | undefined {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const [year, month, day] = [digitsIn(text, 0, 4), digitsIn(text, 5, 7), digitsIn(text, 8, 10)];
  if (year < 0 || month < 0 || day < 0) return undefined;
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? daysOf(year, month, day) : Number.NaN;
}

/** `2024-02-29T10:15:00.000+02:00`, with Z for UTC, as milliseconds since 1970 in UTC; undefined for anything else. */
export function usualTime(text: string): number | undefined {
  if (text.length < 24 || text.charCodeAt(10) !== T || text.charCodeAt(19) !== POINT) return undefined;
  const day = dayAt(text);
  const local = clockAt(text);
  const zone = zoneAt(text);
  return day === undefined || Number.isNaN(day) || local < 0 || zone === undefined
    ? undefined
    : day * DAY + local - zone * MINUTE;
}

/** Milliseconds since midnight; less than 0 for what is none. */
function clockAt(text: string): number {
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return -1;
  const [hour, minute, second] = [digitsIn(text, 11, 13), digitsIn(text, 14, 16), digitsIn(text, 17, 19)];
  const thousandths = digitsIn(text, 20, 23);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || thousandths < 0) return -1;
  return hour * HOUR + minute * MINUTE + second * SECOND + thousandths;
}

/** Minutes ahead of UTC. */
function zoneAt(text: string): number | undefined {
  const sign = text.charCodeAt(23);
  if (sign === Z) return text.length === 24 ? 0 : undefined;
  if ((sign !== PLUS && sign !== DASH) || text.length !== 29 || text.charCodeAt(26) !== COLON) return undefined;
  const [hours, minutes] = [digitsIn(text, 24, 26), digitsIn(text, 27, 29)];
  if (hours < 0 || minutes < 0) return undefined;
  return sign === DASH ? -(hours * 60 + minutes) : hours * 60 + minutes;
}

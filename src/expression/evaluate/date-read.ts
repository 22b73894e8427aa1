import { DAY, daysInMonth, MINUTE } from '../gregorian.ts';
import { type DateFields, fieldsOf, localOf, momentAt, momentOf } from './calendar.ts';
import { toInt } from './number-text.ts';
import type { Clock } from './scope.ts';
import type { Moment } from './answer.ts';
import { usualDay, usualTime } from './usual-dates.ts';

const WHOLE = /^[+-]?\d{1,10}$/;
const DATE = /^(\+?\d{1,10})-(\+?\d{1,10})-(\+?\d{1,10})$/;
const START = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 } as const;

/** `2024-02-29`, with `T` and a time behind it or not, as JavaRosa reads it; undefined for what it does not take. */
export function readDateTime(text: string, clock: Clock): Moment | undefined {
  const usual = usualTime(text);
  if (usual !== undefined) return momentOf(usual, clock);
  const at = text.indexOf('T');
  const date = readDateFields(at < 0 ? text : text.slice(0, at));
  if (at < 0 || date === undefined) return date && momentAt(localOf(date), clock);
  return readTimeOn(text.slice(at + 1), date, clock);
}

/** A date alone: with a time behind it, there is none. */
export function readDate(text: string, clock: Clock): Moment | undefined {
  const usual = usualDay(text);
  if (usual !== undefined) return Number.isNaN(usual) ? undefined : momentAt(usual * DAY, clock);
  const date = readDateFields(text);
  return date && momentAt(localOf(date), clock);
}

/** A time, which is one of today. */
export function readTime(text: string, clock: Clock): Moment | undefined {
  return readTimeOn(text, { ...fieldsOf(momentOf(clock.now, clock)), second: 0, millisecond: 0 }, clock);
}

function readDateFields(text: string): DateFields | undefined {
  const pieces = DATE.exec(text);
  return pieces === null ? undefined : asDate(Number(pieces[1]), Number(pieces[2]), Number(pieces[3]));
}

function asDate(year: number, month: number, day: number): DateFields | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { ...START, year, month, day };
}

function readTimeOn(text: string, date: DateFields, clock: Clock): Moment | undefined {
  const { time, offset } = splitZone(text);
  const fields = readClockFields(time, date);
  if (fields === undefined || Number.isNaN(offset)) return undefined;
  const local = localOf(fields);
  return offset === undefined ? momentAt(local, clock) : momentOf(local - offset * MINUTE, clock);
}

/** What stands before `Z`, `+` or `-`, and the minutes ahead of UTC that it means; NaN where it means nothing. */
function splitZone(text: string): { readonly time: string; readonly offset: number | undefined } {
  if (text.endsWith('Z')) return { time: text.slice(0, -1), offset: 0 };
  const sign = text.includes('+') ? '+' : '-';
  const [time = '', zone] = text.split(sign);
  if (zone === undefined) return { time: text, offset: undefined };
  const [hours = '', minutes = '0'] = zone.split(':');
  const size = WHOLE.test(hours) && WHOLE.test(minutes) ? Number(hours) * 60 + Number(minutes) : Number.NaN;
  return { time, offset: sign === '+' ? size : -size };
}

function readClockFields(text: string, date: DateFields): DateFields | undefined {
  const pieces = text.split(':');
  const [hours = '', minutes = '', seconds] = pieces;
  if (pieces.length > 3 || !WHOLE.test(hours) || !WHOLE.test(minutes)) return undefined;
  const exact = seconds === undefined ? 0 : secondsOf(seconds);
  const [hour, minute, second] = [Number(hours), Number(minutes), toInt(exact)];
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || Number.isNaN(exact) || second > 59) return undefined;
  return { ...date, hour, minute, second, millisecond: toInt(1000 * exact - 1000 * second) };
}

/** What is behind the digits is not looked at. */
function secondsOf(text: string): number {
  const digits = /^[\d.]*/.exec(text)?.[0] ?? '';
  return digits === '' || digits === '.' ? Number.NaN : Number(digits);
}

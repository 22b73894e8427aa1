import type { Clock } from './scope.ts';
import type { Moment } from './answer.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const DAYS_OF_ERA = 146_097;
/** Days from 0000-03-01 to 1970-01-01: years that begin in March have the leap day at their end. */
const EPOCH = 719_468;

export interface DateFields {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
export function daysOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - EPOCH;
}

/** The date so many days after 1970-01-01. */
export function dateOf(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + EPOCH;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((shiftedMonth + 2) % 12) + 1;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function fieldsOf({ local }: Moment): DateFields {
  const days = Math.floor(local / DAY);
  const rest = local - days * DAY;
  return {
    ...dateOf(days),
    hour: Math.floor(rest / HOUR),
    minute: Math.floor((rest % HOUR) / MINUTE),
    second: Math.floor((rest % MINUTE) / SECOND),
    millisecond: rest % SECOND,
  };
}

/** Milliseconds from 1970-01-01T00:00 to what a clock shows. */
export function localOf({ year, month, day, hour, minute, second, millisecond }: DateFields): number {
  return daysOf(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND + millisecond;
}

/** The moment at which a clock shows this. */
export function momentAt(local: number, clock: Clock): Moment {
  const guess = local - clock.offset(local) * MINUTE;
  return { ms: local - clock.offset(guess) * MINUTE, local };
}

export function momentOf(ms: number, clock: Clock): Moment {
  return { ms, local: ms + clock.offset(ms) * MINUTE };
}

/** Midnight of the same day. */
export function dayOf({ local }: Moment, clock: Clock): Moment {
  return momentAt(Math.floor(local / DAY) * DAY, clock);
}

export function dayNumber(days: number, clock: Clock): Moment {
  return momentAt(days * DAY, clock);
}

/** `2024-02-29`: the date alone, as JavaRosa writes every moment into texts. */
export function dateText({ local }: Moment): string {
  const { year, month, day } = dateOf(Math.floor(local / DAY));
  return `${year}-${padded(month, 2)}-${padded(day, 2)}`;
}

export function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** 0 for Sunday. */
export function weekday(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

import { dateOf, DAY, daysOf, dayText, MINUTE } from '../gregorian.ts';
import type { Clock } from './scope.ts';
import type { Moment } from './answer.ts';

const SECOND = 1000;
const HOUR = 3_600_000;

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
  return dayText(Math.floor(local / DAY));
}

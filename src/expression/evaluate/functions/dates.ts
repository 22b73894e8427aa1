import { DAY, MINUTE } from '../../gregorian.ts';
import type { Call } from '../../tree.ts';
import { dayNumber, dayOf, momentOf } from '../calendar.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { toText } from '../convert.ts';
import { readDateTime } from '../date-read.ts';
import { formatMoment } from '../date-write.ts';
import { type Compiled, type Frame } from '../frame.ts';
import { isMoment, type Value } from '../value.ts';
import { refusal, valuesOf } from './define.ts';

const FARTHEST = 2_147_483_647;

export const dates: Readonly<Record<string, MakeCall>> = {
  today: () => ({ value: ({ host: { clock } }) => dayOf(momentOf(clock.now, clock), clock) }),
  now: () => ({ value: ({ host: { clock } }) => momentOf(clock.now, clock) }),
  date: (call, compiler) => convertingDate(call, compiler, (value) => value, false),
  'date-time': (call, compiler) => convertingDate(call, compiler, (value) => value, true),
  'format-date': format,
  'format-date-time': format,
  'decimal-date-time': (call, compiler) =>
    convertingDate(call, compiler, (value) => (isMoment(value) ? value.ms / DAY : value), true, false),
  'decimal-time': (call, compiler) => convertingDate(call, compiler, partOfDay, true, false),
};

/** The part of the day that has passed, by the clock as it is set today (DateUtils.decimalTimeOfLocalDay). */
function partOfDay(value: Value, { host: { clock } }: Frame): Value {
  if (value === '') return value;
  const days = isMoment(value) ? (value.ms + clock.offset(clock.now) * MINUTE) / DAY : Number(value);
  return days - Math.floor(days);
}

/**
 * Reads a value as a moment and goes on with that; what is blank stays blank.
 * @param withTime whether a moment keeps its time; texts always do
 * @param fromNumber whether numbers are days since 1970, or stay numbers
 */
function convertingDate(
  call: Call,
  compiler: Compiler,
  goOn: (value: Value, frame: Frame) => Value,
  withTime: boolean,
  fromNumber = true,
): Compiled {
  const [of] = valuesOf(call, compiler);
  const refuse = refusal(call, `${call.name}() takes a date such as '2024-12-31', or a number of days`);
  const read = reading(withTime, fromNumber);
  return {
    value: (frame) => {
      const moment = read(of?.(frame) ?? '', frame);
      return moment === undefined ? refuse(frame) : goOn(moment, frame);
    },
  };
}

type Read = (value: Value, frame: Frame) => Value | undefined;

function reading(withTime: boolean, fromNumber: boolean): Read {
  return (value, { host: { clock } }) => {
    if (value === '' || Number.isNaN(value)) return value;
    if (typeof value === 'boolean') return undefined;
    if (typeof value === 'string') return readDateTime(value, clock);
    if (typeof value !== 'number') return withTime ? value : dayOf(value, clock);
    if (value > FARTHEST || value < -FARTHEST - 1) return undefined;
    if (!fromNumber) return value;
    return withTime ? momentOf(Math.trunc(value * DAY), clock) : dayNumber(Math.trunc(value), clock);
  };
}

function format(call: Call, compiler: Compiler): Compiled {
  const [of, pattern] = valuesOf(call, compiler);
  const wrongDate = refusal(call, `${call.name}() takes a date such as '2024-12-31', or a number of days`);
  const wrongPattern = refusal(call, `${call.name}() does not know a sign of this pattern`);
  const read = reading(true, true);
  return {
    value: (frame) => {
      const moment = read(of?.(frame) ?? '', frame);
      if (moment === undefined) return wrongDate(frame);
      const signs = toText(pattern?.(frame) ?? '');
      if (!isMoment(moment)) return '';
      return formatMoment(moment, signs) ?? wrongPattern(frame);
    },
  };
}

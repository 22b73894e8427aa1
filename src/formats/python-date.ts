// Dates as openpyxl makes them (openpyxl/utils/datetime.py) and Python prints them.

/** Day 0 of a workbook. Excel believes in a 29th of February 1900, so days below 60 are counted from another one. */
export type Epoch = 1900 | 1904;

const DAY = 86_400_000;
const EPOCHS: Readonly<Record<Epoch, number>> = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
const NO_LEAP_DAY = 60;

/**
 * A day with its part of a day as Python prints it: a date with its time, or a time alone below one day. Undefined
 * where that is no date of the years 1 to 9999.
 */
export function printDate(serial: number, epoch: Epoch): string | undefined {
  const rest = serial % 1;
  const fraction = rest < 0 ? rest + 1 : rest;
  const day = Math.floor(serial);
  const milliseconds = roundHalfEven(fraction * 86_400 * 1000);
  if (serial >= 0 && serial < 1 && milliseconds < DAY) return timeText(milliseconds);
  const shift = epoch === 1900 && serial > 0 && serial < NO_LEAP_DAY ? 1 : 0;
  return dateText(EPOCHS[epoch] + (day + shift) * DAY + milliseconds);
}

/** A number of days as Python prints a duration: `1 day, 2:00:00`. Undefined where Python has none so long. */
export function printDuration(days: number): string | undefined {
  if (Math.abs(days) > 999_999_999) return undefined;
  const whole = Math.trunc(days);
  const microseconds = wholeMicroseconds((days - whole) * 86_400_000_000);
  const seconds = Math.floor(microseconds / 1e6);
  const rest = roundHalfEven((microseconds - seconds * 1e6) / 1000) * 1000;
  return durationText(whole, seconds * 1e6 + rest);
}

/** A date, time or duration that a file has as text (ISO 8601), or undefined where it is none. */
export function printIsoDate(text: string): string | undefined {
  const [all, date, time] = ISO_DATE.exec(text) ?? [];
  if (all === undefined || (date === undefined && time === undefined)) return printIsoDuration(text);
  const clock = time === undefined ? undefined : clockMilliseconds(time);
  if (date === undefined) return clock === undefined ? undefined : timeText(clock);
  const day = dayOf(date);
  if (day === undefined || (time !== undefined && clock === undefined)) return undefined;
  return clock === undefined ? date : dateText(day + clock);
}

const ISO_DATE = /^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?Z?/;
const ISO_DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?/;

function printIsoDuration(text: string): string | undefined {
  const [all, hours, minutes, seconds] = ISO_DURATION.exec(text) ?? [];
  if (all === undefined || (hours ?? minutes ?? seconds) === undefined) return undefined;
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return total > 999_999_999 ? undefined : durationText(0, roundHalfEven(total * 1e6));
}

function dayOf(date: string): number | undefined {
  const at = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) && !date.startsWith('0000');
  return exists ? at : undefined;
}

function clockMilliseconds(time: string): number | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  if (hours > 23 || minutes > 59 || seconds >= 60) return undefined;
  return (hours * 60 + minutes) * 60_000 + Math.round(seconds * 1000);
}

function dateText(at: number): string | undefined {
  const date = new Date(at);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 1 || year > 9999) return undefined;
  return `${date.toISOString().slice(0, 10)} ${timeText(((at % DAY) + DAY) % DAY)}`;
}

function timeText(milliseconds: number): string {
  const clock = new Date(milliseconds).toISOString().slice(11, 23);
  return clock.endsWith('.000') ? clock.slice(0, 8) : `${clock}000`;
}

/** Python keeps days apart from a part of a day that is never negative. */
function durationText(days: number, microseconds: number): string {
  const more = Math.floor(microseconds / 86_400e6);
  const part = microseconds - more * 86_400e6;
  const day = days + more;
  const seconds = Math.floor(part / 1e6);
  const clock = [Math.floor(seconds / 3600), two(Math.floor(seconds / 60) % 60), two(seconds % 60)].join(':');
  const micro = part % 1e6 === 0 ? '' : `.${String(part % 1e6).padStart(6, '0')}`;
  const dayText = day === 0 ? '' : `${day} day${Math.abs(day) === 1 ? '' : 's'}, `;
  return `${dayText}${clock}${micro}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Rounds what is left after the whole microseconds, with a half to an even number of them. */
function wholeMicroseconds(microseconds: number): number {
  const whole = Math.trunc(microseconds);
  const left = microseconds - whole;
  if (Math.abs(left) === 0.5) return whole % 2 === 0 ? whole : whole + Math.sign(left);
  return whole + Math.round(left);
}

/** As Python rounds: 0.5 to 0, 1.5 to 2. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return rest < 0.5 ? floor : floor + 1;
}

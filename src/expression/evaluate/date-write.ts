import { daysOf, padded, weekday } from '../gregorian.ts';
import { type DateFields, fieldsOf } from './calendar.ts';
import type { Moment } from './answer.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What stands for each sign of a date pattern. Months and days are in English, as on a device in English. */
const SIGNS: ReadonlyMap<string, (fields: DateFields) => string> = new Map<string, (fields: DateFields) => string>([
  ['%', () => '%'],
  ['Y', ({ year }) => padded(year, 4)],
  ['y', ({ year }) => padded(year, 4).slice(2)],
  ['m', ({ month }) => padded(month, 2)],
  ['n', ({ month }) => String(month)],
  ['b', ({ month }) => MONTHS[month - 1] ?? ''],
  ['d', ({ day }) => padded(day, 2)],
  ['e', ({ day }) => String(day)],
  ['H', ({ hour }) => padded(hour, 2)],
  ['h', ({ hour }) => String(hour)],
  ['M', ({ minute }) => padded(minute, 2)],
  ['S', ({ second }) => padded(second, 2)],
  ['3', ({ millisecond }) => padded(millisecond, 3)],
  ['a', (fields) => DAYS[weekday(dayNumberOf(fields))] ?? ''],
  ['W', (fields) => String(weekOf(fields))],
]);

function dayNumberOf({ year, month, day }: DateFields): number {
  return daysOf(year, month, day);
}

/** The week of the year as in the United States, where weeks begin on Sunday and the first holds 1 January. */
function weekOf(fields: DateFields): number {
  const today = dayNumberOf(fields);
  const nextYear = daysOf(fields.year + 1, 1, 1);
  if (today >= nextYear - weekday(nextYear)) return 1;
  const first = daysOf(fields.year, 1, 1);
  return Math.floor((today - first + weekday(first)) / 7) + 1;
}

/** A moment by a pattern such as `%d/%m/%Y`; undefined where the pattern has a sign that JavaRosa does not know. */
export function formatMoment(moment: Moment, pattern: string): string | undefined {
  const fields = fieldsOf(moment);
  let text = '';
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] !== '%') {
      text += pattern[at] ?? '';
      continue;
    }
    at += 1;
    const write = SIGNS.get(pattern[at] ?? '');
    if (write === undefined) return undefined;
    text += write(fields);
  }
  return text;
}

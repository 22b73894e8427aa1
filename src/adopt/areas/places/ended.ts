const ISO = /^(\d{4})[-/](\d\d?)[-/](\d\d?)/;
const DAY_FIRST = /^(\d\d?)[-/.](\d\d?)[-/.](\d{4})/;

/** A day as gazetteers write it, as `2024-01-31`; the text itself where it is none. */
export function dayOf(text: string): string {
  const [, year, month, day] = ISO.exec(text) ?? [];
  const [, first, second, last] = DAY_FIRST.exec(text) ?? [];
  if (year !== undefined) return written(year, month, day);
  // Where the second number can be no month, the month comes first.
  return Number(second) > 12 ? written(last, first, second) : last === undefined ? text : written(last, second, first);
}

function written(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Whether the last day of a place lies before today; of what is no day it is likely. */
export function isOver(text: string, today: string): boolean {
  const day = dayOf(text);
  return /^-?9+$/.test(day) ? false : !/^\d{4}-/.test(day) || day < today;
}

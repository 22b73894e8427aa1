import type { AnswerKind } from '../../vocabulary/types.ts';

/** What an answer of each kind is, in words that follow "not". */
const WANTED: Readonly<Record<AnswerKind, string>> = {
  text: 'a text',
  integer: 'a whole number',
  decimal: 'a number',
  date: 'a date (YYYY-MM-DD)',
  time: 'a time (HH:MM:SS)',
  dateTime: 'a date with its time (YYYY-MM-DDTHH:MM:SS)',
  code: 'a code',
  codes: 'codes with blanks between them',
  ranking: 'codes in the order of their rank',
  geopoint: 'a place (latitude, longitude, altitude, accuracy)',
  geotrace: 'a line of places',
  geoshape: 'a shape of places',
  media: 'the name of a file',
  acknowledge: 'OK',
  none: 'nothing',
};

export function wanted(kind: AnswerKind): string {
  return WANTED[kind];
}

const OTHER_DIGITS = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u1040-\u1049]/;
const OTHER_DATE = /^\s*\d{1,4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,4}/;
const EXCEL_DAY = /^[2-6]\d{4}(?:\.\d+)?$/;
const THOUSANDS = /^\s*-?\d{1,3}(?:[ ,.'\u00A0\u202F]\d{3})+(?:[.,]\d+)?\s*$/;
const COMMA = /^\s*-?\d+,\d+\s*$/;

/** What to do about an answer that is close to what is wanted; undefined where nothing better can be said. */
export function hintFor(kind: AnswerKind, text: string): string | undefined {
  const isNumber = kind === 'integer' || kind === 'decimal';
  const isDate = kind === 'date' || kind === 'dateTime';
  if ((isNumber || isDate) && OTHER_DIGITS.test(text))
    return 'Its digits are not 0 to 9, which devices write: turn them into these in the file.';
  if (isDate && EXCEL_DAY.test(text))
    return 'It looks like a day as Excel counts it: format the column as a date, YYYY-MM-DD.';
  if (isDate && OTHER_DATE.test(text))
    return 'Dates are written YYYY-MM-DD, so that day and month cannot be taken for each other: format the column so.';
  if (isNumber && THOUSANDS.test(text))
    return 'Take out what parts the thousands: format the column as a plain number.';
  if (kind === 'decimal' && COMMA.test(text))
    return 'Write a point in place of the comma: format the column as a plain number.';
  if (kind === 'integer' && /^\s*-?\d+[.,]\d+\s*$/.test(text)) return 'Only whole numbers can be answered here.';
  return undefined;
}

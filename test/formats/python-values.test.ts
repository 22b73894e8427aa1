import { expect, test } from 'vitest';
import { printDate, printDuration, printIsoDate } from '../../src/formats/python-date.ts';
import { parseNumber, printNumber } from '../../src/formats/python-number.ts';
import { formatKind } from '../../src/formats/xlsx-number-format.ts';

// What Python prints of the same values; `test/reference/cells-cases.mjs` holds many more against openpyxl itself.

test.each([
  ['2.00', '2'],
  ['007', '7'],
  ['1E3', '1000'],
  ['0.30000000000000004', '0.30000000000000004'],
  ['0.0001', '0.0001'],
  ['0.00001', '1e-05'],
  ['-2.5e-10', '-2.5e-10'],
  ['1e22', '10000000000000000000000'],
  ['123456789012345678901', '123456789012345678901'],
  ['1e400', 'inf'],
])('the number %s is printed %s', (raw, printed) => {
  expect(printNumber(raw)).toBe(printed);
});

test.each(['', 'abc', '1,5', '0x10', '1 2', 'NaN', '--1', '1e', '.', '9'.repeat(5000), `${'1'.repeat(4000)}x`])(
  '%.10j is no number',
  (raw) => {
    expect(parseNumber(raw)).toBeUndefined();
  },
);

test.each([
  [0, 1900, '00:00:00'],
  [0.354166666666667, 1900, '08:30:00'],
  [1, 1900, '1900-01-01 00:00:00'],
  [59, 1900, '1900-02-28 00:00:00'],
  [60, 1900, '1900-02-28 00:00:00'],
  [61, 1900, '1900-03-01 00:00:00'],
  [44_197.123456, 1900, '2021-01-01 02:57:46.598000'],
  [0.9999999999, 1900, '1900-01-01 00:00:00'],
  [-1, 1900, '1899-12-29 00:00:00'],
  [1, 1904, '1904-01-02 00:00:00'],
  [3_000_000, 1900, undefined],
  [Infinity, 1900, undefined],
] as const)('day %d since %d is %s', (serial, epoch, printed) => {
  expect(printDate(serial, epoch)).toBe(printed);
});

test.each([
  [0.5, '12:00:00'],
  [1.25, '1 day, 6:00:00'],
  [-0.25, '-1 day, 18:00:00'],
  [2.0000115, '2 days, 0:00:00.994000'],
  [1e10, undefined],
])('%d days last %s', (days, printed) => {
  expect(printDuration(days)).toBe(printed);
});

test.each([
  ['2024-01-31', '2024-01-31'],
  ['2024-01-31T08:30:00.5Z', '2024-01-31 08:30:00.500000'],
  ['08:30', '08:30:00'],
  ['PT26H1M', '1 day, 2:01:00'],
  ['2024-02-30', undefined],
  ['2024-01-31T24:00:00', undefined],
  ['soon', undefined],
])('the date %s is %s', (text, printed) => {
  expect(printIsoDate(text)).toBe(printed);
});

test.each([
  ['General', 'number'],
  ['#,##0.00;[Red]dd', 'number'],
  ['"day" 0', 'number'],
  ['yyyy-mm-dd', 'date'],
  ['Standard', 'date'],
  ['[$-409]h:mm AM/PM', 'date'],
  ['[h]:mm', 'duration'],
  ['[x"d"', 'number'],
  ['['.repeat(100_000), 'number'],
])('the format %.20s is for a %s', (format, kind) => {
  expect(formatKind(format)).toBe(kind);
});

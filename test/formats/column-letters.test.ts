import { expect, test } from 'vitest';
import { addressColumn, columnLetters } from '../../src/formats/column-letters.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
  expect(addressColumn(`${letters}1`)).toBe(column);
  expect(addressColumn(`${letters.toLowerCase()}14`)).toBe(column);
});

test.each(['', 'A', '1', '$A$1', 'A1x', 'AAAA1', 'A1:B2', 'é1', 'A 1', '@1', '[1'])('%j is no address', (address) => {
  expect(addressColumn(address)).toBeUndefined();
});

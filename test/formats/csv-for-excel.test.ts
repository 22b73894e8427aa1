import { expect, test } from 'vitest';
import { excelCsvRow } from '../../src/formats/csv-for-excel.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+93700123456', "'+93700123456"],
  ['-1+cmd|calc', "'-1+cmd|calc"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['  =1', "'  =1"],
  ['\u200B=1', "'\u200B=1"],
  ['＝1', "'＝1"],
  ['-5', '-5'],
  ['-5.25', '-5.25'],
  ['a=b', 'a=b'],
  ['say "no", now', '"say ""no"", now"'],
  ['two\r\nlines', '"two\nlines"'],
  ['\u001B[2J\0\u202E', '\uFFFD[2J\uFFFD\uFFFD'],
])('%j becomes %j', (text, written) => {
  expect(excelCsvRow(['a', text])).toBe(`a,${written}\r\n`);
});

import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/csv-read.ts';
import { locate, placeOf } from '../../src/source/source-string.ts';

function texts(text: string): string[][] {
  const { header, rows } = readCsv({ path: 'list.csv', text });
  return [header, ...rows.map((row) => row.cells)].map((cells) => cells.map((cell) => cell.text));
}

describe('what Excel and other programs write', () => {
  test.each([
    ['commas', 'name,label\na,Apple\n'],
    ['semicolons', 'name;label\na;Apple\n'],
    ['tabs', 'name\tlabel\na\tApple\n'],
    ['a declared separator', 'sep=;\r\nname;label\r\na;Apple\r\n'],
    ['a declared separator of any kind', 'SEP=|\nname|label\na|Apple'],
    ['line ends of Windows', 'name,label\r\na,Apple\r\n'],
    ['line ends of old Macs', 'name,label\ra,Apple\r'],
    ['no line end after the last row', 'name,label\na,Apple'],
    ['quotation marks around everything', '"name","label"\n"a","Apple"\n'],
    ['blanks around texts and quotation marks', ' name , "label" \n  a,\u00A0"Apple" \n'],
    ['blank rows', '\n\nname,label\n,\n   \na,Apple\n\n'],
    ['empty columns at the right', 'name,label,,\na,Apple,,\n'],
    ['empty columns at the right of some rows', 'name,label\na,Apple,,,\n'],
  ])('%s', (_, text) => {
    expect(texts(text)).toEqual([
      ['name', 'label'],
      ['a', 'Apple'],
    ]);
    expect(readCsv({ path: 'list.csv', text }).problems).toEqual([]);
  });

  test('a separator inside quotation marks does not count', () => {
    expect(texts('"a,b,c";"d"\n1;2')).toEqual([
      ['a,b,c', 'd'],
      ['1', '2'],
    ]);
  });

  test('quoted cells hold separators, doubled quotation marks and line breaks', () => {
    expect(texts('name,label\na,"An ""apple"", red\r\nor green"\n')[1]).toEqual(['a', 'An "apple", red\nor green']);
  });

  test('no-break spaces become blanks', () => {
    expect(texts('name,label\na,Une\u00A0pomme\u00A0?\n')[1]).toEqual(['a', 'Une pomme ?']);
  });

  test('a quotation mark inside a cell stays what it is', () => {
    expect(texts('name,label\npipe,5" pipe\n')[1]).toEqual(['pipe', '5" pipe']);
  });

  test('a short row stays short, a column without heading keeps its place', () => {
    expect(texts('name,,label\na\nb,,Bread\n')).toEqual([['name', '', 'label'], ['a'], ['b', '', 'Bread']]);
  });
});

describe('places', () => {
  const text = 'name,label\r\n a ,"An ""apple""\r\nred"\r\n';
  const source = { path: 'list.csv', text };
  const row = readCsv(source).rows[0];
  const cell = row?.cells[1];
  if (!row || !cell) throw new Error('the row is missing');
  const typed = (start: number, end: number): string => {
    const at = locate(cell, { start, end });
    return at.kind === 'text' ? text.slice(at.start, at.end) : '';
  };

  test('a row stands from its first to its last character', () => {
    expect(text.slice(row.at.start, row.at.end)).toBe(' a ,"An ""apple""\r\nred"');
  });

  test('a trimmed cell stands where its text stands', () => {
    expect(row.cells[0] && placeOf(row.cells[0])).toMatchObject({ start: 13, end: 14 });
  });

  test('a quoted cell stands inside its quotation marks', () => {
    expect(typed(0, cell.text.length)).toBe('An ""apple""\r\nred');
  });

  test('each character is found, whatever stands for it', () => {
    expect(cell.text).toBe('An "apple"\nred');
    expect(typed(3, 4)).toBe('""');
    expect(typed(4, 9)).toBe('apple');
    expect(typed(10, 11)).toBe('\r\n');
    expect(typed(11, 14)).toBe('red');
  });

  test('an empty cell has a place, too', () => {
    const empty = readCsv({ path: 'list.csv', text: 'a,b,c\n1,,3' }).rows[0]?.cells[1];
    expect(empty && placeOf(empty)).toMatchObject({ start: 8, end: 8 });
  });
});

const line = (index: number): string => `district,AF${index},"District ""${index}"", north",ولسوالی ${index}`;

test('100,000 rows are read in a second or two', () => {
  const text = ['list_name,name,label,label::Dari (prs)', ...Array.from({ length: 100_000 }, (_, i) => line(i))].join(
    '\n',
  );
  const start = performance.now();
  expect(readCsv({ path: 'list.csv', text }).rows).toHaveLength(100_000);
  expect(performance.now() - start).toBeLessThan(5000);
});

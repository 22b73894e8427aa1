import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/csv-read.ts';
import { positionAt } from '../../src/core/location.ts';

/** Each problem as `code line:column message`, with carets drawn under its place. */
function problems(text: string): string[] {
  const source = { path: 'list.csv', text };
  return readCsv(source).problems.map(({ code, location, message }) => {
    const { line, column } = positionAt(source, location.start);
    return `${code} ${line}:${column} [${text.slice(location.start, location.end)}] ${message}`;
  });
}

function cells(text: string): string[][] {
  return readCsv({ path: 'list.csv', text }).rows.map((row) => row.cells.map((cell) => cell.text));
}

describe('mistakes in a table', () => {
  test.each(['', '\n\n', ' ,,\n,,', 'sep=;\n'])('an empty file: %j', (text) => {
    expect(problems(text)).toEqual(['empty-file 1:1 [] The table is empty: it has no row of headings.']);
  });

  test('an opening quotation mark that is never closed is shown where it stands; the rows after it are read', () => {
    const text = 'name,label\na,"Apple\nb,Bread\n';
    expect(problems(text)).toEqual([
      'quote-not-closed 2:3 ["] The quotation mark in front of this cell has no partner at the end of the cell.',
    ]);
    expect(cells(text)).toEqual([
      ['a', 'Apple'],
      ['b', 'Bread'],
    ]);
  });

  test('and so it is when a quoted cell further down seems to close it', () => {
    const text = 'name,label\na,"Apple\nb,Bread\nc,"Cake, sweet"\n';
    expect(problems(text)).toEqual([
      'quote-not-closed 2:3 ["] The quotation mark in front of this cell has no partner at the end of the cell.',
    ]);
    expect(cells(text)).toEqual([
      ['a', 'Apple'],
      ['b', 'Bread'],
      ['c', 'Cake, sweet'],
    ]);
  });

  test('text after the closing quotation mark', () => {
    const text = 'name,label\na,"the "red" apple"\nb,Bread';
    expect(problems(text)).toEqual([
      'text-after-quote 2:9 [red" apple"] The text "red" apple"" comes after the quotation mark that ends this cell.',
    ]);
    expect(cells(text)).toEqual([
      ['a', '"the "red" apple"'],
      ['b', 'Bread'],
    ]);
  });

  test('a quotation mark that breaks a cell in two', () => {
    expect(problems('name,label\na,say "hi, you"\n')).toEqual([
      'stray-quote 2:7 ["] This quotation mark stands inside a cell, and its row has 3 cells where the first row has 2 headings.',
    ]);
  });

  test('a row with more cells than headings', () => {
    const text = 'name,label\na,Apples, pears\nb,Bread,\n';
    expect(problems(text)).toEqual([
      'too-many-cells 2:11 [pears] This row has 3 cells where the first row has 2 headings; "pears" belongs to no column.',
    ]);
    expect(cells(text)).toEqual([
      ['a', 'Apples'],
      ['b', 'Bread'],
    ]);
  });

  test('a column that holds something without a heading, told once', () => {
    expect(problems('name,,label,\na,x,Apple,\nb,y,Bread,\n')).toEqual([
      'heading-missing 1:6 [] Column B has no heading, but it holds "x".',
    ]);
  });

  test('a heading that stands twice', () => {
    expect(problems('name,label,name\na,b,c\n')).toEqual([
      'heading-twice 1:12 [name] The heading "name" stands over two columns, A and C.',
    ]);
  });

  test('any number of mistakes in one row is told', () => {
    expect(problems(`name,label\n${'"a"b,'.repeat(300_000)}\n`)).toHaveLength(300_000);
  });

  test('several mistakes come in the order of the file, each with help', () => {
    const { problems: all } = readCsv({ path: 'list.csv', text: 'a,a,\n1,2,3\n4,5,6,7\n"8,9\n' });
    expect(all.map(({ code }) => code)).toEqual([
      'heading-twice',
      'heading-missing',
      'too-many-cells',
      'quote-not-closed',
    ]);
    expect(all.every(({ help }) => help.length > 20)).toBe(true);
  });
});

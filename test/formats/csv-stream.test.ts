import { array, assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanRows } from '../../src/formats/csv-scan.ts';
import { separatorOf } from '../../src/formats/csv-separator.ts';
import { EndlessRow, streamRows, type StreamedRow } from '../../src/formats/csv-stream.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function rowsOf(text: string, size = 7): Promise<readonly StreamedRow[]> {
  const all: (readonly StreamedRow[])[] = [];
  for await (const rows of streamRows(inPieces(text, size))) all.push(rows);
  return all.flat();
}

async function cellsOf(text: string, size?: number): Promise<readonly (readonly string[])[]> {
  return (await rowsOf(text, size)).map(({ cells }) => cells);
}

test.each([
  ['commas', 'a,b\n1,2\n'],
  ['semicolons', 'a;b\r\n1;2\r\n'],
  ['tabs', 'a\tb\r1\t2'],
  ['a declared separator', 'sep=|\na|b\n1|2'],
  ['quotation marks', '"a" , "b"\n"1","2"\n'],
])('%s', async (_, text) => {
  expect(await cellsOf(text)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('rows are counted as Excel counts them', async () => {
  const rows = await rowsOf('sep=;\na;b\n\n"two\r\nlines";2\n3;4\n');
  expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
    [2, 'a', 'b'],
    [3, ''],
    [4, 'two\nlines', '2'],
    [5, '3', '4'],
  ]);
});

test('blanks inside quotation marks stay', async () => {
  expect(await cellsOf('a,b\n" x "," ""y"" "\n')).toEqual([
    ['a', 'b'],
    [' x ', ' "y" '],
  ]);
});

test('a file that is cut off ends without a line end', async () => {
  expect((await rowsOf('a,b\n1,2\n3')).map(({ ended }) => ended)).toEqual([true, true, false]);
});

test('a quotation mark without a partner loses no row behind it', async () => {
  const rows = await rowsOf('a,b\n"1,2\n3,4\n');
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(rows.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['quote-not-closed']);
});

test('so it is where the rest of the file is longer than what is held', async () => {
  const many = 'x,y\n'.repeat(600_000);
  const rows = await rowsOf(`a,b\n"1,2\n${many}`, 65_536);
  expect(rows).toHaveLength(600_002);
  expect(rows[1]?.problems.map(({ code }) => code)).toEqual(['quote-not-closed']);
});

test('a text without rows is not read for ever', async () => {
  await expect(rowsOf('x'.repeat(40_000_000), 1_000_000)).rejects.toThrow(EndlessRow);
});

describe('in pieces of any size', () => {
  const piece = constantFrom('a', '"', '""', ',', ';', '\n', '\r\n', '\r', ' ', 'é', '1');
  const text = array(piece, { maxLength: 40 }).map((pieces) => `h,i\n${pieces.join('')}`);

  test('the rows are those of the whole text', async () => {
    await assert(
      asyncProperty(text, integer({ min: 1, max: 9 }), async (whole, size) => {
        const { separator, from } = separatorOf(whole);
        const expected = [...scanRows({ path: '', text: whole }, separator, from)].map(({ fields }) =>
          fields.map((field) => field.text),
        );
        const streamed = (await cellsOf(whole, size)).map((cells) => cells.map((cell) => cell.trim()));
        expect(streamed).toEqual(expected);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { inline, xlsx } from '../../support/xlsx-parts.mjs';
import { household } from './forms.ts';
import { formOf, readXlsx } from './tables.ts';

const STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs>';

const kinds = await formOf(`
| survey  | type             | name | label |
|         | text             | word | Word  |
|         | integer          | size | Size  |
|         | decimal          | rate | Rate  |
|         | date             | day  | Day   |
|         | time             | hour | Hour  |
|         | datetime         | when | When  |
|         | select_one shade | code | Code  |
|         | acknowledge      | ok   | Fine  |
| choices | list_name | name | label |
|         | shade     | true | Yes   |
|         | shade     | 2    | Two   |
`);

/** The answer that a cell with this XML is read as. */
async function answer(name: string, cell: string): Promise<unknown> {
  const { answers } = await readXlsx(
    [kinds],
    xlsx({
      styles: STYLES,
      sheets: {
        data: `<row r="1">${inline('A1', 'word')}${inline('B1', name)}</row><row r="2">${inline('A2', 'x')}${cell}</row>`,
      },
    }),
  );
  return answers[0]?.[name];
}

describe('what Excel makes of answers is turned back', () => {
  test.each([
    ['a whole number', 'size', '<c r="B2"><v>5</v></c>', '5'],
    ['a whole number with an exponent', 'size', '<c r="B2"><v>1E+05</v></c>', '100000'],
    ['a long whole number', 'size', '<c r="B2"><v>123456789012345</v></c>', '123456789012345'],
    ['a binary fraction', 'rate', '<c r="B2"><v>0.30000000000000004</v></c>', '0.3'],
    ['a very small number', 'rate', '<c r="B2"><v>1.5E-07</v></c>', '0.00000015'],
    ['a day', 'day', '<c r="B2" s="1"><v>45413</v></c>', '2024-05-01'],
    ['a day without a format', 'day', '<c r="B2"><v>45413</v></c>', '2024-05-01'],
    ['a day with a time in it', 'day', '<c r="B2" s="2"><v>45413.5</v></c>', '2024-05-01T12:00:00.000'],
    ['a small number is no day', 'day', '<c r="B2"><v>7</v></c>', '7'],
    ['a time', 'hour', '<c r="B2" s="3"><v>0.5</v></c>', '12:00:00.000'],
    ['a time without a format', 'hour', '<c r="B2"><v>0.25</v></c>', '06:00:00.000'],
    ['a moment', 'when', '<c r="B2" s="2"><v>45413.5</v></c>', '2024-05-01T12:00:00.000'],
    ['a moment at midnight', 'when', '<c r="B2" s="2"><v>45413</v></c>', '2024-05-01T00:00:00.000'],
    ['a number that Excel shows as a day', 'size', '<c r="B2" s="1"><v>12</v></c>', '12'],
    ['TRUE that is a code', 'code', '<c r="B2" t="b"><v>1</v></c>', 'true'],
    ['a number that is a code', 'code', '<c r="B2"><v>2</v></c>', '2'],
    ['text', 'size', inline('B2', ' 05 '), '05'],
    ['the result of a formula', 'size', '<c r="B2"><f>2+3</f><v>5</v></c>', '5'],
  ])('%s', async (_, name, cell, expected) => {
    expect(await answer(name, cell)).toBe(expected);
  });
});

test('days of workbooks that count from 1904', async () => {
  const { answers } = await readXlsx(
    [kinds],
    xlsx({
      workbookPr: '<workbookPr date1904="1"/>',
      sheets: {
        data: `<row r="1">${inline('A1', 'day')}${inline('B1', 'word')}</row><row r="2"><c r="A2"><v>43951</v></c></row>`,
      },
    }),
  );
  expect(answers).toEqual([{ day: '2024-05-01' }]);
});

test('cells to the right of all headings are kept', async () => {
  const rows = `<row r="1">${inline('A1', 'word')}</row><row r="2">${inline('A2', 'x')}${inline('C2', 'look')}</row>`;
  const { answers, told } = await readXlsx([kinds], xlsx({ sheets: { data: rows } }));
  expect(answers).toEqual([{ word: 'x', 'column C': 'look' }]);
  expect(told).toEqual(['unknown-data-column column C: Column C has no heading, but one row has something there.']);
});

test('a file that is no workbook is told', async () => {
  const { answers, told } = await readXlsx([household], Buffer.from('%PDF-1.4'));
  expect(answers).toEqual([]);
  expect(told).toEqual(['table-refused : "data.xlsx": The file is a PDF document, and no Excel workbook.']);
});

test('what stands before a damage is read', async () => {
  const rows = Array.from(
    { length: 3000 },
    (_, index) => `<row r="${index + 2}">${inline(`A${index + 2}`, 'x')}</row>`,
  );
  const broken = `<worksheet><sheetData><row r="1">${inline('A1', 'word')}</row>${rows.join('')}<row></worksheet>`;
  const { answers, told } = await readXlsx([kinds], xlsx({ sheets: { data: broken } }));
  expect(answers.length).toBeGreaterThan(0);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^table-refused : "data\.xlsx": The file is damaged\./);
});

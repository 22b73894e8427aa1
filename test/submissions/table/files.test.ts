import { expect, test } from 'vitest';
import { household } from './forms.ts';
import { fileOf, readCsv } from './tables.ts';

test.each([
  ['semicolons and a byte order mark', '\uFEFFsite;size\nA;4\n'],
  ['tabs and line ends of Windows', 'site\tsize\r\nA\t4\r\n'],
  ['quotation marks around everything', '"site";"size"\n"A";"4"\n'],
])('%s', async (_, text) => {
  const { submissions, told } = await readCsv([household], text);
  expect(submissions).toEqual([{ number: 1, line: 2, answers: { site: 'A', 'hh/size': '4' } }]);
  expect(told).toEqual([]);
});

test('UTF-16, as Excel writes it', async () => {
  const { answers } = await readCsv(
    [household],
    fileOf('data.csv', Buffer.from('\uFEFFsite\tsize\nسلام\t4\n', 'utf16le'), 3),
  );
  expect(answers).toEqual([{ site: 'سلام', 'hh/size': '4' }]);
});

test('letters of Windows-1252 are read and told once', async () => {
  const bytes = Buffer.from('site,size\nLumi\u00E8re,4\nFor\u00EAt,5\n', 'latin1');
  const { answers, told } = await readCsv([household], fileOf('data.csv', bytes));
  expect(answers.map(({ site }) => site)).toEqual(['Lumière', 'Forêt']);
  expect(told).toEqual([
    'foreign-letters row 2: "data.csv" is not saved as UTF-8: the first such letter stands in this row.',
  ]);
});

test('a file that is cut off', async () => {
  const { answers, told } = await readCsv([household], 'site,size,day\nA,4,2024-05-01\nB,5');
  expect(answers).toEqual([{ site: 'A', 'hh/size': '4', day: '2024-05-01' }]);
  expect(told).toEqual([
    'cut-row row 3: The last row of the file has 2 of 3 cells, and no line end: the file is cut off here, and the row is left out.',
  ]);
});

test('a row with a cell too many, and a quotation mark without a partner', async () => {
  const { answers, told } = await readCsv([household], 'site,size\nA, north,4\n"B,5\nC,6\n');
  expect(answers.slice(1)).toEqual([
    { site: 'B', 'hh/size': '5' },
    { site: 'C', 'hh/size': '6' },
  ]);
  expect(told).toEqual([
    'broken-row row 2: This row has more cells than the 2 headings of the table.',
    'broken-row row 3: The quotation mark in front of this cell has no partner at the end of the cell.',
  ]);
});

test('a file without rows, and one of a single endless row', async () => {
  expect((await readCsv([household], '')).told).toEqual([
    'table-refused : "data.csv": The table is empty: it has no row of headings.',
  ]);
  const { told } = await readCsv([household], fileOf('data.csv', Buffer.alloc(20_000_000, 'x'), 1_000_000));
  expect(told.at(0)).toMatch(/^table-refused : "data\.csv": /);
});

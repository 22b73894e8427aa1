import { expect, test } from 'vitest';
import type { ByteFile } from '../../src/formats/byte-file.ts';
import type { RowRead } from '../../src/formats/xlsx-cells.ts';
import { readWorkbook } from '../../src/formats/xlsx-read.ts';
import { openWorkbook } from '../../src/formats/xlsx-stream.ts';
import { inline, xlsx } from '../support/xlsx-parts.mjs';

function fileOf(bytes: Uint8Array, piece = 100): ByteFile {
  return {
    size: bytes.length,
    pieces: async function* pieces(from = 0) {
      for (let at = from; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

interface Streamed {
  readonly sheets: readonly (readonly [string, readonly RowRead[]])[];
  readonly refused: readonly string[];
}

async function read(bytes: Uint8Array): Promise<Streamed> {
  const workbook = await openWorkbook(fileOf(bytes));
  if (workbook.kind === 'refused') return { sheets: [], refused: [workbook.problem.kind] };
  const sheets: [string, RowRead[]][] = [];
  const refused: string[] = [];
  for (const sheet of workbook.sheets) {
    const rows: RowRead[] = [];
    for await (const some of sheet.rows(({ kind }) => refused.push(kind))) rows.push(...some);
    sheets.push([sheet.name, rows]);
  }
  return { sheets, refused };
}

const CONTENT = {
  strings: '<si><t>shared</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  sheets: {
    main: `<row r="1"><c r="A1" t="s"><v>0</v></c>${inline('C1', 'own')}</row><row r="3"><c r="B3"><v>1E3</v></c><c r="C3" s="1"><v>45000</v></c><c r="D3" t="b"><v>1</v></c></row>`,
    more: `<row r="1">${inline('A1', 'x')}</row>`,
  },
};

test('the rows are those of the whole workbook', async () => {
  const bytes = xlsx(CONTENT);
  const whole = readWorkbook(bytes);
  if (whole.kind === 'refused') throw new Error(whole.problem.message);
  expect(await read(bytes)).toEqual({ sheets: whole.sheets.map(({ name, rows }) => [name, rows]), refused: [] });
});

test('so they are in a long sheet', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `<row r="${index + 1}">${inline(`A${index + 1}`, `é${index}`)}</row>`,
  );
  const { sheets } = await read(xlsx({ sheets: { main: rows.join('') } }));
  expect(sheets[0]?.[1]).toHaveLength(20_000);
  expect(sheets[0]?.[1].at(-1)).toMatchObject({ number: 20_000, cells: [{ value: 'é19999' }] });
});

test('what stands before the damage is read, and the damage told', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, index) => `<row r="${index + 1}">${inline(`A${index + 1}`, 'x')}</row>`,
  );
  const broken = `<worksheet><sheetData>${rows.join('')}<row r="6000"></worksheet>`;
  const { sheets, refused } = await read(xlsx({ sheets: { main: broken } }));
  expect(refused).toEqual(['damaged']);
  expect(sheets[0]?.[1].length).toBeGreaterThan(0);
});

test('bytes that are not what was packed are told', async () => {
  const bytes = xlsx(CONTENT);
  const at = Buffer.from(bytes).indexOf('worksheets/sheet1.xml') + 30;
  bytes.fill(0xff, at, at + 20);
  expect((await read(bytes)).refused).toEqual(['damaged']);
});

test.each([
  ['empty-file', new Uint8Array()],
  ['text-file', Buffer.from('a,b\n1,2\n')],
  ['damaged', xlsx(CONTENT).subarray(0, 900)],
  ['unsafe', xlsx({ sheets: { main: '<!DOCTYPE x><worksheet/>' } })],
])('%s is refused', async (kind, bytes) => {
  expect((await read(bytes)).refused).toEqual([kind]);
});

test('a sheet that unpacks to far more than any is a trap', async () => {
  const blanks = ' '.repeat(40_000_000);
  const { refused } = await read(xlsx({ sheets: { main: `<worksheet><sheetData>${blanks}</sheetData></worksheet>` } }));
  expect(refused).toEqual(['unsafe']);
});

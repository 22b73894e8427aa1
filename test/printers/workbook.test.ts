import excel from 'exceljs';
import { expect, test } from 'vitest';
import type { Findings } from '../../src/conform/findings/found.ts';
import { readWorkbook } from '../../src/formats/xlsx-read.ts';
import { type TableSheet, writeTables } from '../../src/formats/xlsx-tables.ts';
import { logLayouts } from '../../src/printers/records/cleaning-log.ts';
import { findingsWorkbook } from '../../src/printers/records/workbook.ts';
import { findingsOf, outOfRange, subject, tellMonth } from '../conform/findings/findings.ts';

const about = { source: 'dictionary', forms: ['Household registration'], data: ['may.json'] };

/** A sheet as text: headings with their choices, then its first and last rows. */
async function outline({ name, columns, rows }: TableSheet, few = 12): Promise<string> {
  const all = [];
  for await (const some of rows) all.push(...some);
  const head = columns.map(({ header, choices }) => (choices ? `${header} (${choices.join('/')})` : header));
  const shown = all.length > few ? [...all.slice(0, few - 7), ['…'], ...all.slice(-6)] : all;
  const lines = shown.map((cells) => cells.map((cell) => JSON.stringify(cell).slice(0, 60)).join(' | '));
  return [`=== ${name}: ${all.length} rows`, head.join(' | '), ...lines, ''].join('\n');
}

test.each(logLayouts)('the cleaning log of %s', async (layout) => {
  const log = findingsWorkbook(findingsOf(tellMonth), about, { layout }).find(({ name }) => name === 'Cleaning log');
  if (!log) throw new Error('no cleaning log');
  await expect(await outline(log)).toMatchFileSnapshot(`baselines/records/log-${layout}.txt`);
});

test('the other sheets', async () => {
  const sheets = findingsWorkbook(findingsOf(tellMonth), about, { layout: 'lexiform' });
  const texts = [];
  for (const sheet of sheets) if (sheet.name !== 'Cleaning log') texts.push(await outline(sheet, 40));
  await expect(texts.join('\n')).toMatchFileSnapshot('baselines/records/workbook.txt');
});

test('a log that is capped says how much is left out', async () => {
  const sheets = findingsWorkbook(findingsOf(tellMonth), about, { layout: 'ipa', most: 10 });
  const [summary, log] = await Promise.all(sheets.slice(0, 2).map((sheet) => outline(sheet, 40)));
  expect(summary).toContain('"Rows of the cleaning log" | 10 | "60 findings left out: the log ends after 10 rows.');
  expect(log).toContain('Cleaning log: 10 rows');
});

async function bytesOf(findings: Findings): Promise<Uint8Array> {
  return writeTables(findingsWorkbook(findings, about, { layout: 'impact' }));
}

test('in Excel an answer stays what it was, and never becomes a formula or a number', async () => {
  const read = readWorkbook(await bytesOf(findingsOf(tellMonth)));
  if (read.kind !== 'workbook') throw new Error(read.problem.kind);
  const log = read.sheets.find(({ name }) => name === 'Cleaning log');
  const cells = (log?.rows ?? []).flatMap((row) => row.cells);
  expect(new Set(cells.map(({ kind }) => kind))).toEqual(new Set(['text']));
  expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
  const values = cells.map((cell) => (cell.kind === 'text' ? cell.value : ''));
  expect(values).toEqual(expect.arrayContaining(['=HYPERLINK("http://evil.example";"click")', '66', '-1+cmd|calc']));
});

test('the same findings give the same bytes', async () => {
  expect(await bytesOf(findingsOf(tellMonth))).toEqual(await bytesOf(findingsOf(tellMonth)));
});

test('headings stay in sight and filter, decisions are chosen from a list', async () => {
  const workbook = new excel.Workbook();
  const findings = findingsOf((store) => store.add(outOfRange(subject(), '=1+1')));
  // exceljs declares a Buffer of its own.
  await workbook.xlsx.load(Buffer.from(await bytesOf(findings)) as unknown as excel.Buffer);
  const log = workbook.getWorksheet('Cleaning log');
  expect(log?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
  expect(log?.autoFilter).toBe('A1:Q2');
  expect(log?.getCell('H2').dataValidation).toMatchObject({ type: 'list', formulae: ['"yes,no"'] });
  expect(log?.getCell('I2')).toMatchObject({ value: '=1+1', type: excel.ValueType.String, numFmt: '@' });
  expect(workbook.getWorksheet('Summary')?.getCell('B8').value).toBe(1);
});

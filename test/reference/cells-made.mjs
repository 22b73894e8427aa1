// The workbooks of `cells-cases.mjs`, and some that libraries write from the same few values.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import excel from 'exceljs';
import { writeWorkbook } from '../../dist/formats/xlsx-write.js';
import { xlsx } from '../support/xlsx-parts.mjs';
import { CASES } from './cells-cases.mjs';
import { SetupError, run } from './process.mjs';
import { ensureConverter } from './python.mjs';

const SCRIPT = fileURLToPath(new URL('cells-made.py', import.meta.url));

/** Writes all into a folder; gives their paths. */
export async function makeWorkbooks(folder) {
  const cases = Object.entries(CASES).map(([name, content]) => [name, xlsx(content)]);
  const others = [
    ['a workbook of exceljs', await withExceljs()],
    ['a workbook of our own', await ownWorkbook()],
  ];
  const paths = [];
  for (const [name, bytes] of [...cases, ...others]) {
    paths.push(join(folder, `${name}.xlsx`));
    await writeFile(paths.at(-1), bytes);
  }
  return [...paths, ...(await withOpenpyxl(folder))];
}

async function withExceljs() {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet('survey', { state: 'hidden' });
  sheet.addRow(['type', 'name', 1, 2.5, true, new Date(Date.UTC(2024, 0, 31, 8, 30)), '_x000D_', ' two\nlines ']);
  sheet.getCell('A3').value = { richText: [{ text: 'rich ' }, { text: 'text', font: { bold: true } }] };
  sheet.getCell('B3').value = { formula: 'C1+1', result: 2 };
  sheet.getCell('C3').value = { formula: 'C1&"x"', result: '1x' };
  sheet.getCell('D3').value = { error: '#N/A' };
  sheet.getCell('E3').value = { text: 'link', hyperlink: 'https://example.org' };
  sheet.getCell('F3').value = 0.5;
  sheet.getCell('F3').numFmt = '0%';
  sheet.getCell('G3').note = 'a note';
  sheet.mergeCells('A5:C6');
  sheet.getCell('A5').value = 'merged';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function ownWorkbook() {
  const columns = ['type', 'name'].map((header) => ({ header, width: 10 }));
  const rows = [
    ['text', '07'],
    ['_x000D_ _x005F_', ' a\r\nb '],
    ['', '=1+1 ولسوالی'],
  ].map((cells) => ({ cells }));
  return writeWorkbook({ sheets: [{ name: 'survey', rightToLeft: false, columns, rows }] });
}

async function withOpenpyxl(folder) {
  const answer = await run(await ensureConverter('4.5.0'), ['-I', SCRIPT, folder]);
  if (answer.code !== 0) throw new SetupError(`openpyxl wrote nothing:\n${answer.stderr}`);
  return answer.stdout.trimEnd().split('\n');
}

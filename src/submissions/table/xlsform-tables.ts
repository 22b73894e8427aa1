import { xlsformSheets } from '../../vocabulary/reserved.ts';
import { plainText } from './cell.ts';
import type { Table } from './table.ts';

/** The form in place of its data is a common slip, and some of its rows look like headings. */
export async function isForm(tables: readonly Table[]): Promise<boolean> {
  const own = tables.filter(({ name }) => SHEETS.has(name.trim().toLowerCase()));
  const survey = own.find(({ name }) => name.trim().toLowerCase() === 'survey');
  if (survey === undefined || own.length === 1) return false;
  const headings = await firstRow(survey);
  return headings.has('type') && headings.has('name');
}

const SHEETS: ReadonlySet<string> = new Set(xlsformSheets);

async function firstRow({ rows }: Table): Promise<ReadonlySet<string>> {
  for await (const [first] of rows(false))
    if (first) return new Set(first.cells.map((cell) => plainText(cell).trim().toLowerCase()));
  return new Set();
}

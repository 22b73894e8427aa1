import { startOf } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { type ByteFile, readAt } from '../../../formats/byte-file.ts';
import { LARGEST_FILE } from '../../../source/files.ts';
import { csvTable } from './csv-table.ts';
import type { AreaTable } from './table.ts';
import { workbookTables } from './workbook-tables.ts';

/** A file of a gazetteer, with the name by which messages know it. */
export interface AreaFile extends ByteFile {
  readonly name: string;
}

/** The tables of places in the files of a gazetteer. Never throws for what stands in a file. */
export async function readTables(files: Iterable<AreaFile>, report: Report): Promise<readonly AreaTable[]> {
  const all: AreaTable[] = [];
  for (const file of files) all.push(...(await tablesIn(file, report)));
  return all;
}

async function tablesIn(file: AreaFile, report: Report): Promise<readonly AreaTable[]> {
  const told: boolean[] = [];
  const listening: Report = (...finding) => {
    told.push(true);
    report(...finding);
  };
  const tables = (await isWorkbook(file))
    ? await workbookTables(file.name, file, listening)
    : await textTable(file, listening);
  if (tables.length === 0 && told.length === 0)
    report('areas-no-table', startOf({ path: file.name, text: '' }), {
      file: file.name,
      seems: 'has no column of p-codes',
    });
  return tables;
}

/** What a person calls a workbook is looked at as one, so that it is told what it is instead. */
async function isWorkbook(file: AreaFile): Promise<boolean> {
  const head = await readAt(file, 0, 2);
  return head.toString('latin1') === 'PK' || /\.(?:xls[xmb]?|ods)$/i.test(file.name);
}

async function textTable(file: AreaFile, report: Report): Promise<readonly AreaTable[]> {
  if (file.size > LARGEST_FILE) {
    const reason = `it is larger than ${LARGEST_FILE / 1024 / 1024} MB`;
    report('file-unreadable', startOf({ path: file.name, text: '' }), { file: file.name, reason });
    return [];
  }
  const table = csvTable(file.name, await readAt(file, 0, file.size), report);
  return table ? [table] : [];
}

import { excelCsvRow, BYTE_ORDER_MARK } from '../formats/csv-for-excel.ts';
import type { TableRow, TableSheet } from '../formats/xlsx-tables.ts';
import { type Cell, type Database, text } from './duckdb.ts';
import { headingsOf, readableSelect } from './tables/export-sql.ts';
import type { Table } from './tables/plan.ts';
import { uniqueNames } from './tables/names.ts';
import { selectOf } from './tables/sql.ts';

/** A table of one project of a store. */
export interface StoredTable {
  readonly database: Database;
  readonly project: string;
  readonly table: Table;
}

/** As a CSV file that Excel opens and computes nothing of, in pieces. */
export async function* csvOf({ database, project, table }: StoredTable): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${excelCsvRow(headingsOf(table))}`;
  for await (const rows of database.stream(readableSelect(table, project)))
    yield rows.map((row) => excelCsvRow(row.map(wordOf))).join('');
}

function wordOf(cell: Cell): string {
  return cell === null ? '' : String(cell);
}

/** What Excel can hold. */
export const MOST_ROWS = 1_048_575;
export const MOST_COLUMNS = 16_384;
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;
const WIDTH = 20;

/** A sheet for each table. */
export function sheetsOf(tables: readonly StoredTable[]): readonly TableSheet[] {
  const names = uniqueNames();
  return tables.map(({ database, project, table }) => ({
    name: names(table.name.replaceAll(/[[\]:*?/\\']/g, '_').slice(0, LONGEST_NAME - 4)),
    columns: headingsOf(table).map((header) => ({ header, width: WIDTH })),
    rows: sheetRows(database, readableSelect(table, project)),
  }));
}

async function* sheetRows(database: Database, sql: string): AsyncGenerator<readonly TableRow[]> {
  for await (const rows of database.stream(sql)) yield rows.map((row) => row.map(cellOf));
}

function cellOf(cell: Cell): string | number {
  if (typeof cell === 'number') return cell;
  // Excel has 15 digits; a longer number is more likely one of a card.
  if (typeof cell === 'bigint') return Number.isSafeInteger(Number(cell)) && cell < 1e15 ? Number(cell) : String(cell);
  const word = wordOf(cell);
  return word.length > LONGEST_CELL ? `${word.slice(0, LONGEST_CELL - 1)}…` : word;
}

/** Writes a Parquet file, with the types that the columns have. */
export async function writeParquet({ database, project, table }: StoredTable, file: string): Promise<void> {
  const how = 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 10240';
  await database.run(`COPY (${selectOf(table, project)}) TO ${text(file)} (${how})`);
}

/** How many rows a table has. */
export async function rowsOf({ database, project, table }: StoredTable): Promise<number> {
  const [row] = await database.rows(`SELECT count(*) AS number FROM (${selectOf(table, project)})`);
  return Number(row?.['number'] ?? 0);
}

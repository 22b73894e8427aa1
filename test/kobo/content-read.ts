import { readWorkbook } from '../../src/formats/xlsx-read.ts';
import type { CellRead, SheetRead } from '../../src/formats/xlsx-cells.ts';
import { KoboError } from './kobo-error.ts';
import { LOCK_SHEET } from './content-locks.ts';
import type { Row } from './state.ts';

/** Sheets by name, each row from its headings to its texts, as formpack reads them (xls_to_ss_structure.py). */
export type RawSheets = Record<string, Row[]>;

/** Any other sheet is known by its name alone. */
const READ_SHEETS: ReadonlySet<string> = new Set([
  'survey',
  'choices',
  'settings',
  'external_choices',
  'osm',
  'entities',
  'library',
  LOCK_SHEET,
]);

/** @throws KoboError for what is no workbook. */
export function readSheets(bytes: Uint8Array): RawSheets {
  const read = readWorkbook(bytes);
  if (read.kind === 'refused') throw new KoboError('XlsFormatException', 'Unsupported format, or corrupt file');
  const only = read.sheets.length === 1 && !READ_SHEETS.has(koboName(read.sheets[0]?.name ?? ''));
  return Object.fromEntries(
    read.sheets.map((sheet) => {
      const name = only ? 'survey' : koboName(sheet.name);
      return [name, only || READ_SHEETS.has(name) ? rowsOf(sheet) : []];
    }),
  );
}

/** Office programs turn the two dashes of `kobo--` into one long one. */
export function koboName(name: string): string {
  return name.replace(/^kobo[–—]/u, 'kobo--');
}

/** An empty row between others stays; more than 60 of them end the sheet. Nothing beyond the size that the file states is read. */
const MOST_EMPTY = 60;

function rowsOf({ rows, declared = { row: Infinity, column: Infinity } }: SheetRead): Row[] {
  const inside = rows.filter(({ number }) => number <= declared.row);
  const headings = headingsOf(inside.find(({ number }) => number === 1)?.cells ?? [], declared.column);
  const read: Row[] = [];
  for (const { number, cells } of inside) {
    const row = rowOf(cells, headings);
    const empty = number - 2 - read.length;
    if (number === 1 || Object.keys(row).length === 0) continue;
    if (empty > MOST_EMPTY) break;
    for (let count = 0; count < empty; count += 1) read.push({});
    read.push(row);
  }
  return read;
}

function headingsOf(cells: readonly CellRead[], last: number): ReadonlyMap<number, string> {
  const headings = new Map<number, string>();
  for (const cell of cells) {
    const text = cellText(cell).replaceAll(/ +/g, ' ').trim();
    if (text === '' || cell.column > last) continue;
    if ([...headings.values()].includes(text)) throw new KoboError('PyXFormError', `Duplicate column header: ${text}`);
    headings.set(cell.column, text);
  }
  return headings;
}

function rowOf(cells: readonly CellRead[], headings: ReadonlyMap<number, string>): Row {
  const row: Row = {};
  for (const cell of cells) {
    const heading = headings.get(cell.column);
    const text = cellText(cell).trim();
    if (heading !== undefined && text !== '') row[heading] = text;
  }
  return row;
}

function cellText(cell: CellRead): string {
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  if (cell.kind === 'number') return String(cell.value);
  return cell.value.replaceAll('\u00a0', ' ');
}

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

function rowsOf({ rows }: SheetRead): Row[] {
  const headings = new Map<number, string>();
  for (const cell of rows.find(({ number }) => number === 1)?.cells ?? []) {
    const text = cellText(cell).replaceAll(/ +/g, ' ').trim();
    if ([...headings.values()].includes(text)) throw new KoboError('PyXFormError', `Duplicate column header: ${text}`);
    if (text !== '') headings.set(cell.column, text);
  }
  return rows.filter(({ number }) => number > 1).map(({ cells }) => rowOf(cells, headings));
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

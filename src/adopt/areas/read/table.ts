import type { Location } from '../../../core/location.ts';
import type { CellRead, TextCell } from '../../../formats/xlsx-cells.ts';
import { printedValue } from '../../../formats/xlsx-printed.ts';
import type { AreaColumns } from './headings.ts';

/** What a cell of a gazetteer holds: its text, or what Excel keeps otherwise; '' where it is empty. */
export type AreaCell = string | Exclude<CellRead, TextCell>;

export interface AreaRow {
  readonly cells: readonly AreaCell[];
  /** The number of the row in a sheet, or where it begins in a text file. */
  readonly at: number;
}

/** A sheet of a gazetteer, or a CSV file. Columns count from 0. */
export interface AreaTable {
  readonly file: string;
  /** Undefined for a CSV file. */
  readonly sheet: string | undefined;
  readonly headings: AreaRow;
  readonly columns: AreaColumns;
  readonly rows: readonly AreaRow[];
  readonly locate: (row: AreaRow, column: number) => Location;
}

// What takes no room at all; not the joiners (U+200C, U+200D) that Persian and Urdu need.
const UNSEEN = /[\u200B\u2060\uFEFF]/g;
const CLEAN = /^[!-~]+(?: [!-~]+)*$/;

/** A text as lists hold it: in NFC, with single blanks inside and none around. */
export function cleaned(text: string): string {
  return CLEAN.test(text) ? text : text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim();
}

/** What geographic programs and Excel write where there is nothing. */
const NOTHING: ReadonlySet<string> = new Set(['<Null>', '<NULL>', 'NULL', '#N/A', 'N/A', 'n/a']);

/** The text of a cell as lists hold it; '' for one in which nothing stands. */
export function textIn({ cells }: AreaRow, column: number | undefined): string {
  const cell = column === undefined ? '' : (cells[column] ?? '');
  if (typeof cell === 'string') return cell === '' || NOTHING.has(cell) ? '' : cleaned(cell);
  if (cell.kind === 'error') return '';
  const text = printedValue(cell);
  return cell.kind === 'number' ? text.replace(/\.0$/, '') : cleaned(text);
}

/** What the cell shows, for who is told of it. */
export function shownIn({ cells }: AreaRow, column: number): string {
  const cell = cells[column] ?? '';
  return typeof cell === 'string' ? cell : printedValue(cell);
}

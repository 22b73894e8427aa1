import type { CellLocation, RowCell } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { columnLetters } from '../../formats/column-letters.ts';
import type { RowRead, SheetRead } from '../../formats/xlsx-cells.ts';
import type { Plain } from '../../model/facets.ts';
import { checkRewritten } from './rewritten.ts';
import { cellAt, cellText, collapsed, plainAt, type SheetPlace, straightened } from './cell-text.ts';

/** A heading of a sheet. */
export interface Header {
  readonly text: string;
  /** From 1. */
  readonly column: number;
  readonly at: CellLocation;
}

export interface TableRow {
  /** The first cell that holds something. */
  readonly at: CellLocation;
  /** The cells that hold something, by their headings, from left to right. */
  readonly cells: ReadonlyMap<Header, Plain>;
}

export interface ReadTable {
  readonly place: SheetPlace;
  readonly headers: readonly Header[];
  readonly rows: readonly TableRow[];
}

/** So many empty headings or rows in a row end a sheet for the converter (xlsform.md 2.1). */
const MOST_EMPTY_HEADINGS = 20;
const MOST_EMPTY_ROWS = 60;

/** A sheet as a table: headings in row 1, what stands below them, and nothing of what the converter does not look at. */
export function readTable(file: string, sheet: SheetRead, collapse: boolean, report: Report): ReadTable {
  const place = { file, sheet: sheet.name };
  const [first, ...others] = sheet.rows;
  const isHead = first?.number === 1;
  const { headers, doubled, end } = isHead ? readHeaders(first, place, report) : NO_HEADINGS;
  const below = isHead ? others : sheet.rows;
  const rows: TableRow[] = [];
  const unnamed = new Map<number, CellLocation[]>();
  let last = 1;
  for (const row of below) {
    const found = readRow(row, headers, place, collapse, unnamed, report);
    if (!found) continue;
    if (row.number - last > MOST_EMPTY_ROWS + 1) {
      report('rows-not-read', found.at, { sheet: sheet.name, row: row.number, empty: row.number - last - 1 });
      break;
    }
    last = row.number;
    rows.push(found);
  }
  for (const [column, cells] of unnamed)
    if (!doubled.has(column)) reportUnnamed(column, cells, column >= end, place, report);
  return { place, headers, rows };
}

interface Headings {
  readonly headers: readonly Header[];
  /** The columns of headings that stand there already. */
  readonly doubled: ReadonlySet<number>;
  /** The column of the first heading behind so long a gap that the converter does not see it. */
  readonly end: number;
}

const NO_HEADINGS: Headings = { headers: [], doubled: new Set(), end: Infinity };

function readHeaders(row: RowRead, place: SheetPlace, report: Report): Headings {
  const headers: Header[] = [];
  const doubled = new Set<number>();
  const seen = new Map<string, Header>();
  let last = 0;
  for (const cell of row.cells) {
    const text = collapsed(cellText(cell));
    if (text === '') continue;
    if (cell.column - last > MOST_EMPTY_HEADINGS + 1) return { headers, doubled, end: cell.column };
    last = cell.column;
    const header = { text, column: cell.column, at: cellAt(place, row.number, cell.column, String(cell.value)) };
    const earlier = seen.get(text);
    if (earlier) reportTwice(header, earlier, place, report);
    if (earlier) doubled.add(header.column);
    else headers.push(header);
    seen.set(text, earlier ?? header);
  }
  return { headers, doubled, end: Infinity };
}

function reportTwice({ text, at }: Header, earlier: Header, { sheet }: SheetPlace, report: Report): void {
  const related = [{ message: 'first here', location: earlier.at }];
  report('header-twice', at, { header: text, other: earlier.text, sheet }, { related });
}

/** One finding a column, however many cells it has: whole columns of notes stand beside many forms. */
function reportUnnamed(
  column: number,
  cells: readonly CellLocation[],
  isBehindGap: boolean,
  { sheet }: SheetPlace,
  report: Report,
): void {
  const [first] = cells;
  const params = { sheet, column: columnLetters(column), cells: cells.length, gap: isBehindGap };
  if (first) report('cell-without-header', first, params);
}

function readRow(
  row: RowRead,
  headers: readonly Header[],
  place: SheetPlace,
  collapse: boolean,
  unnamed: Map<number, CellLocation[]>,
  report: Report,
): TableRow | undefined {
  const byColumn = columnsOf(headers);
  const cells = new Map<Header, Plain>();
  const rowCells = (): readonly RowCell[] => [...cells].map(rowCell);
  for (const cell of row.cells) {
    const text = straightened(cellText(cell));
    const header = byColumn.get(cell.column);
    const at = cellAt(place, row.number, cell.column, String(cell.value), rowCells);
    if (header) checkRewritten(cell, at, report);
    if (text === '') continue;
    if (header) cells.set(header, plainAt(collapse ? collapsed(text) : text, at));
    else listAt(unnamed, cell.column).push(at);
  }
  const [first] = cells.values();
  return first?.origin.location.kind === 'cell' ? { at: first.origin.location, cells } : undefined;
}

function rowCell([{ text, column }, { string, origin }]: readonly [Header, Plain]): RowCell {
  const { location } = origin;
  const cell = location.kind === 'cell' ? location.cell : columnLetters(column);
  return { cell, heading: text, value: string.text };
}

function listAt<Value>(lists: Map<number, Value[]>, index: number): Value[] {
  const list = lists.get(index) ?? [];
  lists.set(index, list);
  return list;
}

const columns = new WeakMap<readonly Header[], ReadonlyMap<number, Header>>();

function columnsOf(headers: readonly Header[]): ReadonlyMap<number, Header> {
  const known = columns.get(headers) ?? new Map(headers.map((header) => [header.column, header]));
  columns.set(headers, known);
  return known;
}

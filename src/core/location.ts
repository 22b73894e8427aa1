import type { Range } from './range.ts';

/** A file as it was read: `path` is relative to the project, with `/`; `text` is decoded, without byte order mark. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Where the text stands in its file, if it is a part of one that is kept while the rest of the file changes. */
  readonly part?: FilePart;
}

/** The place of a part of a file. It moves with what is written above it, so places in the part are counted from its beginning. */
export interface FilePart {
  whole: SourceText;
  offset: number;
}

/** A stretch of a text file. Offsets are UTF-16 code units into `source.text`. */
export interface TextLocation extends Range {
  readonly kind: 'text';
  readonly source: SourceText;
}

/** A cell of a workbook; `row` counts from 1 as Excel shows it, `cell` is its address, such as `C14`. */
export interface CellLocation {
  readonly kind: 'cell';
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly cell: string;
  readonly value: string;
  /** The cells of its row that hold something, from left to right; the cells of a row share the function. */
  readonly rowCells?: () => readonly RowCell[];
}

/** A cell as a reader sees it beside others: its address, the heading above it and what it says. */
export interface RowCell {
  readonly cell: string;
  readonly heading: string;
  readonly value: string;
}

/** An answer in a submission; `record` is the submission's id, `path` the question's path in it. */
export interface RecordLocation {
  readonly kind: 'record';
  readonly file: string;
  readonly record: string;
  readonly path: string;
}

export type Location = TextLocation | CellLocation | RecordLocation;

/** Line and column, both from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStarts = new WeakMap<SourceText, readonly number[]>();

/** Offsets at which each line of a file begins; computed once a file. */
export function lineStartsOf(source: SourceText): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStarts.set(source, starts);
  return starts;
}

export function positionAt(source: SourceText, offset: number): Position {
  const starts = lineStartsOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The text of a line (from 1), without its line end. */
export function lineText(source: SourceText, line: number): string {
  const starts = lineStartsOf(source);
  const start = starts[line - 1] ?? source.text.length;
  const end = starts[line] ?? source.text.length + 1;
  return source.text.slice(start, end - 1).replace(/\r$/, '');
}

/** The heading above a cell, for what concerns the column as a whole; of anything else the place itself. */
export function headingOf(location: Location): Location {
  if (location.kind !== 'cell') return location;
  const heading = location.rowCells?.().find(({ cell }) => cell === location.cell)?.heading ?? '';
  const { file, sheet } = location;
  return { kind: 'cell', file, sheet, row: 1, cell: `${columnOf(location)}1`, value: heading };
}

/** The file that a location stands in. */
export function fileOf(location: Location): string {
  return location.kind === 'text' ? location.source.path : location.file;
}

/** The same place, counted from the beginning of its file as that is now. */
export function inWholeFile<Place extends Location>(location: Place): Place {
  if (location.kind !== 'text' || !location.source.part) return location;
  const { whole, offset } = location.source.part;
  return { ...location, source: whole, start: location.start + offset, end: location.end + offset };
}

/** The beginning of a file, for what concerns the file as a whole. */
export function startOf(source: SourceText): TextLocation {
  return { kind: 'text', source, start: 0, end: 0 };
}

/** Orders locations as a reader meets them: by file, then by place; the survey sheet comes before the others. */
export function compareLocations(a: Location, b: Location): number {
  return (
    compareText(fileOf(a), fileOf(b)) ||
    compareText(sheetOf(a), sheetOf(b)) ||
    placeOf(a) - placeOf(b) ||
    columnOf(a).length - columnOf(b).length ||
    compareText(columnOf(a), columnOf(b)) ||
    compareText(wordsOf(a), wordsOf(b))
  );
}

function sheetOf(location: Location): string {
  if (location.kind !== 'cell') return '';
  return location.sheet.toLowerCase() === 'survey' ? '' : location.sheet;
}

function placeOf(location: Location): number {
  if (location.kind === 'text') return location.start + (location.source.part?.offset ?? 0);
  return location.kind === 'cell' ? location.row : 0;
}

/** `C` of `C14`: `AA` stands behind `Z`. */
function columnOf(location: Location): string {
  return location.kind === 'cell' ? location.cell.replace(/\d+$/, '') : '';
}

function wordsOf(location: Location): string {
  return location.kind === 'record' ? `${location.record} ${location.path}` : '';
}

/** Compares by code unit, so that an order never depends on the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

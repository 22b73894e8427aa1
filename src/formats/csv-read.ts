import { startOf, type SourceText, type TextLocation } from '../core/location.ts';
import type { SourceString } from '../source/source-string.ts';
import type { CsvField } from './csv-field.ts';
import {
  type CsvProblem,
  emptyFile,
  headingMissing,
  headingTwice,
  locationIn,
  strayQuote,
  tooManyCells,
} from './csv-problem.ts';
import { type ScannedRow, scanRows } from './csv-scan.ts';
import { separatorOf } from './csv-separator.ts';

/** A row that holds something: one cell a heading, or fewer where the row ends early; what is empty reads ''. */
export interface CsvRow {
  readonly cells: readonly SourceString[];
  /** From its first to its last character, without the line end. */
  readonly at: TextLocation;
}

export interface CsvTable {
  /** The first row that is not blank. A column without heading that holds nothing keeps its place as ''. */
  readonly header: readonly SourceString[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
}

/**
 * A table as Excel, LibreOffice or a person writes it: separated by commas, semicolons or tabs, with or without
 * quotation marks. Blank rows and empty columns at the right are left out, blanks around texts are trimmed, no-break
 * spaces become blanks. Never throws; `problems` are in the order of the file.
 */
export function readCsv(source: SourceText): CsvTable {
  const { separator, from } = separatorOf(source.text);
  const scanned = scanRows(source, separator, from);
  const first = nextWithContent(scanned);
  if (!first) return { header: [], rows: [], problems: [emptyFile(startOf(source))] };
  const columns = newColumns(first);
  const rows: CsvRow[] = [];
  for (let row = nextWithContent(scanned); row; row = nextWithContent(scanned)) {
    rows.push({ cells: takeCells(columns, row), at: row.at });
  }
  const problems = columns.problems.toSorted((a, b) => a.location.start - b.location.start);
  return { header: first.fields.slice(0, columns.width), rows, problems };
}

interface Columns {
  readonly headings: readonly CsvField[];
  /** How many columns have a heading or hold something. */
  width: number;
  readonly withoutHeading: Set<number>;
  readonly problems: CsvProblem[];
}

function nextWithContent(rows: Iterator<ScannedRow, unknown>): ScannedRow | undefined {
  for (let next = rows.next(); !next.done; next = rows.next()) {
    if (lengthOf(next.value.fields) > 0) return next.value;
  }
  return undefined;
}

function newColumns({ fields, problems }: ScannedRow): Columns {
  const all = [...problems, ...twiceProblems(fields)];
  return { headings: fields, width: lengthOf(fields), withoutHeading: new Set(), problems: all };
}

function takeCells(columns: Columns, row: ScannedRow): readonly CsvField[] {
  const { headings, problems } = columns;
  const more = row.problems.length > 0 ? row.problems : overlong(row.fields, headings);
  for (const problem of more) problems.push(problem);
  for (const [index, cell] of row.fields.entries()) {
    if (headings[index]?.text === '' && cell.text !== '') useWithoutHeading(columns, index, cell);
  }
  return row.fields.slice(0, columns.width);
}

/** A mistake in quotation marks is the likely reason for a row with too many cells. */
function overlong(fields: readonly CsvField[], headings: readonly CsvField[]): CsvProblem[] {
  if (fields.length <= headings.length) return [];
  const extra = fields.slice(headings.length).find((field) => field.text !== '');
  if (!extra) return [];
  const counts = [lengthOf(fields), lengthOf(headings)] as const;
  const stray = fields.find((field) => !field.quoted && field.text.includes('"'));
  if (!stray) return [tooManyCells(extra.at, ...counts)];
  const start = stray.start + stray.text.indexOf('"');
  return [strayQuote(locationIn(stray.source, start, start + 1), ...counts)];
}

function useWithoutHeading(columns: Columns, index: number, cell: CsvField): void {
  const heading = columns.headings[index];
  if (!heading || columns.withoutHeading.has(index)) return;
  columns.width = Math.max(columns.width, index + 1);
  columns.withoutHeading.add(index);
  columns.problems.push(headingMissing(heading.at, index + 1, cell.at));
}

function twiceProblems(headings: readonly CsvField[]): CsvProblem[] {
  const first = new Map<string, number>();
  return headings.flatMap((heading, index) => {
    const before = first.get(heading.text);
    const other = before === undefined ? undefined : headings[before];
    if (heading.text !== '' && before === undefined) first.set(heading.text, index);
    return other && before !== undefined ? [headingTwice(heading.at, [before + 1, index + 1], other.at)] : [];
  });
}

/** How many cells there are up to the last one that holds something. */
function lengthOf(fields: readonly CsvField[]): number {
  return fields.findLastIndex((field) => field.text !== '') + 1;
}

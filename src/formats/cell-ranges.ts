import { columnLetters } from './column-letters.ts';

/** Cells of a sheet beside each other. Counted from 1. */
export interface CellRange {
  readonly row: number;
  readonly lastRow: number;
  readonly column: number;
  readonly lastColumn: number;
}

/** Joins cells, which come row by row from left to right, into ranges. */
export class CellRanges {
  /** How many cells there are, those of ranges that were not kept among them. */
  count = 0;
  private readonly rows: { row: number; column: number; lastColumn: number; reach: number }[] = [];

  /** @param isEmpty an empty cell joins those on its two sides, and counts for nothing alone */
  add(row: number, column: number, isEmpty = false): void {
    const last = this.rows.at(-1);
    const joins = last?.row === row && last.reach === column - 1;
    if (!isEmpty) this.count += 1;
    if (joins) last.reach = column;
    if (joins && !isEmpty) last.lastColumn = column;
    else if (!joins && !isEmpty && this.rows.length < MOST)
      this.rows.push({ row, column, lastColumn: column, reach: column });
  }

  /** Ranges of several rows where the rows below each other have the same columns. */
  list(): readonly CellRange[] {
    const ranges: CellRange[] = [];
    const open = new Map<string, number>();
    for (const { row, column, lastColumn } of this.rows) {
      const key = `${column} ${lastColumn}`;
      const at = open.get(key);
      const above = at === undefined ? undefined : ranges[at];
      if (at !== undefined && above?.lastRow === row - 1) ranges[at] = { ...above, lastRow: row };
      else open.set(key, ranges.push({ row, lastRow: row, column, lastColumn }) - 1);
    }
    return ranges;
  }
}

/** So many stretches of rows are kept: nobody reads more, and a hostile file cannot fill the memory. */
const MOST = 10_000;

/** Such as `A3:F9`, or `C14` for one cell. */
export function rangeText({ row, lastRow, column, lastColumn }: CellRange): string {
  const [first, last] = [`${columnLetters(column)}${row}`, `${columnLetters(lastColumn)}${lastRow}`];
  return first === last ? first : `${first}:${last}`;
}

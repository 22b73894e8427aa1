import { areHeadings, columnsOf } from './headings.ts';
import { type AreaRow, type AreaTable, textIn } from './table.ts';

/** So far down titles and notes may stand above the headings. */
const FURTHEST_HEADINGS = 20;

/** No country has so many: what holds more is no gazetteer, and would not fit into memory. */
const MOST_CELLS = 40_000_000;

export const OVERFULL = 'has more cells than a list of places can have';

/** Where the rows of a table come from. */
export interface TablePlace {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly locate: (headings: AreaRow) => AreaTable['locate'];
}

/** Takes rows as they are read, and finds the headings among the first of them. */
export class TableBuilder {
  private headings: AreaRow | undefined;
  private columns: AreaTable['columns'] | undefined;
  private passed = 0;
  private cells = 0;
  private readonly rows: AreaRow[] = [];

  get isOverfull(): boolean {
    return this.cells > MOST_CELLS;
  }

  /** False once it is clear that the rows are no table of places. */
  take(row: AreaRow): boolean {
    this.cells += row.cells.length;
    if (this.isOverfull) return false;
    if (this.headings) {
      if (!isTagged(row)) this.rows.push(row);
      return true;
    }
    const columns = columnsOf(row.cells.map((_, column) => textIn(row, column)));
    if (areHeadings(columns)) {
      this.headings = row;
      this.columns = columns;
    } else this.passed += 1;
    return this.passed < FURTHEST_HEADINGS;
  }

  /** The table; undefined where no row of headings was found. */
  finish({ file, sheet, locate }: TablePlace): AreaTable | undefined {
    const { headings, columns, rows } = this;
    if (!headings || !columns || this.isOverfull) return undefined;
    return { file, sheet, headings, columns, rows, locate: locate(headings) };
  }
}

/** A row of HXL tags below the headings (https://hxlstandard.org) names no place. */
function isTagged({ cells }: AreaRow): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => typeof cell === 'string' && cell.trimStart().startsWith('#'));
}

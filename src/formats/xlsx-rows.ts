import { FirstFew } from './first-few.ts';
import type { CellRead, RowRead } from './xlsx-cells.ts';

/** The rows of one sheet while they are read. Places are those that openpyxl gives. */
export class Rows {
  readonly list: RowRead[] = [];
  /** Numbers of the rows that stand behind a later one in the file, and so are lost to openpyxl. */
  readonly late = new FirstFew<number>();
  /** Numbers of the rows whose cells are not in order, or stand twice in one place. */
  readonly mixed = new FirstFew<number>();
  /** Of the row that is open, from 1. */
  number = 0;
  /** Of the last cell, from 1; 0 before the first. */
  column = 0;
  private last = 0;
  private hidden = false;
  private cells: CellRead[] = [];
  /** By column, from the first cell on that is not to the right of the one before. */
  private byColumn: Map<number, CellRead> | undefined;
  private furthest = 0;

  /** @param number undefined where the file leaves it out: the row follows on the one before */
  openRow(number: number | undefined, hidden: boolean): void {
    this.number = number ?? this.number + 1;
    this.hidden = hidden;
    this.column = 0;
    this.furthest = 0;
    this.cells = [];
    this.byColumn = undefined;
  }

  /** @param column undefined where the file leaves it out: the cell follows on the one before */
  openCell(column: number | undefined): void {
    this.column = column ?? this.column + 1;
    if (this.column <= this.furthest) this.byColumn ??= new Map(this.cells.map((cell) => [cell.column, cell]));
    else this.furthest = this.column;
  }

  /** Of two cells in one place the later counts, even if it is empty. */
  closeCell(cell: CellRead | undefined): void {
    if (this.byColumn === undefined) {
      if (cell) this.cells.push(cell);
    } else if (cell) this.byColumn.set(cell.column, cell);
    else this.byColumn.delete(this.column);
  }

  closeRow(): void {
    const cells = this.byColumn ? [...this.byColumn.values()].toSorted((a, b) => a.column - b.column) : this.cells;
    if (cells.length > 0) this.take(cells);
    if (this.number > this.last) this.last = this.number;
  }

  private take(cells: readonly CellRead[]): void {
    if (this.number <= this.last) {
      this.late.add(this.number);
      return;
    }
    if (this.byColumn) this.mixed.add(this.number);
    this.list.push({ number: this.number, hidden: this.hidden, cells });
  }
}

import type { Cell } from './cell.ts';
import type { Fields } from './fields.ts';
import type { Notices } from './notices.ts';

/** A row, and the record that is being made of it. */
export interface RowInWork {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly fields: Fields;
  readonly notices: Notices;
  /** Whether a cell is empty, or has the word in it that the table writes into empty cells. */
  isBlank(cell: Cell): boolean;
}

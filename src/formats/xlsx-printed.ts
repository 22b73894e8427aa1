import { printNumber } from './python-number.ts';
import type { CellRead } from './xlsx-cells.ts';

/** The text that pyxform makes of a cell, before it trims it and replaces blanks and quotation marks; '' is empty. */
export function printedValue(cell: CellRead): string {
  if (cell.kind === 'number') return printNumber(cell.raw);
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  return cell.value;
}

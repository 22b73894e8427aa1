import { CellRanges } from '../../formats/cell-ranges.ts';
import type { SheetRead } from '../../formats/xlsx-cells.ts';
import { cellAt, cellText } from '../../xlsform/read/cell-text.ts';
import type { Loss } from './loss.ts';
import { rangesText } from './words.ts';

/** One finding a sheet: formulas are filled down whole columns. */
export function lostFormulas({ name, rows }: SheetRead, file: string): readonly Loss[] {
  const ranges = new CellRanges();
  const found = rows.flatMap(({ number, cells }) =>
    cells.flatMap((cell) => (cell.formula === undefined ? [] : [{ row: number, cell, formula: cell.formula }])),
  );
  for (const { row, cell } of found) ranges.add(row, cell.column);
  const [first] = found;
  if (!first) return [];
  const at = cellAt({ file, sheet: name }, first.row, first.cell.column, cellText(first.cell));
  const params = { sheet: name, cells: found.length, ranges: rangesText(ranges.list()), first: first.formula };
  return [(report) => report('formula-not-kept', at, params)];
}

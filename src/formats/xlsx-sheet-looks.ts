import { CellRanges } from './cell-ranges.ts';
import type { CellContext, RawCell } from './xlsx-cell.ts';
import type { LookRead } from './xlsx-cells.ts';
import type { Look } from './xlsx-looks.ts';

/** Where on a sheet cells look otherwise than the rest. */
export class SheetLooks {
  private readonly ranges = new Map<Look, CellRanges>();

  /** The row of the headings is left out: it is marked in every workbook. */
  add(
    { number, column }: { readonly number: number; readonly column: number },
    { type, style, value }: RawCell,
    isEmpty: boolean,
    { looks, rich }: NonNullable<CellContext['aside']>,
  ): void {
    if (number === 1) return;
    for (const look of looks[Number(style ?? 0)] ?? []) this.rangesOf(look).add(number, column, isEmpty);
    if (type === 's' && rich.has(Number(value))) this.rangesOf('in part').add(number, column);
  }

  found(): ReadonlyMap<Look, LookRead> {
    const met = [...this.ranges].filter(([, { count }]) => count > 0);
    return new Map(met.map(([look, ranges]) => [look, { cells: ranges.count, ranges: ranges.list() }]));
  }

  private rangesOf(look: Look): CellRanges {
    const ranges = this.ranges.get(look) ?? new CellRanges();
    this.ranges.set(look, ranges);
    return ranges;
  }
}

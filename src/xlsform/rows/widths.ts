import type { Cells } from './columns.ts';

const NARROWEST = 8;
const WIDEST = 45;

/** The width of a column in characters: as its longest cell within bounds, so that texts wrap instead of running off. */
export function widthOf(header: string, rows: readonly Cells[]): number {
  const longest = rows.reduce((most, row) => Math.max(most, (row.get(header) ?? '').length), header.length);
  return Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
}

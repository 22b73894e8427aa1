import type { FrequencyRow, FrequencyTable } from './report-data.ts';
import { hiddenCells, isSmall, wholeLine } from './small-cells.ts';

/** A row of a table as readers see it. */
export interface ShownRow {
  /** Nothing for what stands together at the end of a long table. */
  readonly row: FrequencyRow | undefined;
  /** Which rows of the table it counts. */
  readonly places: readonly number[];
  readonly count: number;
  /** Of those who answered, from 0 to 1; of several answers shares cannot be added up. */
  readonly share: number | undefined;
  readonly hidden: boolean;
}

/** None where so few answered that all is hidden. `top` is how many rows a table may have before the rest becomes one. */
export function shownRows(table: FrequencyTable, limit: number | undefined, top?: number): readonly ShownRow[] {
  if (isSmall(table.n, limit)) return [];
  const kept = placesShown(table, top).map((places) => ({ places, ...countIn(table, places) }));
  const counts = kept.map(({ count }) => count);
  const hidden = hiddenCells(counts, limit, addsUp(table) ? [wholeLine(counts)] : []);
  return kept.map(({ places, count, share }, index) => ({
    row: places.length === 1 ? table.rows[places[0] ?? 0] : undefined,
    places,
    count,
    share,
    hidden: hidden.has(index),
  }));
}

/** Whether every answer counts in exactly one row. */
export function addsUp({ counts }: FrequencyTable): boolean {
  return counts !== 'several';
}

/** What rows of a table count together. */
export function countIn(table: FrequencyTable, places: readonly number[]): Pick<ShownRow, 'count' | 'share'> {
  const count = places.reduce((sum, place) => sum + (table.rows[place]?.count ?? 0), 0);
  const known = table.n > 0 && (places.length === 1 || addsUp(table));
  return { count, share: known ? count / table.n : undefined };
}

/** The most frequent rows of a long table, and one for all others. */
function placesShown({ rows }: FrequencyTable, top: number | undefined): readonly (readonly number[])[] {
  const countAt = (place: number): number => rows[place]?.count ?? 0;
  const places = [...rows.keys()].filter((place) => rows[place]?.retired === false || countAt(place) > 0);
  if (top === undefined || places.length <= top + 1) return places.map((place) => [place]);
  const sorted = places.toSorted((a, b) => countAt(b) - countAt(a));
  return [...sorted.slice(0, top).map((place) => [place]), sorted.slice(top)];
}

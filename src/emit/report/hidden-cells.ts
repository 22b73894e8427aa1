import { bridgesIn, type Edge } from './bridges.ts';
import type { FrequencyTable } from './report-data.ts';
import { addsUp, countIn, type ShownRow } from './shown-rows.ts';
import { hiddenCells, isSmall, type Line } from './small-cells.ts';

/** Tells whether the count of a row in a group is hidden. */
export type CellTeller = (row: number, group: number) => boolean;

/**
 * Which cells of a table of answers by groups are hidden, so that no small one can be worked out from the others and the
 * totals of rows and groups, nor from several of them together. `groups` are those of which nothing is shown.
 */
export function hiddenInTable(
  rows: readonly ShownRow[],
  tables: readonly FrequencyTable[],
  limit: number | undefined,
  groups: ReadonlySet<number>,
): CellTeller {
  const grid: Grid = {
    counts: rows.flatMap(({ places }) => tables.map((table) => countIn(table, places).count)),
    width: tables.length,
    hasRowTotal: rows.map(({ hidden }) => !hidden),
    hasBase: tables.map((table, group) => addsUp(table) && !groups.has(group)),
  };
  const before = rows.flatMap((_, row) => [...groups].map((group) => row * grid.width + group));
  const lines = linesOf(grid);
  let hidden = hiddenCells(grid.counts, limit, lines, before);
  for (;;) {
    const more = limit === undefined ? undefined : cellToHide(grid, hidden, limit);
    if (more === undefined) return (row, group) => hidden.has(row * grid.width + group);
    hidden = hiddenCells(grid.counts, limit, lines, [...hidden, more]);
  }
}

interface Grid {
  /** Row by row. */
  readonly counts: readonly number[];
  readonly width: number;
  readonly hasRowTotal: readonly boolean[];
  /** Whether the counts of a group add up to a base that is shown. */
  readonly hasBase: readonly boolean[];
}

function linesOf({ width, hasRowTotal, hasBase }: Grid): readonly Line[] {
  const across = hasRowTotal.map((shown, row) => ({
    places: hasBase.map((_, group) => row * width + group),
    totalHidden: !shown,
  }));
  const down = hasBase.flatMap((shown, group) =>
    shown ? [{ places: hasRowTotal.map((_, row) => row * width + group), totalHidden: false }] : [],
  );
  return [...across, ...down];
}

/** Where a small cell is not safe yet, the smallest of those that would make it so. */
function cellToHide(grid: Grid, hidden: ReadonlySet<number>, limit: number): number | undefined {
  const ends = endsIn(grid);
  const open = bridgesIn([...hidden].map((cell): Edge => ({ cell, ...ends(cell) })));
  for (const { cell, side } of open) {
    if (!isSmall(grid.counts[cell] ?? 0, limit)) continue;
    const others = [...grid.counts.keys()].filter((place) => {
      const { from, to } = ends(place);
      return !hidden.has(place) && side.has(from) !== side.has(to);
    });
    const rank = (place: number): number => grid.counts[place] || Number.MAX_SAFE_INTEGER;
    const [least] = others.toSorted((a, b) => rank(a) - rank(b));
    if (least !== undefined) return least;
  }
  return undefined;
}

/** The row and the column of a cell. Those without a total help nobody to work anything out: they are one. */
function endsIn({ width, hasRowTotal, hasBase }: Grid): (cell: number) => Pick<Edge, 'from' | 'to'> {
  const nowhere = -1;
  return (cell) => {
    const row = Math.floor(cell / width);
    const group = cell % width;
    return {
      from: hasRowTotal[row] === true ? row : nowhere,
      to: hasBase[group] === true ? hasRowTotal.length + group : nowhere,
    };
  };
}

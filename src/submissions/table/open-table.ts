import { type Cell, plainText } from './cell.ts';
import { levelsIn, type Level } from './levels.ts';
import { prefixesOf } from './choice-headings.ts';
import { namesOf } from './names.ts';
import { isJoin, serverKey } from './server-columns.ts';
import { nameHints } from './table-names.ts';
import type { Table, TableRow } from './table.ts';

/** A table of which the headings are found, and what it is a table of. */
export interface OpenTable {
  readonly table: Table;
  readonly level: Level;
  /** How many headings name something of the level. */
  readonly known: number;
  /** Whether it is a table of the level by its headings, or by its name and what joins it to others. */
  readonly certain: boolean;
  readonly headings: readonly string[];
  /** The number of the row of headings. */
  readonly headingRow: number;
  readonly rowsAbove: readonly number[];
  /** The first rows below the headings. */
  readonly sample: readonly TableRow[];
}

const SAMPLE = 100;
/** So far down headings are looked for: people write titles above them. */
const DEEPEST_HEADINGS = 5;

/** Undefined for a table without any row. */
export async function openTable(table: Table, root: Level): Promise<OpenTable | undefined> {
  const rows = await firstRows(table);
  const tried: (Best & { readonly row: TableRow; readonly place: number })[] = [];
  for (const [place, row] of rows.slice(0, DEEPEST_HEADINGS).entries()) {
    const found = bestLevel(row, table, root);
    tried.push({ row, place, ...found });
    if (found.known * 2 > row.cells.length) break;
  }
  const [best] = tried.toSorted((a, b) => b.known - a.known || a.place - b.place);
  if (best === undefined) return undefined;
  const { row, place, level, known, certain } = best;
  return {
    table,
    level,
    known,
    certain,
    headings: row.cells.map(text),
    headingRow: row.number,
    rowsAbove: rows.slice(0, place).map(({ number }) => number),
    sample: rows.slice(place + 1),
  };
}

async function firstRows(table: Table): Promise<readonly TableRow[]> {
  const first: TableRow[] = [];
  for await (const rows of table.rows(false)) {
    first.push(...rows.slice(0, SAMPLE - first.length));
    if (first.length >= SAMPLE) break;
  }
  return first;
}

type Best = Pick<OpenTable, 'level' | 'known' | 'certain'>;

/** What the table is a table of if this is the row of its headings. */
function bestLevel({ cells }: TableRow, table: Table, root: Level): Best {
  const headings = [...new Set(cells.map(text))].filter((heading) => heading !== '');
  const hints = nameHints(table.name, root);
  const joins = headings.some(isJoin);
  // A table that its name says to be of a repeat is that of the repeat, unless its headings speak against it.
  const hint = Math.max(3, headings.length / 4);
  const levels = [...levelsIn(root)].map((level) => {
    const known = knownIn(level, headings);
    const isHinted = hints.has(level) && (known > 0 || joins);
    // A form can be nothing but repeats: then what the server adds is all that its submissions have.
    const certain = known > 0 || isHinted || (level === root && headings.some(isServers));
    return { level, known, certain, weight: known + (isHinted ? hint : 0) };
  });
  return levels.toSorted((a, b) => b.weight - a.weight)[0] ?? { level: root, known: 0, certain: false };
}

function isServers(heading: string): boolean {
  return isJoin(heading) || serverKey(heading, false) !== undefined;
}

function knownIn(level: Level, headings: readonly string[]): number {
  const names = namesOf(level);
  const isDetail = (heading: string): boolean =>
    prefixesOf(heading).some((prefix) => names(prefix).columns.some(({ multiple }) => multiple));
  return headings.filter((heading) => names(heading).columns.length > 0 || isDetail(heading)).length;
}

function text(cell: Cell): string {
  return plainText(cell).trim();
}

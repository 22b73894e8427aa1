import type { Report } from '../../diagnostics/collector.ts';
import { type EntryRows, heldRows, isInOrder, passingRows } from './entry-rows.ts';
import { type Fields, setField } from './fields.ts';
import type { JoinKeys } from './join-keys.ts';
import type { ReadingTable } from './reading-table.ts';
import { rowLocation, type TableRow, tableLocation } from './table.ts';

/** The table of a repeat, joined to that of what its entries belong to. */
export interface Joined {
  readonly table: ReadingTable;
  readonly keys: JoinKeys;
  readonly rows: EntryRows;
  readonly inside: readonly Joined[];
  /** How many entries were handed out, those of repeats inside counted for these. */
  count: number;
}

/** Up to so many cells of a repeat are held in memory, so that their order does not matter. */
const HELD_CELLS = 500_000;

/** Joins what lies in a table: the tables of the repeats directly in its level, and so on down. */
export async function joinedTo(
  parent: ReadingTable,
  others: readonly ReadingTable[],
  report: Report,
): Promise<readonly Joined[]> {
  const joined: Joined[] = [];
  for (const table of others.filter(({ level }) => level.parent === parent.level)) {
    const { keys } = table;
    if (keys === undefined) continue;
    const rows = await entryRows(parent, table, keys);
    joined.push({ table, keys, rows, inside: await joinedTo(table, others, report), count: 0 });
  }
  return joined;
}

/** Tells of the tables that nothing joins to what their entries belong to. */
export function tellUnjoined(others: readonly ReadingTable[], joined: readonly Joined[], report: Report): void {
  const done = new Set(allOf(joined).map(({ table }) => table));
  for (const table of others.filter((other) => !done.has(other))) {
    const around = table.level.parent?.path.at(-1);
    const problem =
      around === undefined
        ? 'nothing says to which submission its entries belong'
        : `nothing says to which entry of ${around} its entries belong, or ${around} has no table`;
    const help =
      'Leave the columns _index and _parent_index (KoboToolbox) or KEY and PARENT_KEY (ODK Central) in both.';
    report('table-not-read', tableLocation(table.table), { table: table.table.name, problem, help });
  }
}

function allOf(joined: readonly Joined[]): readonly Joined[] {
  return joined.flatMap((one) => [one, ...allOf(one.inside)]);
}

async function entryRows(parent: ReadingTable, table: ReadingTable, keys: JoinKeys): Promise<EntryRows> {
  const held: TableRow[] = [];
  let cells = 0;
  for await (const rows of table.data(true)) {
    for (const row of rows) held.push(row);
    cells += rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > HELD_CELLS) break;
  }
  if (cells <= HELD_CELLS) return heldRows(held, keys);
  held.length = 0;
  if (await isInOrder(parent.data(false), table.data(false), keys)) return passingRows(table.data(true), keys);
  for await (const rows of table.data(true)) for (const row of rows) held.push(row);
  return heldRows(held, keys);
}

/** Puts the entries that belong to a row into its record. */
export async function attach(record: Fields, row: TableRow, place: number, joined: readonly Joined[]): Promise<void> {
  for (const child of joined) {
    const rows = await child.rows.take(child.keys.ofParent(row, place));
    if (rows.length === 0) continue;
    const entries: Fields[] = [];
    for (const each of rows) {
      child.count += 1;
      const entry = child.table.read(each);
      await attach(entry, each, child.count, child.inside);
      entries.push(entry);
    }
    setField(record, child.table.level.key, entries);
  }
}

/** So many entries without a submission are told one by one; the others are counted. */
const MOST = 20;

/** Tells of the entries that belong to nothing, and what was counted in the tables of the repeats. */
export async function endJoined(joined: readonly Joined[], report: Report): Promise<void> {
  for (const { table, rows, inside } of joined) {
    const repeat = table.level.path.at(-1) ?? '';
    let count = 0;
    let last = 0;
    for await (const { number } of rows.left()) {
      count += 1;
      last = number;
      if (count <= MOST) report('orphan-entry', rowLocation(table.table, number), { repeat, rows: 1 });
    }
    if (count > MOST) report('orphan-entry', rowLocation(table.table, last), { repeat, rows: count - MOST });
    table.end();
    await endJoined(inside, report);
  }
}

import type { JoinKeys } from './join-keys.ts';
import type { TableRow } from './table.ts';

/** The rows of a repeat, for whoever asks by the key of what they belong to. Each row is handed out once. */
export interface EntryRows {
  take(key: string): Promise<readonly TableRow[]>;
  /** The rows that nobody asked for. */
  left(): AsyncIterable<TableRow>;
}

/** All rows in memory: any order will do. */
export function heldRows(rows: readonly TableRow[], { ofChild }: JoinKeys): EntryRows {
  const byKey = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = ofChild(row);
    const known = byKey.get(key);
    if (known) known.push(row);
    else byKey.set(key, [row]);
  }
  return {
    take: async (key) => {
      const found = byKey.get(key) ?? [];
      byKey.delete(key);
      return found;
    },
    left: async function* left() {
      yield* [...byKey.values()].flat().toSorted((a, b) => a.number - b.number);
    },
  };
}

/** Row by row, for tables that are in the order of what they belong to. */
export function passingRows(batches: AsyncIterable<readonly TableRow[]>, { ofChild }: JoinKeys): EntryRows {
  const rows = oneByOne(batches);
  let waiting: TableRow | undefined;
  const next = async (): Promise<TableRow | undefined> => {
    const row = waiting ?? (await rows.next()).value;
    waiting = undefined;
    return row ?? undefined;
  };
  return {
    take: async (key) => {
      const taken: TableRow[] = [];
      let row = await next();
      for (; row !== undefined && ofChild(row) === key; row = await next()) taken.push(row);
      waiting = row;
      return taken;
    },
    left: async function* left() {
      for (let row = await next(); row !== undefined; row = await next()) yield row;
    },
  };
}

/** Whether the rows of a table follow each other as what they belong to does, so that both can be read side by side. */
export async function isInOrder(
  parents: AsyncIterable<readonly TableRow[]>,
  children: AsyncIterable<readonly TableRow[]>,
  { ofParent, ofChild }: JoinKeys,
): Promise<boolean> {
  const above = oneByOne(parents);
  let place = 0;
  let current: string | undefined;
  for await (const rows of children) {
    for (const row of rows) {
      const key = ofChild(row);
      while (current !== key) {
        const next = await above.next();
        if (next.done) return false;
        place += 1;
        current = ofParent(next.value, place);
      }
    }
  }
  await above.return(undefined);
  return true;
}

async function* oneByOne(batches: AsyncIterable<readonly TableRow[]>): AsyncGenerator<TableRow, undefined> {
  for await (const rows of batches) yield* rows;
  return undefined;
}

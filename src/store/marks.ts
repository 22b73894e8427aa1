import { type Cell, type Database, openDatabase, type SessionTable } from './duckdb.ts';
import { expectStore } from './schema.ts';

/** What Lexiform did to the validation status of a submission. */
export interface Mark {
  /** What it set last, and when by the clock of the server. */
  readonly status: string | undefined;
  readonly timestamp: number | undefined;
  /** What it was about to set when it was cut off. */
  readonly meant: string | undefined;
}

const TABLE = `
CREATE TABLE IF NOT EXISTS lexiform.marks (project VARCHAR, key VARCHAR, status VARCHAR, stamped BIGINT, meant VARCHAR)`;
const MARKED: SessionTable = { name: 'marked', columns: 'key VARCHAR, status VARCHAR, stamped BIGINT, meant VARCHAR' };

/** The marks of a project, by what names a submission for ever; a store without marks has none. */
export async function marksIn(database: Database, project: string): Promise<ReadonlyMap<string, Mark>> {
  const tables = await database.rows(
    `SELECT 1 FROM duckdb_tables() WHERE database_name = 'store' AND schema_name = 'lexiform' AND table_name = 'marks'`,
  );
  const marks = new Map<string, Mark>();
  if (tables.length === 0) return marks;
  const sql = 'SELECT key, status, stamped, meant FROM lexiform.marks WHERE project = $project';
  for await (const rows of database.stream(sql, { project }))
    for (const [key, status, stamped, meant] of rows)
      marks.set(String(key), { status: textOf(status), timestamp: numberOf(stamped), meant: textOf(meant) });
  return marks;
}

function textOf(cell: Cell | undefined): string | undefined {
  return typeof cell === 'string' ? cell : undefined;
}

function numberOf(cell: Cell | undefined): number | undefined {
  return cell === null || cell === undefined ? undefined : Number(cell);
}

/** Where marks are written down. One process at a time has it open. */
export interface MarkStore {
  /** All of them or none. */
  readonly write: (project: string, marks: ReadonlyMap<string, Mark>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @throws StoreError where the store cannot be written to */
export async function openMarkStore(path: string, shown: string): Promise<MarkStore> {
  const database = await openDatabase({ path, shown, mode: 'write' });
  try {
    await expectStore(database);
    await database.run(TABLE);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    write: async (project, marks) =>
      database.together(async () => {
        await database.refill(MARKED, [...marks].map(cellsOf));
        await database.run(
          'DELETE FROM lexiform.marks WHERE project = $project AND key IN (SELECT key FROM temp.marked)',
          { project },
        );
        await database.run('INSERT INTO lexiform.marks SELECT $project, key, status, stamped, meant FROM temp.marked', {
          project,
        });
      }),
    close: async () => database.close(),
  };
}

function cellsOf([key, { status, timestamp, meant }]: readonly [string, Mark]): readonly Cell[] {
  return [key, status ?? null, timestamp === undefined ? null : BigInt(timestamp), meant ?? null];
}

import { existsSync } from 'node:fs';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { storeError } from './store-error.ts';

/** What a statement can be given, and a cell can hold. */
export type Cell = string | number | bigint | boolean | null;
export type Cells = Readonly<Record<string, Cell>>;

/** A file of DuckDB that is open. Statements run one after the other. */
export interface Database {
  /** As messages name it. */
  readonly shown: string;
  readonly run: (sql: string, values?: Cells) => Promise<void>;
  /** All rows of an answer that is known to be small. */
  readonly rows: (sql: string, values?: Cells) => Promise<readonly Cells[]>;
  /** Rows some at a time, however many there are. */
  readonly stream: (sql: string, values?: Cells) => AsyncIterable<readonly (readonly Cell[])[]>;
  /** Puts rows into a table of this session, which is emptied first. */
  readonly fill: (table: string, rows: readonly (readonly Cell[])[]) => Promise<void>;
  /** All of it or nothing, and nothing else in between. */
  readonly together: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  readonly mode: 'read' | 'write';
  /** Folders that the engine itself may write files to. */
  readonly exports?: readonly string[];
}

/** What is written is small at a time; a row of a form of 2,000 questions is not, and 2,048 are read together. */
const MEMORY = { write: 64, read: 512 } as const;
/** Rows that the engine compresses together: with its usual 122,880 a pull of long records takes a gigabyte. */
const GROUP = 4096;

/**
 * Opens a file, and makes it where it is to be written and is not there. The engine takes nothing from the network.
 * @throws StoreError
 */
export async function openDatabase({ path, shown, mode, exports = [] }: OpenOptions): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const orTold = tellerFor(shown);
  const instance = await orTold(async () =>
    DuckDBInstance.create(':memory:', {
      memory_limit: `${MEMORY[mode]}MB`,
      threads: '1',
      preserve_insertion_order: 'true',
      temp_directory: `${path}.tmp`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    }),
  );
  try {
    const connection = await orTold(async () => instance.connect());
    const how = mode === 'read' ? 'READ_ONLY' : `ROW_GROUP_SIZE ${GROUP}, STORAGE_VERSION 'v1.4.0'`;
    await orTold(async () => {
      await connection.run(`ATTACH ${text(path)} AS store (${how})`);
      await connection.run('USE store');
      if (exports.length > 0) await connection.run(`SET allowed_directories = [${exports.map(text).join(', ')}]`);
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
    });
    return database(connection, shown, orTold, () => instance.closeSync());
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

export function isThere(path: string): boolean {
  return existsSync(path);
}

/** A text as SQL writes it. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A name as SQL writes it. */
export function name(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

type OrTold = <Result>(work: () => Promise<Result>) => Promise<Result>;

function tellerFor(shown: string): OrTold {
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      throw storeError(error, shown);
    }
  };
}

function database(connection: DuckDBConnection, shown: string, orTold: OrTold, end: () => void): Database {
  let queue: Promise<unknown> = Promise.resolve();
  const run = async (sql: string, values: Cells = {}): Promise<void> =>
    orTold(async () => void (await connection.run(sql, bound(values))));
  return {
    shown,
    run,
    rows: async (sql, values = {}) =>
      orTold(async () => {
        const reader = await connection.runAndReadAll(sql, bound(values));
        // oxlint-disable-next-line no-unsafe-type-assertion -- statements ask for nothing but these kinds of values
        return reader.getRowObjects() as unknown as readonly Cells[];
      }),
    stream: async function* (sql, values = {}) {
      const result = await orTold(async () => connection.stream(sql, bound(values)));
      for (;;) {
        const chunk = await orTold(async () => result.fetchChunk());
        if (chunk === null || chunk.rowCount === 0) return;
        // oxlint-disable-next-line no-unsafe-type-assertion -- the same
        yield chunk.getRows() as unknown as readonly (readonly Cell[])[];
      }
    },
    fill: async (table, rows) =>
      orTold(async () => {
        await connection.run(`DELETE FROM temp.${name(table)}`);
        const appender = await connection.createAppender(table, 'main', 'temp');
        for (const row of rows) {
          for (const cell of row) append(appender, cell);
          appender.endRow();
        }
        appender.closeSync();
      }),
    together: async (work) => {
      const turn = queue.then(async () => transaction(run, work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      await queue;
      // What is committed stands in the file or in the log beside it, which the next opening takes over.
      await run('USE memory').catch(() => undefined);
      await run('DETACH store').catch(() => undefined);
      connection.closeSync();
      end();
    },
  };
}

async function transaction<Result>(run: Database['run'], work: () => Promise<Result>): Promise<Result> {
  await run('BEGIN');
  try {
    const result = await work();
    await run('COMMIT');
    return result;
  } catch (error) {
    // A transaction that the engine has given up already is told by the first error.
    await run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function append(appender: Appender, cell: Cell): void {
  if (cell === null) appender.appendNull();
  else if (typeof cell === 'string') appender.appendVarchar(cell);
  else if (typeof cell === 'boolean') appender.appendBoolean(cell);
  else appender.appendBigInt(BigInt(cell));
}

function bound(values: Cells): Record<string, DuckDBValue> {
  return { ...values };
}

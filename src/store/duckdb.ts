import { existsSync } from 'node:fs';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { StoreError, storeError } from './store-error.ts';

/** What a statement can be given, and a cell can hold. */
export type Cell = string | number | bigint | boolean | null;
export type Cells = Readonly<Record<string, Cell>>;

export interface SessionTable {
  readonly name: string;
  /** As SQL defines them. */
  readonly columns: string;
}

/** A file of DuckDB that is open. Statements run one after the other. */
export interface Database {
  /** As messages name it. */
  readonly shown: string;
  readonly run: (sql: string, values?: Cells) => Promise<void>;
  /** All rows of an answer that is known to be small. */
  readonly rows: (sql: string, values?: Cells) => Promise<readonly Cells[]>;
  /** Rows some at a time, however many there are. */
  readonly stream: (sql: string, values?: Cells) => AsyncIterable<readonly (readonly Cell[])[]>;
  /** Makes a table of this session anew, with these rows. */
  readonly refill: (table: SessionTable, rows: readonly (readonly Cell[])[]) => Promise<void>;
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
const MEMORY = { write: 36, read: 512 } as const;
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
    const attach = `ATTACH ${text(path)} AS store (${how})`;
    await orTold(async () => {
      await connection.run(attach);
      await connection.run('USE store');
      await connection.run(`SET allowed_paths = [${[path, `${path}.wal`].map(text).join(', ')}]`);
      if (exports.length > 0) await connection.run(`SET allowed_directories = [${exports.map(text).join(', ')}]`);
      await connection.run('SET enable_external_access = false');
    });
    return database(connection, shown, orTold, {
      again: async () => {
        const other = await instance.connect();
        await other.run('DETACH store');
        await other.run(attach);
        other.closeSync();
      },
      end: () => instance.closeSync(),
    });
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

interface Opening {
  /** Closes the file and opens it, for an engine that takes no more questions to it. */
  readonly again: () => Promise<void>;
  readonly end: () => void;
}

function database(connection: DuckDBConnection, shown: string, orTold: OrTold, { again, end }: Opening): Database {
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  const run = async (sql: string, values: Cells = {}): Promise<void> =>
    orTold(async () => void (await connection.run(sql, bound(values))));
  const larger = LARGER.values();
  const enlarge = async (): Promise<boolean> => {
    const { value: megabytes } = larger.next();
    if (megabytes === undefined) return false;
    await run(`SET memory_limit = '${megabytes}MB'`);
    await orTold(again);
    return true;
  };
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
    refill: async (table, rows) =>
      orTold(async () => {
        // Rows that are deleted keep their room until the session ends.
        await connection.run(`CREATE OR REPLACE TEMP TABLE ${name(table.name)} (${table.columns})`);
        const appender = await connection.createAppender(table.name, 'main', 'temp');
        for (const row of rows) {
          for (const cell of row) append(appender, cell);
          appender.endRow();
        }
        appender.closeSync();
      }),
    together: async (work) => {
      // The engine ends the process where it is asked after its end.
      if (isClosed) throw new Error('The store is closed already.');
      const turn = queue.then(async () => transaction({ run, enlarge }, work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    close: async () => {
      isClosed = true;
      await queue;
      // What is committed stands in the file or in the log beside it, which the next opening takes over.
      await run('USE memory').catch(() => undefined);
      await run('DETACH store').catch(() => undefined);
      connection.closeSync();
      end();
    },
  };
}

/** In MB. Records of 100 KB and more take a multiple of what others do; nobody has them but a few. */
const LARGER = [80, 128, 256, 1024, 4096] as const;

interface Engine {
  readonly run: (sql: string) => Promise<void>;
  /** Gives the engine more memory; false where it has all that it may have. */
  readonly enlarge: () => Promise<boolean>;
}

/** Runs a transaction, and again with more memory where it had too little: what it did was undone then. */
async function transaction<Result>(engine: Engine, work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await attempt(engine, work);
    } catch (error) {
      const isMemory = error instanceof StoreError && error.lack === 'memory';
      if (!isMemory || !(await engine.enlarge())) throw error;
    }
  }
}

async function attempt<Result>({ run, enlarge }: Engine, work: () => Promise<Result>): Promise<Result> {
  await run('BEGIN');
  try {
    const result = await work();
    await run('COMMIT').catch(async (error: unknown) => {
      const isDone = error instanceof StoreError && error.lack === 'memory-after';
      if (!isDone || !(await enlarge())) throw error;
    });
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

import { type Database, isThere, openDatabase } from './duckdb.ts';
import { quote } from '../diagnostics/quote.ts';
import { isProtected, type TreatedAnswer, treatmentsOf } from './protected-store.ts';
import { expectStore } from './schema.ts';
import { StoreError } from './store-error.ts';

/** A store that is read, by any number of processes at a time. */
export interface ReadStore {
  readonly database: Database;
  readonly projects: readonly ProjectInStore[];
  readonly isProtected: boolean;
  /** What was done with the answers of a project before they came in. */
  readonly treatments: (project: string) => Promise<readonly TreatedAnswer[]>;
  /** The texts of the submissions that the server has, some at a time, in the order in which they came in. */
  readonly texts: (project: string) => AsyncIterable<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface ProjectInStore {
  /** `server/key` */
  readonly project: string;
  readonly form: string;
  /** Those that the server has. */
  readonly submissions: number;
  /** Of their texts, with a line end after each. */
  readonly bytes: number;
}

const PROJECTS = `
SELECT p.project, p.form, count(s.key) AS submissions, coalesce(sum(strlen(s.raw) + 1), 0)::BIGINT AS bytes
FROM lexiform.projects p LEFT JOIN lexiform.submissions s ON s.project = p.project AND s.deleted_at IS NULL
GROUP BY ALL ORDER BY p.project`;

/**
 * Opens a store to read it.
 * @param exports folders that the engine may write files to
 * @throws StoreError where there is none, or it cannot be read
 */
export async function openReadStore(path: string, shown: string, exports: readonly string[] = []): Promise<ReadStore> {
  if (!isThere(path))
    throw new StoreError(
      `There is no store ${quote(shown)}.`,
      'lexiform pull makes it; another one is named by --store.',
    );
  const database = await openDatabase({ path, shown, mode: 'read', exports });
  try {
    await expectStore(database);
    const rows = await database.rows(PROJECTS);
    return {
      database,
      projects: rows.map((row) => ({
        project: String(row['project']),
        form: String(row['form']),
        submissions: Number(row['submissions']),
        bytes: Number(row['bytes']),
      })),
      isProtected: (await isProtected(database)) === true,
      treatments: async (project) => treatmentsOf(database, project),
      texts: (project) => textsOf(database, project),
      close: async () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function* textsOf(database: Database, project: string): AsyncGenerator<readonly string[]> {
  const sql = 'SELECT raw FROM lexiform.submissions WHERE project = $project AND deleted_at IS NULL';
  for await (const rows of database.stream(sql, { project })) yield rows.map(([raw]) => String(raw));
}

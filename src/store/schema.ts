import type { Database } from './duckdb.ts';
import { quote } from '../diagnostics/quote.ts';
import { StoreError } from './store-error.ts';

/** Of the tables below; a store with a higher one is not understood. */
const FORMAT = 1;

/**
 * What is kept. Views of typed tables stand in schemas of their own (tables/), made of these texts: an answer is in one place.
 * A submission that the server has no more keeps its row, with `deleted_at`; while it is there, it was seen last when its
 * project was swept last.
 */
const TABLES = `
CREATE SCHEMA lexiform;
CREATE TABLE lexiform.about (fact VARCHAR, value VARCHAR);
CREATE TABLE lexiform.projects (
  project VARCHAR, form VARCHAR, uid VARCHAR, schema_name VARCHAR, swept_at TIMESTAMPTZ
);
CREATE TABLE lexiform.cursors (project VARCHAR, filter VARCHAR, last_id BIGINT);
CREATE TABLE lexiform.submissions (
  project VARCHAR, key VARCHAR, root_uuid VARCHAR, root_given BOOLEAN, _id BIGINT, uuid VARCHAR, version VARCHAR,
  submitted_at TIMESTAMP, status VARCHAR, raw VARCHAR,
  first_seen TIMESTAMPTZ, changed_at TIMESTAMPTZ, last_seen TIMESTAMPTZ, deleted_at TIMESTAMPTZ
);
CREATE TABLE lexiform.history (
  project VARCHAR, key VARCHAR, _id BIGINT, uuid VARCHAR, version VARCHAR, raw VARCHAR, seen_at TIMESTAMPTZ, replaced_at TIMESTAMPTZ
);
CREATE TABLE lexiform.paths (project VARCHAR, inside VARCHAR, path VARCHAR, repeats BOOLEAN);
CREATE TABLE lexiform.files (project VARCHAR, key VARCHAR, uid VARCHAR, path VARCHAR, size BIGINT);
CREATE TABLE lexiform.treatments (project VARCHAR, path VARCHAR, name VARCHAR, treatment VARCHAR);
CREATE TABLE lexiform.pulls (
  project VARCHAR, filter VARCHAR, started_at TIMESTAMPTZ, ended_at TIMESTAMPTZ,
  added BIGINT, edited BIGINT, deleted BIGINT, returned BIGINT, statuses BIGINT
);
INSERT INTO lexiform.about VALUES ('format', '${FORMAT}');
`;

/** Makes the tables of a new file. */
export async function prepare(database: Database): Promise<void> {
  if (await isOurs(database)) return;
  const [found] = await database.rows(`SELECT count(*) AS tables FROM duckdb_tables() WHERE database_name = 'store'`);
  if (found?.['tables'] !== 0n) throw notOurs(database);
  await database.together(async () => database.run(TABLES));
}

/** @throws StoreError for a file that is no store, or one of a later version */
export async function expectStore(database: Database): Promise<void> {
  if (!(await isOurs(database))) throw notOurs(database);
}

async function isOurs(database: Database): Promise<boolean> {
  const tables = await database.rows(
    `SELECT 1 FROM duckdb_tables() WHERE database_name = 'store' AND schema_name = 'lexiform' AND table_name = 'about'`,
  );
  if (tables.length === 0) return false;
  const [row] = await database.rows(`SELECT value FROM lexiform.about WHERE fact = 'format'`);
  if (Number(row?.['value']) <= FORMAT) return true;
  throw new StoreError(
    `The store ${quote(database.shown)} was written by a newer version of Lexiform.`,
    'Update Lexiform, or name another file by --store.',
  );
}

function notOurs({ shown }: Database): StoreError {
  return new StoreError(
    `${quote(shown)} is a DuckDB file, but no store of Lexiform.`,
    'Name another file by --store: nothing was changed in this one.',
  );
}

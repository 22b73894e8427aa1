import type { Cell, Cells, Database, SessionTable } from '../duckdb.ts';
import type { SweptRow } from '../submission-row.ts';
import { numberRanges } from './number-ranges.ts';

/**
 * What a server says it has, of one project at a time: numbers, uuids and statuses. `wanted` are those that the user's filter
 * lets in; the others are looked at only where the store has them. Of uuids the hashes are enough, since they are compared for one
 * number at a time; the texts of a million would not fit into the memory that the engine has here.
 */
export const SWEPT = `
CREATE TEMP TABLE swept (project VARCHAR, id BIGINT, root UBIGINT, root_given BOOLEAN, uuid UBIGINT, status VARCHAR, wanted BOOLEAN);
`;

const PAGE: SessionTable = {
  name: 'swept_page',
  columns: 'id BIGINT, root VARCHAR, root_given BOOLEAN, uuid VARCHAR, status VARCHAR',
};

export interface Sweep {
  readonly add: (rows: readonly SweptRow[], wanted: boolean) => Promise<void>;
  /** Numbers that the store does not have, or has with another text, in their order. */
  readonly toFetch: () => Promise<readonly number[]>;
  /** Numbers that the store has and the sweep has not met. */
  readonly unmet: () => Promise<readonly number[]>;
  /** Takes statuses over and tells how many were others. */
  readonly takeStatuses: () => Promise<number>;
  /** Marks as deleted what was not met, tells how many they are, and remembers when the project was swept. */
  readonly finish: () => Promise<number>;
}

const isIn = (number: string): string => `${number} > $after AND ${number} <= $upTo`;

const IS_STORED = `w.project = $project AND s.project = $project AND s._id = w.id AND ${isIn('s._id')} AND ${isIn('w.id')}
AND (hash(s.root_uuid) = w.root OR NOT s.root_given OR NOT w.root_given)`;

/**
 * What was swept and is stored, and whether with another text. Joined without a left side that stays: the engine would compare
 * each number with each where a condition is more than an equation, which takes a minute for 200,000.
 */
const MET = `
SELECT w.id, s.key, hash(s.uuid) <> w.uuid OR s.deleted_at IS NOT NULL AS other
FROM swept w, lexiform.submissions s WHERE ${IS_STORED}`;

const TO_FETCH = `
SELECT DISTINCT w.id FROM swept w LEFT JOIN (${MET}) m ON m.id = w.id
WHERE w.project = $project AND ${isIn('w.id')} AND CASE WHEN m.key IS NULL THEN w.wanted ELSE m.other END ORDER BY w.id`;

const UNMET = `
FROM (SELECT key, _id FROM lexiform.submissions WHERE project = $project AND deleted_at IS NULL AND ${isIn('_id')}) s
ANTI JOIN (${MET}) m ON m.key = s.key`;

const OTHER_STATUS = `${IS_STORED} AND s.status IS DISTINCT FROM w.status AND s.deleted_at IS NULL`;

/** Begins to compare a project with what its server has. */
export async function beginSweep(project: string, database: Database): Promise<Sweep> {
  const ranges = numberRanges();
  const clear = async (): Promise<void> => database.run('DELETE FROM swept WHERE project = $project', { project });
  const inRanges = async <Result>(work: (values: Cells) => Promise<Result>): Promise<readonly Result[]> => {
    const results: Result[] = [];
    for (const range of ranges.all()) results.push(await work({ project, ...range }));
    return results;
  };
  const numbers = async (sql: string): Promise<readonly number[]> => {
    const found = await database.together(async () => inRanges(async (values) => database.rows(sql, values)));
    return found.flat().map(({ id }) => Number(id));
  };
  await database.together(clear);
  return {
    add: async (rows, wanted) => {
      ranges.add(rows.map(({ id }) => id));
      await database.together(async () => addSwept(rows, { project, wanted }, database));
    },
    toFetch: async () => numbers(TO_FETCH),
    unmet: async () => numbers(`SELECT s._id AS id ${UNMET} ORDER BY id`),
    takeStatuses: async () =>
      database.together(async () => sum(await inRanges(async (values) => takeStatuses(values, database)))),
    finish: async () =>
      database.together(async () => {
        const deleted = sum(await inRanges(async (values) => markDeleted(values, database)));
        await database.run('UPDATE lexiform.projects SET swept_at = now() WHERE project = $project', { project });
        await clear();
        return deleted;
      }),
  };
}

async function addSwept(
  rows: readonly SweptRow[],
  { project, wanted }: { readonly project: string; readonly wanted: boolean },
  database: Database,
): Promise<void> {
  const cells = rows.map(({ id, root, rootGiven, uuid, status }): readonly Cell[] => [
    id,
    root,
    rootGiven,
    uuid,
    status,
  ]);
  await database.refill(PAGE, cells);
  await database.run(
    'INSERT INTO swept SELECT $project, p.id, hash(p.root), p.root_given, hash(p.uuid), p.status, $wanted FROM swept_page p',
    { project, wanted },
  );
}

async function takeStatuses(values: Cells, database: Database): Promise<number> {
  const others = await counted(
    `SELECT count(DISTINCT s.key) AS number FROM lexiform.submissions s, swept w WHERE ${OTHER_STATUS}`,
    values,
    database,
  );
  if (others > 0)
    await database.run(
      `UPDATE lexiform.submissions AS s SET status = w.status FROM swept w WHERE ${OTHER_STATUS}`,
      values,
    );
  return others;
}

async function markDeleted(values: Cells, database: Database): Promise<number> {
  const unmet = await counted(`SELECT count(*) AS number ${UNMET}`, values, database);
  if (unmet > 0)
    await database.run(
      `UPDATE lexiform.submissions AS s SET deleted_at = now(),
         last_seen = coalesce((SELECT max(p.swept_at) FROM lexiform.projects p WHERE p.project = $project), s.changed_at)
       WHERE s.key IN (SELECT s.key ${UNMET}) AND s.project = $project AND s.deleted_at IS NULL AND ${isIn('s._id')}`,
      values,
    );
  return unmet;
}

async function counted(sql: string, values: Cells, database: Database): Promise<number> {
  const [found] = await database.rows(sql, values);
  return Number(found?.['number'] ?? 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

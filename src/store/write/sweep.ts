import type { Cell, Database, SessionTable } from '../duckdb.ts';
import type { SweptRow } from '../submission-row.ts';

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

const IS_STORED = `w.project = $project AND s.project = $project AND s._id = w.id
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
WHERE w.project = $project AND CASE WHEN m.key IS NULL THEN w.wanted ELSE m.other END ORDER BY w.id`;

const UNMET = `
FROM (SELECT key, _id FROM lexiform.submissions WHERE project = $project AND deleted_at IS NULL) s ANTI JOIN (${MET}) m ON m.key = s.key`;

const OTHER_STATUS = `
FROM swept w WHERE ${IS_STORED} AND s.status IS DISTINCT FROM w.status AND s.deleted_at IS NULL`;

/** Begins to compare a project with what its server has. */
export async function beginSweep(project: string, database: Database): Promise<Sweep> {
  const values = { project };
  const clear = async (): Promise<void> => database.run('DELETE FROM swept WHERE project = $project', values);
  await database.together(clear);
  return {
    add: async (rows, wanted) =>
      database.together(async () => {
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
      }),
    toFetch: async () => numbers(database, TO_FETCH, project),
    unmet: async () => numbers(database, `SELECT s._id AS id ${UNMET} ORDER BY id`, project),
    takeStatuses: async () =>
      database.together(async () => {
        const [found] = await database.rows(
          `SELECT count(DISTINCT s.key) AS number FROM lexiform.submissions s, swept w
           WHERE ${IS_STORED} AND s.status IS DISTINCT FROM w.status AND s.deleted_at IS NULL`,
          values,
        );
        await database.run(`UPDATE lexiform.submissions AS s SET status = w.status ${OTHER_STATUS}`, values);
        return Number(found?.['number'] ?? 0);
      }),
    finish: async () =>
      database.together(async () => {
        const [found] = await database.rows(`SELECT count(*) AS number ${UNMET}`, values);
        await database.run(
          `UPDATE lexiform.submissions AS s SET deleted_at = now(),
             last_seen = coalesce((SELECT max(p.swept_at) FROM lexiform.projects p WHERE p.project = $project), s.changed_at)
           WHERE s.key IN (SELECT s.key ${UNMET}) AND s.project = $project AND s.deleted_at IS NULL`,
          values,
        );
        await database.run('UPDATE lexiform.projects SET swept_at = now() WHERE project = $project', values);
        await clear();
        return Number(found?.['number'] ?? 0);
      }),
  };
}

async function numbers(database: Database, sql: string, project: string): Promise<readonly number[]> {
  const rows = await database.together(async () => database.rows(sql, { project }));
  return rows.map(({ id }) => Number(id));
}

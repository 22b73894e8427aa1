import type { Cell, Database, SessionTable } from '../duckdb.ts';
import type { SeenPath, SubmissionRow } from '../submission-row.ts';
import { decide, type Decision, type Stored } from './decide.ts';

export interface Page {
  readonly project: string;
  readonly rows: readonly SubmissionRow[];
  /** Keys that were not seen before. */
  readonly paths: readonly SeenPath[];
  /** How far the project was read by this filter, once the page is in; undefined where it was asked for by numbers. */
  readonly cursor: { readonly filter: string; readonly lastId: number } | undefined;
}

export interface PageCounts {
  readonly added: number;
  readonly edited: number;
  readonly returned: number;
}

/** What rows are put into before they are compared with the store. */
const INCOMING: SessionTable = {
  name: 'incoming',
  columns:
    'id BIGINT, root VARCHAR, root_given BOOLEAN, uuid VARCHAR, version VARCHAR, submitted VARCHAR, status VARCHAR, raw VARCHAR',
};
const DECIDED: SessionTable = {
  name: 'decided',
  columns: 'id BIGINT, key VARCHAR, act VARCHAR, displaced VARCHAR',
};
const SEEN_PATHS: SessionTable = { name: 'seen_paths', columns: 'inside VARCHAR, path VARCHAR, repeats BOOLEAN' };

/** Takes in a page as a whole, and how far the project is read, or nothing of it. Once more is the same as once. */
export async function addPage(database: Database, page: Page): Promise<PageCounts> {
  const rows = [...new Map(page.rows.map((row) => [row.id, row])).values()];
  return database.together(async () => {
    await database.refill(INCOMING, rows.map(cellsOf));
    const decisions = await decisionsOn(rows, page.project, database);
    await database.refill(
      DECIDED,
      [...decisions].map(([id, { act, key, displaced }]): readonly Cell[] => [id, key, act, displaced ?? null]),
    );
    await write(page.project, [...decisions.values()], database);
    await writePaths(page, database);
    if (page.cursor) await writeCursor(page.project, page.cursor, database);
    return countsOf([...decisions.values()]);
  });
}

function cellsOf({ id, root, rootGiven, uuid, version, time, status, raw }: SubmissionRow): readonly Cell[] {
  return [id, root, rootGiven, uuid, version, time, status, raw];
}

/** Without the texts: those of the whole store would be read. */
const CANDIDATES = `
SELECT s.key, s._id AS id, s.root_uuid AS root, s.root_given, s.uuid, s.deleted_at IS NOT NULL AS deleted
FROM lexiform.submissions s JOIN incoming i ON s._id = i.id WHERE s.project = $project AND s._id BETWEEN $first AND $last
UNION ALL
SELECT s.key, s._id, s.root_uuid, s.root_given, s.uuid, s.deleted_at IS NOT NULL
FROM lexiform.submissions s JOIN incoming i ON s.root_uuid = i.root WHERE s.project = $project AND s._id <> i.id
`;

const OTHER_TEXTS = `
SELECT s.key FROM lexiform.submissions s JOIN incoming i ON s._id = i.id
WHERE s.project = $project AND s._id BETWEEN $first AND $last AND s.uuid = i.uuid AND s.raw <> i.raw
`;

async function decisionsOn(
  rows: readonly SubmissionRow[],
  project: string,
  database: Database,
): Promise<ReadonlyMap<number, Decision>> {
  const stored = await candidatesFor(rows, project, database);
  const byId = grouped(stored, ({ id }) => id);
  const byRoot = grouped(stored, ({ root }) => root);
  const decisions = new Map<number, Decision>();
  for (const row of rows) {
    const candidates = new Set([...(byId.get(row.id) ?? []), ...(byRoot.get(row.root) ?? [])]);
    const decision = decide(row, [...candidates]);
    decisions.set(row.id, decision);
    // Two of one page can have one root.
    const now = { ...row, key: decision.key, deleted: false, same: true };
    byRoot.set(row.root, [...(byRoot.get(row.root) ?? []).filter(({ key }) => key !== decision.key), now]);
  }
  return decisions;
}

async function candidatesFor(
  rows: readonly SubmissionRow[],
  project: string,
  database: Database,
): Promise<readonly Stored[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const range = { project, first: BigInt(Math.min(...ids)), last: BigInt(Math.max(...ids)) };
  const found = await database.rows(CANDIDATES, range);
  const uuids = new Set(rows.map(({ uuid }) => uuid));
  const isAgain = found.some(({ uuid }) => uuids.has(String(uuid)));
  const others = new Set(isAgain ? (await database.rows(OTHER_TEXTS, range)).map(({ key }) => key) : []);
  return found.map((row) => ({
    key: String(row['key']),
    id: Number(row['id']),
    root: String(row['root']),
    rootGiven: row['root_given'] === true,
    uuid: String(row['uuid']),
    deleted: row['deleted'] === true,
    same: !others.has(row['key'] ?? null),
  }));
}

function grouped<Key>(all: readonly Stored[], keyOf: (stored: Stored) => Key): Map<Key, readonly Stored[]> {
  const groups = new Map<Key, Stored[]>();
  for (const stored of all) {
    const group = groups.get(keyOf(stored));
    if (group) group.push(stored);
    else groups.set(keyOf(stored), [stored]);
  }
  return groups;
}

async function write(project: string, decisions: readonly Decision[], database: Database): Promise<void> {
  if (decisions.some(({ act, returned, displaced }) => act !== 'new' || returned || displaced !== undefined))
    await writeKnown(project, database);
  await database.run(
    `INSERT INTO lexiform.submissions
     SELECT $project, d.key, i.root, i.root_given, i.id, i.uuid, i.version, try_cast(i.submitted AS TIMESTAMP), i.status, i.raw,
       now(), now(), NULL, NULL
     FROM incoming i JOIN decided d ON i.id = d.id WHERE d.act = 'new'`,
    { project },
  );
}

/** What concerns submissions that the store has. */
async function writeKnown(project: string, database: Database): Promise<void> {
  await database.run(
    `UPDATE lexiform.submissions AS s SET deleted_at = now() FROM decided d
     WHERE s.project = $project AND s.key = d.displaced AND s.deleted_at IS NULL`,
    { project },
  );
  await database.run(
    `INSERT INTO lexiform.history
     SELECT s.project, s.key, s._id, s.uuid, s.version, s.raw, s.changed_at, now()
     FROM lexiform.submissions s JOIN decided d ON s.key = d.key AND d.act = 'edited' WHERE s.project = $project`,
    { project },
  );
  await database.run(
    `UPDATE lexiform.submissions AS s SET root_uuid = i.root, root_given = i.root_given, _id = i.id, uuid = i.uuid, version = i.version,
       submitted_at = try_cast(i.submitted AS TIMESTAMP), status = i.status, raw = i.raw, changed_at = now(),
       last_seen = NULL, deleted_at = NULL
     FROM decided d JOIN incoming i ON i.id = d.id
     WHERE s.project = $project AND s.key = d.key AND d.act <> 'new' AND (d.act <> 'same' OR s.deleted_at IS NOT NULL OR s._id <> i.id)`,
    { project },
  );
}

async function writePaths({ project, paths }: Page, database: Database): Promise<void> {
  if (paths.length === 0) return;
  await database.refill(
    SEEN_PATHS,
    paths.map(({ inside, path, repeats }): readonly Cell[] => [inside, path, repeats]),
  );
  await database.run(
    `INSERT INTO lexiform.paths SELECT DISTINCT $project, n.inside, n.path, n.repeats FROM seen_paths n
     WHERE NOT EXISTS (SELECT 1 FROM lexiform.paths p
       WHERE p.project = $project AND p.inside = n.inside AND p.path = n.path AND p.repeats = n.repeats)`,
    { project },
  );
}

async function writeCursor(
  project: string,
  { filter, lastId }: NonNullable<Page['cursor']>,
  database: Database,
): Promise<void> {
  const values = { project, filter };
  await database.run('DELETE FROM lexiform.cursors WHERE project = $project AND filter = $filter', values);
  await database.run('INSERT INTO lexiform.cursors VALUES ($project, $filter, $last)', {
    ...values,
    last: BigInt(lastId),
  });
}

function countsOf(decisions: readonly Decision[]): PageCounts {
  const count = (is: (decision: Decision) => boolean): number => decisions.filter(is).length;
  return {
    added: count(({ act }) => act === 'new'),
    edited: count(({ act }) => act === 'edited'),
    returned: count(({ returned }) => returned),
  };
}

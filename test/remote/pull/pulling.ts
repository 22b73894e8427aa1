import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { pullProject, type ProjectPull, type PullResult } from '../../../src/remote/pull/pull-project.ts';
import { type Cells, openDatabase } from '../../../src/store/duckdb.ts';
import type { Guard } from '../../../src/store/protected-store.ts';
import { openPullStore } from '../../../src/store/pull-store.ts';

export const PROJECT = 'kobo/household';

/** A folder that goes away with the test. */
export function scratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lexiform store é '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Pulls the project into a store. */
export async function pull(
  file: string,
  kobo: ProjectPull['kobo'],
  more: Partial<ProjectPull> = {},
  guard: Guard = { protect: false, keyMark: undefined },
): Promise<PullResult> {
  const store = await openPullStore(file, 'submissions.duckdb', guard);
  try {
    return await pullProject({
      project: PROJECT,
      form: 'household',
      uid: 'a1',
      kobo,
      store,
      filter: undefined,
      door: (received) => received,
      now: () => new Date(0),
      progress: () => undefined,
      ...more,
    });
  } finally {
    await store.close();
  }
}

/** Rows of a store. */
export async function rowsIn(file: string, sql: string): Promise<readonly Cells[]> {
  const database = await openDatabase({ path: file, shown: file, mode: 'read' });
  try {
    return await database.rows(sql);
  } finally {
    await database.close();
  }
}

/** What a store holds, without the times of pulls: equal for equal content, however it came in. */
export async function contentOf(file: string): Promise<unknown> {
  const submissions = await rowsIn(
    file,
    `SELECT project, key, root_uuid, root_given, _id, uuid, version, submitted_at, status, raw, deleted_at IS NULL AS live
     FROM lexiform.submissions ORDER BY project, key`,
  );
  const paths = await rowsIn(file, 'SELECT * FROM lexiform.paths ORDER BY ALL');
  const history = await rowsIn(file, 'SELECT project, key, _id, uuid, version, raw FROM lexiform.history ORDER BY ALL');
  return JSON.parse(
    JSON.stringify({ submissions, paths, history }, (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    ),
  );
}

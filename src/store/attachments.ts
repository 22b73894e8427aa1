import type { Database } from './duckdb.ts';

/** Submissions with files, a few at a time. */
export interface WithFiles {
  readonly key: string;
  /** `_attachments`, as JSON. */
  readonly attachments: string;
}

const AT_ONCE = 200;

/** Those of a project that are on the server and have attachments, in the order of their keys. */
export async function* submissionsWithFiles(database: Database, project: string): AsyncGenerator<readonly WithFiles[]> {
  for (let after = ''; ;) {
    const values = { project, after, most: AT_ONCE };
    const rows = await database.together(async () =>
      database.rows(
        `SELECT key, CAST(TRY(json_extract(raw, '$._attachments')) AS VARCHAR) AS attachments FROM lexiform.submissions
         WHERE project = $project AND deleted_at IS NULL AND key > $after AND contains(raw, '"download_url"')
         ORDER BY key LIMIT $most`,
        values,
      ),
    );
    const last = rows.at(-1);
    if (!last) return;
    after = String(last['key']);
    yield rows.map((row) => ({ key: String(row['key']), attachments: String(row['attachments'] ?? '[]') }));
  }
}

/** The sizes of files that were taken in, by the uid that the server gives them. */
export async function knownFiles(database: Database, project: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database.together(async () =>
    database.rows('SELECT uid, size FROM lexiform.files WHERE project = $project', { project }),
  );
  return new Map(rows.map(({ uid, size }) => [String(uid), Number(size)]));
}

export async function addFile(
  database: Database,
  file: {
    readonly project: string;
    readonly key: string;
    readonly uid: string;
    readonly path: string;
    readonly size: number;
  },
): Promise<void> {
  await database.together(async () => {
    await database.run('DELETE FROM lexiform.files WHERE project = $project AND uid = $uid', {
      project: file.project,
      uid: file.uid,
    });
    await database.run('INSERT INTO lexiform.files VALUES ($project, $key, $uid, $path, $size)', { ...file });
  });
}

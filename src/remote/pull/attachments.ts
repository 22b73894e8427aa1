import { stat } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import { isRecord } from '../../core/is-record.ts';
import { writeStreamAside } from '../../formats/write-aside.ts';
import { addFile, knownFiles, submissionsWithFiles, type WithFiles } from '../../store/attachments.ts';
import type { Database } from '../../store/duckdb.ts';
import type { Kobo } from '../kobo/kobo.ts';
import { RemoteError } from '../remote-error.ts';
import { safeName } from './file-names.ts';

export interface AttachmentPull {
  readonly project: string;
  readonly kobo: Pick<Kobo, 'attachment'>;
  readonly database: Database;
  /** Where the files of this project go. */
  readonly folder: string;
  readonly progress: (text: string) => void;
}

export interface AttachmentCounts {
  readonly fetched: number;
  /** Those that the server does not give, though it names them. */
  readonly failed: number;
}

const AT_ONCE = 4;

interface Wanted {
  readonly key: string;
  readonly uid: string;
  readonly address: string;
  /** Below the folder. */
  readonly file: string;
}

/**
 * Fetches the files of all submissions in the store that are not on the disk yet. Each is written aside and stands in its
 * place when it is whole, so a pull that was killed goes on where it ended.
 * @throws RemoteError where the server cannot be asked at all, PublishError where nothing can be written
 */
export async function pullAttachments(pull: AttachmentPull): Promise<AttachmentCounts> {
  const { database, project, progress } = pull;
  const known = await knownFiles(database, project);
  const limit = pLimit(AT_ONCE);
  let fetched = 0;
  let failed = 0;
  for await (const some of submissionsWithFiles(database, project)) {
    const wanted = some.flatMap(wantedOf);
    const all = wanted.map(async (each) =>
      limit(async () => {
        const outcome = await fetchOne(each, pull, known);
        if (outcome === 'fetched') fetched += 1;
        if (outcome === 'failed') failed += 1;
        progress(`${fetched} attachments`);
      }),
    );
    // The others are not left at work on a store that is being closed.
    for (const each of await Promise.allSettled(all)) if (each.status === 'rejected') throw each.reason;
  }
  return { fetched, failed };
}

async function fetchOne(
  { key, uid, address, file }: Wanted,
  { kobo, database, project, folder }: AttachmentPull,
  known: ReadonlyMap<string, number>,
): Promise<'there' | 'fetched' | 'failed'> {
  const full = path.join(folder, file);
  const size = known.get(uid);
  if (size !== undefined && (await sizeOf(full)) === size) return 'there';
  try {
    await writeStreamAside(full, await kobo.attachment(address));
  } catch (error) {
    if (error instanceof RemoteError && (error.kind === 'not-found' || error.kind === 'refused')) return 'failed';
    throw error;
  }
  await addFile(database, { project, key, uid, path: file, size: (await sizeOf(full)) ?? 0 });
  return 'fetched';
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  );
}

/** Files of a submission with safe names, of which no two are one file. */
function wantedOf({ key, attachments }: WithFiles): readonly Wanted[] {
  const all: unknown = JSON.parse(attachments);
  const folder = safeName(key.replaceAll(/[/\\#]/g, '_'), 'submission');
  const taken = new Set<string>();
  return (Array.isArray(all) ? all : []).filter(isRecord).flatMap((each) => {
    const { uid, download_url: address, media_file_basename: name, is_deleted: isDeleted } = each;
    if (typeof uid !== 'string' || typeof address !== 'string' || isDeleted === true) return [];
    const named = safeName(typeof name === 'string' ? name : '', safeName(uid, 'file'));
    const file = taken.has(named.toLowerCase()) ? `${safeName(uid, 'file')}-${named}` : named;
    taken.add(named.toLowerCase());
    return [{ key, uid, address, file: path.join(folder, file) }];
  });
}

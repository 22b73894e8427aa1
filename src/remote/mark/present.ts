import { isRecord } from '../../core/is-record.ts';
import type { Kobo } from '../kobo/kobo.ts';
import { RemoteError } from '../remote-error.ts';
import type { Present, PresentStatus } from './status.ts';

const FIELDS = ['_id', '_uuid', 'meta/rootUuid', 'meta/instanceID', '_validation_status'];
const MOST = 1000;
/** Numbers go into an address, which servers take up to eight thousand letters of. */
export const MOST_NUMBERS = 300;

/** All submissions of a project with their statuses, some at a time; one that comes or goes meanwhile moves no other. */
export async function* presentIn(kobo: Kobo, uid: string): AsyncGenerator<readonly Present[]> {
  for (let last = -1; ;) {
    const page = await kobo.submissions(uid, { query: { _id: { $gt: last } }, fields: FIELDS, limit: MOST });
    const some = page.texts.map(readPresent);
    if (some.length === 0) return;
    yield some;
    last = Math.max(...some.map(({ id }) => id));
  }
}

/** Some of them, as they are at this moment; those that are gone are left out. */
export async function presentNow(kobo: Kobo, uid: string, ids: readonly number[]): Promise<readonly Present[]> {
  const { texts } = await kobo.submissions(uid, { query: { _id: { $in: ids } }, fields: FIELDS, limit: MOST });
  return texts.map(readPresent);
}

function readPresent(text: string): Present {
  const read = parsed(text);
  const id = read['_id'];
  const uuid = textAt(read, '_uuid');
  const key = (textAt(read, 'meta/rootUuid') || uuid || textAt(read, 'meta/instanceID')).replace(/^uuid:/, '');
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw notUnderstood('a submission has no number');
  return { id, key, uuid, status: readStatus(read['_validation_status']) };
}

function readStatus(value: unknown): PresentStatus | undefined {
  if (!isRecord(value) || typeof value['uid'] !== 'string') return undefined;
  const { uid, timestamp, by_whom: by } = value;
  return {
    uid,
    timestamp: typeof timestamp === 'number' ? timestamp : undefined,
    by: typeof by === 'string' ? by : undefined,
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Told below, without a word of it.
  }
  throw notUnderstood('a submission is not JSON');
}

function textAt(record: Readonly<Record<string, unknown>>, key: string): string {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' ? value : '';
}

function notUnderstood(what: string): RemoteError {
  return new RemoteError('not-understood', `Cannot read validation statuses: ${what}.`, {
    help: 'The server may be of another version than Lexiform knows: it knows KoboToolbox of 2026.',
  });
}

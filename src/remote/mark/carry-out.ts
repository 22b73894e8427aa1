import type { Kobo, SettableStatus } from '../kobo/kobo.ts';
import type { Mark } from '../../store/marks.ts';
import { RemoteError } from '../remote-error.ts';
import { decide, type Known } from './decide.ts';
import { MOST_NUMBERS, presentNow } from './present.ts';
import type { MarkPreview } from './preview.ts';
import type { MarkMemory, Present } from './status.ts';

export interface MarkWork {
  readonly kobo: Kobo;
  readonly uid: string;
  readonly known: Known;
  readonly memory: MarkMemory;
  /** Told how many more were set. */
  readonly onSet: (count: number) => void;
}

/**
 * Sets the statuses of a preview, some submissions at a time; of each the status is read once more before, so that nothing is
 * lost that a person set meanwhile.
 * @returns how many were set
 * @throws RemoteError; what was set until then is remembered
 */
export async function carryOut({ set }: MarkPreview, work: MarkWork): Promise<number> {
  let count = 0;
  for (const [status, ids] of set)
    for (let from = 0; from < ids.length; from += MOST_NUMBERS) {
      const done = await setSome(ids.slice(from, from + MOST_NUMBERS), status, work);
      count += done;
      work.onSet(done);
    }
  return count;
}

/** The server refuses all where one is gone: one that goes in between is found missing the second time. */
async function setSome(ids: readonly number[], status: SettableStatus, work: MarkWork): Promise<number> {
  try {
    return await setPresent(ids, status, work);
  } catch (error) {
    if (!(error instanceof RemoteError) || error.status !== 400) throw error;
    return setPresent(ids, status, work);
  }
}

async function setPresent(ids: readonly number[], status: SettableStatus, work: MarkWork): Promise<number> {
  const { kobo, uid, known, memory } = work;
  const still = (await presentNow(kobo, uid, ids)).filter((present) => {
    const decision = decide(present, known);
    return decision.kind === 'set' && decision.status === status;
  });
  if (still.length === 0) return 0;
  // Whoever is cut off after the next line has marked them all the same.
  await memory.write(new Map(still.map(({ key }) => [key, meaning(status, known.marks.get(key))])));
  const numbers = still.map(({ id }) => id);
  await kobo.setStatus(uid, numbers, status);
  await memory.write(new Map(setIn(await presentNow(kobo, uid, numbers), status)));
  return still.length;
}

function meaning(status: string, before: Mark | undefined): Mark {
  return { status: before?.status, timestamp: before?.timestamp, meant: status };
}

function setIn(present: readonly Present[], status: SettableStatus): readonly (readonly [string, Mark])[] {
  return present.flatMap(({ key, status: now }) =>
    now?.uid === status ? [[key, { status, timestamp: now.timestamp, meant: undefined }] as const] : [],
  );
}

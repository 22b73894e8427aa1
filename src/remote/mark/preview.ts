import type { Kobo, SettableStatus } from '../kobo/kobo.ts';
import { decide, type Known, type Reason } from './decide.ts';
import { presentIn } from './present.ts';

/** What marking a project would do. */
export interface MarkPreview {
  /** Numbers of submissions by the status that they get. */
  readonly set: ReadonlyMap<SettableStatus, readonly number[]>;
  /** How many are left as they are. */
  readonly left: Readonly<Record<Reason, number>>;
  /** How many were pulled that the server does not have any more. */
  readonly gone: number;
}

/** Reads the statuses of a project and decides about each submission. Nothing is written. */
export async function previewMarks(kobo: Kobo, uid: string, known: Known): Promise<MarkPreview> {
  const set = new Map<SettableStatus, number[]>();
  const left = { already: 0, person: 0, edited: 0, 'not-pulled': 0, clean: 0, stale: 0 };
  let there = 0;
  for await (const some of presentIn(kobo, uid)) {
    for (const present of some) {
      const decision = decide(present, known);
      if (decision.kind !== 'not-pulled') there += 1;
      if (decision.kind === 'set') add(set, decision.status, present.id);
      else left[decision.kind] += 1;
    }
  }
  return { set, left, gone: known.judged.size - there };
}

function add(set: Map<SettableStatus, number[]>, status: SettableStatus, id: number): void {
  const ids = set.get(status);
  if (ids) ids.push(id);
  else set.set(status, [id]);
}

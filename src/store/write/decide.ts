import type { SubmissionRow } from '../submission-row.ts';

/** What the store has of a submission that may be the one that comes. */
export interface Stored {
  readonly key: string;
  readonly id: number;
  readonly root: string;
  readonly rootGiven: boolean;
  readonly uuid: string;
  readonly deleted: boolean;
  /** Whether it is the very same text. */
  readonly same: boolean;
}

export type Act =
  | 'new'
  /** Another text under another uuid: the earlier one becomes history. */
  | 'edited'
  /** Another text of the same edit, such as one with more of its files: it takes the place of the earlier one. */
  | 'refreshed'
  | 'same';

export interface Decision {
  readonly act: Act;
  readonly key: string;
  /** Whether the server had lost it, and has it again. */
  readonly returned: boolean;
  /** The key of a submission that had its number, and cannot be on the server any more. */
  readonly displaced: string | undefined;
}

type Incoming = Pick<SubmissionRow, 'id' | 'root' | 'rootGiven' | 'uuid'>;

/**
 * Tells what a submission is to the store. Its root uuid names it; the number alone does only where the server does not tell
 * the root, since numbers are given anew when a server is restored. A server can hold two with one root, and both are kept.
 */
export function decide(row: Incoming, candidates: readonly Stored[]): Decision {
  const ownNumber = candidates.filter(({ id }) => id === row.id);
  const own = ownNumber.find((stored) => isSame(stored, row));
  const found = own ?? candidates.find(({ root, deleted }) => deleted && root === row.root);
  const displaced = ownNumber.find((stored) => stored !== found && !stored.deleted)?.key;
  if (found) return { act: actOn(found, row), key: found.key, returned: found.deleted, displaced };
  const isTwin = candidates.some(({ key }) => key === row.root);
  return { act: 'new', key: isTwin ? `${row.root}#${row.id}` : row.root, returned: false, displaced };
}

function isSame(stored: Stored, row: Incoming): boolean {
  return stored.root === row.root || !stored.rootGiven || !row.rootGiven;
}

function actOn(stored: Stored, row: Incoming): Act {
  if (stored.uuid !== row.uuid) return 'edited';
  return stored.same ? 'same' : 'refreshed';
}

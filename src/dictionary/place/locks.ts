import type { Plain } from '../../model/facets.ts';
import type { Locks } from '../../model/locks.ts';
import { given, type Removed } from '../language/key.ts';

interface LockValues {
  readonly lock?: readonly Plain[] | Removed;
  readonly open?: readonly Plain[] | Removed;
}

/** What a definition says of locks, as a part of the model; nothing where it says nothing. */
export function toLocks(values: LockValues): { readonly locks?: Locks } {
  const lock = given(values.lock);
  const open = given(values.open);
  if (!lock && !open) return {};
  return { locks: { ...(lock ? { lock } : {}), ...(open ? { open } : {}) } };
}

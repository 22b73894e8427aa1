import type { Plain } from './facets.ts';

/** What a country may not change of a thing, and what it may change all the same: `all`, or the keys that hold it. */
export interface Locks {
  readonly lock?: readonly Plain[];
  readonly open?: readonly Plain[];
}

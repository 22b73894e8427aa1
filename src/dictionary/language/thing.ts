import type { Key } from './key.ts';

/** A kind of thing that an author writes: where it stands, how it looks, and its keys. */
export interface Thing {
  readonly title: string;
  readonly intro: string;
  /** A file, or as much of one as shows the thing. */
  readonly sample: string;
  readonly keys: readonly Key[];
  /** Whether it stands in a file of a country. */
  readonly layer?: true;
}

import type { Location } from '../core/location.ts';

/** One text as it comes back from a translator, with the places in the file to speak of. */
export interface Delivered {
  readonly path: string;
  /** The source text as the file has it; undefined where it does not say. */
  readonly source: string | undefined;
  readonly target: string;
  /** Whether the translator says that the translation is right as it stands; some files can only say so of what was stale. */
  readonly confirmed: 'yes' | 'if stale' | 'no';
  /** Whether the translator says that there is more to do. */
  readonly isUnfinished: boolean;
  readonly comment: string;
  /** What the export wrote down of the texts that it gave away; '' where that was lost. */
  readonly stamp: string;
  readonly at: {
    readonly path: Location;
    readonly source: Location;
    readonly target: Location;
    readonly comment: Location;
  };
}

import type { Location } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Difference } from '../../../model/compare/difference.ts';
import type { Dictionary } from '../../../model/dictionary.ts';

/** What a country, or a form that somebody edited, is held against, and how it is told. */
export interface Terms {
  /** What locks, and has been there before. */
  readonly core: Dictionary;
  /** Who differs from it: `Country "xa"`. */
  readonly who: string;
  readonly report: Report;
  /** Where those who differ wrote it. */
  readonly placeOf: (difference: Difference) => Location;
}

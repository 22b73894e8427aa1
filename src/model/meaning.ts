import type { Formula, Plain, Text } from './facets.ts';
import type { Locks } from './locks.ts';

/** What a workbook cannot say of a question: what it means, for whom it is a risk, and its life. */
export interface Meaning extends Locks {
  readonly definition?: Text;
  /** Why it is asked, and what is done with the answers. */
  readonly purpose?: Text;
  /** Permanent; survives every rename. */
  readonly id?: Plain;
  readonly unit?: Plain;
  readonly obligation?: Plain;
  readonly sensitivity?: Plain;
  readonly identifies?: Plain;
  readonly role?: Plain;
  readonly source?: ReadonlyMap<string, Plain>;
  readonly localise?: Plain;
  readonly soft?: readonly SoftLimit[];
  readonly was?: readonly Plain[];
  readonly retired?: Retirement;
  /** The name of the text question that is shown for the code `special: other`. */
  readonly specify?: Plain;
  /** The question that asks the list above this question's list. */
  readonly parent?: Plain;
}

/** Plausibility: nothing on the device, reported when data is checked. */
export interface SoftLimit {
  readonly when: Formula;
  readonly message: Text | undefined;
}

export interface Retirement {
  readonly since: Plain;
  readonly use: Plain | undefined;
}

/** The keys of a meaning that hold one word or line. */
export const plainMeanings = [
  'id',
  'unit',
  'obligation',
  'sensitivity',
  'identifies',
  'role',
  'localise',
  'specify',
  'parent',
] as const;

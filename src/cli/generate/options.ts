import type { Profile } from '../../vocabulary/profiles.ts';

/** What `lexiform generate` was asked for. */
export interface GenerateCommandOptions {
  readonly count: number;
  readonly out?: string;
  readonly form?: string;
  readonly country?: string;
  readonly profile?: Profile;
  readonly seed: number;
  /** Days since 1970. */
  readonly from: number;
  readonly until: number;
  readonly faults: number | 'each';
  readonly faultsOut?: string;
}

/** What was made, for the words at the end. */
export interface Tally {
  records: number;
  /** How many do not conform though they have no fault. */
  unmet: number;
  faults: number;
  readonly kinds: Set<string>;
}

import type { RecordFinding, Subject } from '../finding.ts';

/** A finding as the store gives it back; what concerns a file or the form as such has no submission. */
export interface Found extends Omit<RecordFinding, 'subject'> {
  readonly subject: Subject | undefined;
}

/** What findings are counted by, besides rule and question. */
export type Dimension = 'version' | 'enumerator' | 'site' | 'day';

export const dimensions: readonly Dimension[] = ['version', 'enumerator', 'site', 'day'];

/** Where a finding of a severity is counted. */
export const countNames = { error: 'errors', warning: 'warnings', info: 'infos' } as const;

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Errors and warnings on submissions: what somebody has to decide on. */
  readonly toClean: number;
  /** Submissions that were looked at. */
  readonly records: number;
  /** Those of them with an error or a warning. */
  readonly recordsWithFindings: number;
  readonly recordsWithErrors: number;
  /** Findings that a baseline has set aside; they are counted nowhere else. */
  readonly known: number;
}

/** Errors and warnings on submissions: what is only worth knowing, or concerns a file, leaves nothing to decide. */
export function isForCleaning({ diagnostic: { severity }, subject }: Found): boolean {
  return severity !== 'info' && subject !== undefined;
}

/** The submissions that share a version, an enumerator, a site or a day. */
export interface Tally {
  readonly value: string;
  readonly records: number;
  readonly recordsWithFindings: number;
  readonly recordsWithErrors: number;
  readonly findings: number;
}

export interface Tallies {
  /** Most submissions with findings first; days in their order. */
  readonly values: readonly Tally[];
  /** All further values together, where there are more than are counted apart. */
  readonly others: Tally | undefined;
}

/** Findings of one rule about one question that break the same line of the dictionary. */
export interface Group {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly findings: number;
  /** Submissions with such a finding. */
  readonly records: number;
  /** A few of them, as different as there are. */
  readonly examples: readonly [Found, ...Found[]];
  /** The commonest answers with how often each came, if answers come again at all. */
  readonly answers: readonly (readonly [answer: string, times: number])[];
  /** In how many submissions of each version, enumerator, site and day, where that was counted. */
  readonly among: Readonly<Record<Dimension, ReadonlyMap<string, number>>>;
}

export interface Groups {
  /** Errors before warnings before infos, most submissions first. */
  readonly values: readonly Group[];
  /** Findings of groups beyond the number that is kept apart. */
  readonly others: number;
}

/** What a run has found. */
export interface Findings {
  readonly counts: Counts;
  readonly groups: Groups;
  readonly by: Readonly<Record<Dimension, Tallies>>;
  /** All findings in the order in which they were made, some at a time; each call reads anew. */
  readonly all: () => AsyncIterable<readonly Found[]>;
  /** Lets go of what lies on disk. */
  readonly end: () => void;
}

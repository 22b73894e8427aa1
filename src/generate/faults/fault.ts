import type { Filled } from '../fill/fill-record.ts';
import type { KoboRecord } from '../kobo/record-json.ts';
import type { Plan } from '../plan/plan.ts';

/** The rules of conformance that a fault is found by. Their ids are the same there. */
export const faultRules = [
  'wrong-type',
  'unknown-code',
  'retired-code',
  'exclusive-code-with-others',
  'required-blank',
  'answered-not-relevant',
  'constraint-broken',
  'calculation-differs',
  'not-in-choice-filter',
  'repeat-count-differs',
  'unknown-question',
  'media-missing',
  'damaged-text',
  'duplicate-submission',
  'unknown-version',
  'malformed',
] as const;

export type FaultRule = (typeof faultRules)[number];

/** A kind of fault that a record can have. */
export interface FaultKind {
  readonly rule: FaultRule;
  /** What is wrong, in a few words. */
  readonly what: string;
  /** Puts the fault into a record; undefined where this record has no place for it. */
  readonly plant: (planting: Planting) => Planted | undefined;
}

export interface Planting {
  readonly plan: Plan;
  readonly filled: Filled;
}

/** A fault that stands in a record, which is to be settled again: what depends on the wrong answer goes with it. */
export interface Planted {
  /** Where people find it: `household/member[2]/age`; empty for the submission as a whole. */
  readonly path: string;
  /** Whether it is still there, and alone, after the record was settled again. */
  readonly stands: () => boolean;
  /** Changes what no form can say; `before` is an earlier submission. */
  readonly edit: ((record: KoboRecord, before: KoboRecord | undefined) => KoboRecord) | undefined;
}

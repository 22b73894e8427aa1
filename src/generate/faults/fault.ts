import type { RuleId } from '../../diagnostics/registry.ts';
import type { Filled } from '../fill/fill-record.ts';
import type { KoboRecord } from '../kobo/record-json.ts';
import type { Plan } from '../plan/plan.ts';

/** The rules of `conform` that find a fault. */
export const faultRules = [
  'answer-type',
  'answer-code',
  'answer-code-retired',
  'answers-exclusive',
  'answer-missing',
  'answer-not-asked',
  'answer-constraint',
  'answer-calculation',
  'answer-filter',
  'entries-count',
  'answer-unknown',
  'media-missing',
  'answer-damaged',
  'record-twice',
  'record-version',
  'answer-shape',
  'record-shape',
] as const satisfies readonly RuleId[];

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

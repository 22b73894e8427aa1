import type { RecordCheck } from '../../model/record-check.ts';
import type { SoftCheck } from '../../model/record-checks/compiled-check.ts';
import type { CannotEvaluate } from '../../expression/evaluate/value.ts';
import type { Rule, Step } from '../plan/step.ts';

/** Why an answer that must be there is missing. */
export type Reason =
  | { readonly kind: 'constraint'; readonly words: string }
  | { readonly kind: 'no-choice'; readonly words: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'rank' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'count'; readonly words: string; readonly most: number };

/** A question of which something is to be told. */
export interface Note {
  readonly step: Step;
  readonly reason: Reason;
  records: number;
}

export interface Uncomputed {
  readonly step: Step;
  readonly rule: Rule;
  readonly why: CannotEvaluate;
}

/** What could not be done, once for each question. */
export interface Notes {
  cannotCompute(step: Step, rule: Rule, why: CannotEvaluate): void;
  /** A record that was kept in spite of this. */
  unmet(step: Step, reason: Reason): void;
  /** A record whose answers never come to rest, because they depend on each other. */
  unsteady(): void;
  /** A record that was kept though it breaks this. */
  broken(check: RecordCheck | SoftCheck): void;
  readonly uncomputed: ReadonlyMap<Rule, Uncomputed>;
  readonly unmetNotes: ReadonlyMap<Step, Note>;
  /** How many records break a check. */
  readonly brokenChecks: ReadonlyMap<RecordCheck | SoftCheck, number>;
  readonly unsteadyRecords: () => number;
}

export function createNotes(): Notes {
  const uncomputed = new Map<Rule, Uncomputed>();
  const unmetNotes = new Map<Step, Note>();
  const brokenChecks = new Map<RecordCheck | SoftCheck, number>();
  let unsteady = 0;
  return {
    uncomputed,
    unsteadyRecords: () => unsteady,
    unsteady: () => void (unsteady += 1),
    unmetNotes,
    brokenChecks,
    broken: (check) => void brokenChecks.set(check, (brokenChecks.get(check) ?? 0) + 1),
    cannotCompute: (step, rule, why) => {
      if (!uncomputed.has(rule)) uncomputed.set(rule, { step, rule, why });
    },
    unmet: (step, reason) => {
      const note = unmetNotes.get(step) ?? { step, reason, records: 0 };
      note.records += 1;
      unmetNotes.set(step, note);
    },
  };
}

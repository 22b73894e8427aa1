import type { EvaluationHost, RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { Formula, Text } from '../facets.ts';
import type { Question } from '../item.ts';
import type { RecordCheck } from '../record-check.ts';

/** A limit of plausibility of a question, as a check of its answer. */
export interface SoftCheck {
  readonly kind: 'soft';
  /** Of the question. */
  readonly name: string;
  readonly severity: 'warning';
  readonly when: Formula;
  readonly message: Text | undefined;
  readonly label: undefined;
  readonly question: Question;
}

/** A check that is tried on many records. Not for two evaluations at once. */
export interface CompiledCheck<Check extends RecordCheck | SoftCheck = RecordCheck | SoftCheck> {
  readonly check: Check;
  /** What it is looked at in: the form as a whole, or each entry of a repeat. */
  readonly node: ScopeNode;
  /** @param row the record, or an entry of the repeat that `node` is */
  evaluate(row: RecordView, host: EvaluationHost): CheckOutcome;
}

export type CheckOutcome =
  | { readonly kind: 'holds' }
  | {
      readonly kind: 'broken';
      /** The questions whose answers do not go together, in the order of the check. */
      readonly involved: readonly ScopeNode[];
      readonly seen: readonly SeenAnswer[];
      /** What the check wants, in words. */
      readonly expected: string;
      /** The message of the check with answers filled in, else a sentence that says the same. */
      readonly message: string;
    }
  | { readonly kind: 'cannot'; readonly reason: string };

/** What is answered to a question that a check looks at. */
export interface SeenAnswer {
  readonly node: ScopeNode;
  /** Of a repeat that is looked at as a whole, all answers with commas between them; empty without any. Undefined where it is hidden. */
  readonly value: string | undefined;
  /** Whether it is not shown because it is about a person. */
  readonly hidden: boolean;
}

export const HOLDS: CheckOutcome = { kind: 'holds' };

export function cannot(reason: string): CheckOutcome {
  return { kind: 'cannot', reason };
}

import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { RecordCheck } from '../record-check.ts';
import type { CheckOutcome, SeenAnswer, SoftCheck } from './compiled-check.ts';
import type { ShownAnswers } from './shown-answers.ts';

/** What there is to tell of a check that is broken, beside its own message. */
export interface Broken {
  readonly check: RecordCheck | SoftCheck;
  readonly involved: readonly ScopeNode[];
  /** What the row is of. */
  readonly node: ScopeNode;
  readonly row: RecordView;
}

/** @param words what the check wants, and a sentence for a check that has no message; made of the answers that are shown */
export function tellBroken(
  { check, involved, node, row }: Broken,
  shown: ShownAnswers,
  words: (seen: readonly SeenAnswer[]) => { readonly expected: string; readonly sentence: string },
): CheckOutcome {
  const seen = involved.map((target) => shown.seen(target, node, row));
  const { expected, sentence } = words(seen);
  const message = shown.fill(check.message, node, row) ?? shown.fill(check.label, node, row) ?? sentence;
  return { kind: 'broken', involved, seen, expected, message };
}

import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import { cannotEvaluate } from '../../expression/evaluate/value.ts';
import { referencesIn } from '../../expression/references.ts';
import type { RecordScope } from '../../model/record/record-scope.ts';
import type { WhenCheck } from '../../model/record-check.ts';
import { cannot, type CheckOutcome, type CompiledCheck, HOLDS, type SoftCheck } from './compiled-check.ts';
import { compileCondition, type Test } from './condition.ts';
import type { ShownAnswers } from './shown-answers.ts';

/** A condition that should not hold, in the form or in each entry of a repeat. */
export function compileWhen(
  check: WhenCheck,
  node: ScopeNode,
  scope: RecordScope,
  shown: ShownAnswers,
): CompiledCheck<WhenCheck> {
  const test = testOf(check, scope, node);
  const involved = questionsIn(check, scope);
  return {
    check,
    node,
    evaluate: (row, host) => outcome(test(row, host), () => broken(check, involved, node, row, shown)),
  };
}

/** A limit of plausibility: nothing to tell where there is no answer. */
export function compileSoft(
  check: SoftCheck,
  question: ScopeNode,
  scope: RecordScope,
  shown: ShownAnswers,
): CompiledCheck<SoftCheck> {
  const test = testOf(check, scope, question);
  const involved = [question, ...questionsIn(check, scope).filter((node) => node !== question)];
  const node = rowNodeOf(question);
  return {
    check,
    node,
    evaluate: (row, host) =>
      row.values[question.slot] === ''
        ? HOLDS
        : outcome(test(row, host), () => broken(check, involved, node, row, shown)),
  };
}

function testOf({ when: { parsed } }: WhenCheck | SoftCheck, scope: RecordScope, node: ScopeNode): Test {
  const [problem] = parsed.problems;
  if (!problem) return compileCondition(parsed.tree, scope, node);
  const { span, message } = problem;
  return () => ({ kind: 'cannot-evaluate', code: 'syntax', span, message });
}

/** The form or the repeat whose rows hold the answer. */
function rowNodeOf(question: ScopeNode): ScopeNode {
  let node = question;
  while (node.parent !== undefined && (node === question || node.kind !== 'repeat')) node = node.parent;
  return node;
}

function questionsIn({ when }: WhenCheck | SoftCheck, scope: RecordScope): readonly ScopeNode[] {
  const nodes = referencesIn(when.parsed.tree).flatMap(({ name }) => scope.find(name) ?? []);
  return [...new Set(nodes)].filter(({ kind }) => kind === 'answer');
}

function outcome(holds: ReturnType<Test>, tell: () => CheckOutcome): CheckOutcome {
  if (typeof holds !== 'boolean') return cannotEvaluate(holds) ? cannot(holds.message) : HOLDS;
  return holds ? tell() : HOLDS;
}

function broken(
  { when, message, label }: WhenCheck | SoftCheck,
  involved: readonly ScopeNode[],
  node: ScopeNode,
  row: RecordView,
  shown: ShownAnswers,
): CheckOutcome {
  const words = when.string.text;
  return {
    kind: 'broken',
    involved,
    seen: involved.map((target) => shown.seen(target, node, row)),
    expected: `not ${words}`,
    message: shown.fill(message, node, row) ?? shown.fill(label, node, row) ?? `It should not be that ${words}.`,
  };
}

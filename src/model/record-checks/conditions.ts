import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import { referencesIn } from '../../expression/references.ts';
import type { RecordScope } from '../record/record-scope.ts';
import type { WhenCheck } from '../record-check.ts';
import { repeatsAround } from './answers-at.ts';
import { type Broken, tellBroken } from './broken.ts';
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
  const words = check.when.string.text;
  const involved = questionsIn(check, scope);
  // Where a repeat itself stands, what is inside of it is not one answer.
  const inside = involved.find((question) => repeatsAround(question).at(-1) === node);
  const test = testOf(check, scope, inside ?? node);
  return {
    check,
    node,
    evaluate: (row, host) => outcome(test(row, host), () => tell({ check, involved, node, row }, shown, words)),
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
  const node = repeatsAround(question).at(-1) ?? scope.root;
  const words = check.when.string.text;
  return {
    check,
    node,
    evaluate: (row, host) =>
      row.values[question.slot] === ''
        ? HOLDS
        : outcome(test(row, host), () => tell({ check, involved, node, row }, shown, words)),
  };
}

function testOf({ when: { parsed } }: WhenCheck | SoftCheck, scope: RecordScope, node: ScopeNode): Test {
  const [problem] = parsed.problems;
  if (!problem) return compileCondition(parsed.tree, scope, node);
  const { span, message } = problem;
  return () => ({ kind: 'cannot-evaluate', code: 'syntax', span, message });
}

function questionsIn({ when }: WhenCheck | SoftCheck, scope: RecordScope): readonly ScopeNode[] {
  const nodes = referencesIn(when.parsed.tree).flatMap(({ name }) => scope.find(name) ?? []);
  return [...new Set(nodes)].filter(({ kind }) => kind === 'answer');
}

function outcome(holds: ReturnType<Test>, told: () => CheckOutcome): CheckOutcome {
  if (typeof holds !== 'boolean') return cannot(holds.message);
  return holds ? told() : HOLDS;
}

function tell(broken: Broken, shown: ShownAnswers, words: string): CheckOutcome {
  return tellBroken(broken, shown, () => ({ expected: `not ${words}`, sentence: `It should not be that ${words}.` }));
}

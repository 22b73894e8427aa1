import type { Answer } from '../../expression/evaluate/answer.ts';
import { toNumber } from '../../expression/evaluate/convert.ts';
import { numberText } from '../../expression/evaluate/number-text.ts';
import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { SumsCheck } from '../record-check.ts';
import type { RecordScope } from '../record/record-scope.ts';
import { answersAt, type AnswersAt } from './answers-at.ts';
import { type Broken, tellBroken } from './broken.ts';
import { cannot, type CheckOutcome, type CompiledCheck, HOLDS } from './compiled-check.ts';
import type { ShownAnswers } from './shown-answers.ts';

interface Addend {
  readonly node: ScopeNode;
  readonly answers: AnswersAt;
}

/** Numbers that should add up to another; undefined where the form does not have all of them. */
export function compileSums(
  check: SumsCheck,
  node: ScopeNode,
  scope: RecordScope,
  shown: ShownAnswers,
): CompiledCheck<SumsCheck> | undefined {
  const addends = [check.to, ...check.of].flatMap(({ string }) => addendNamed(string.text, node, scope));
  const [total, ...parts] = addends;
  if (!total || parts.length < check.of.length) return undefined;
  const involved = addends.map((addend) => addend.node);
  return {
    check,
    node,
    evaluate: (row) => {
      const wanted = total.answers(row).find(isGiven);
      const given = parts.flatMap(({ answers }) => answers(row).filter(isGiven)).map(toNumber);
      if (wanted === undefined || given.length === 0) return HOLDS;
      const [sum, number] = [given.reduce((before, each) => before + each, 0), toNumber(wanted)];
      if (Number.isNaN(sum) || Number.isNaN(number)) return cannot(notNumbers(addends, row));
      return areEqual(sum, number, given) ? HOLDS : tell({ check, involved, node, row }, check, numberText(sum), shown);
    },
  };
}

function addendNamed(name: string, from: ScopeNode, scope: RecordScope): readonly Addend[] {
  const node = scope.find(name);
  return node?.kind === 'answer' ? [{ node, answers: answersAt(node, from) }] : [];
}

function isGiven(answer: Answer): boolean {
  return answer !== '';
}

function notNumbers(addends: readonly Addend[], row: RecordView): string {
  const wrong = addends.find(({ answers }) =>
    answers(row).some((each) => isGiven(each) && Number.isNaN(toNumber(each))),
  );
  return `The answer to "${wrong?.node.name ?? ''}" is no number.`;
}

/** 0.1 + 0.2 is 0.3: sums may differ as far as computing with fractions makes them. */
function areEqual(sum: number, total: number, parts: readonly number[]): boolean {
  const size = parts.reduce((before, each) => before + Math.abs(each), Math.abs(total));
  return Math.abs(sum - total) <= size * 1e-12;
}

function tell(broken: Broken, { of, to }: SumsCheck, sum: string, shown: ShownAnswers): CheckOutcome {
  const parts = of.map(({ string }) => string.text).join(' + ');
  const total = to.string.text;
  return tellBroken(broken, shown, (seen) =>
    seen.some(({ hidden }) => hidden)
      ? { expected: `${total} = ${parts}`, sentence: `${parts} should be ${total}.` }
      : {
          expected: `${total} = ${parts} = ${sum}`,
          sentence: `${parts} should be ${total}, but is ${sum} and not ${seen[0]?.value ?? ''}.`,
        },
  );
}

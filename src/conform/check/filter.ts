import { toCondition } from '../../expression/evaluate/convert.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import { cannotEvaluate } from '../../expression/evaluate/value.ts';
import type { Hosts } from '../plan/formula.ts';
import type { CodesPlan, FilterPlan } from '../plan/codes.ts';
import type { QuestionPlan } from '../plan/plan.ts';
import { aboutAnswer } from './about.ts';
import type { Tell } from './telling.ts';

interface FilterCheck {
  readonly tell: Tell;
  readonly hosts: Hosts;
  readonly showAll: boolean;
}

/** Checks that the form offers the codes of an answer beside the other answers; codes of no list are told elsewhere. */
export function checkFilter(
  plan: QuestionPlan,
  codes: CodesPlan,
  answer: string,
  row: RecordView,
  { tell, hosts, showAll }: FilterCheck,
): void {
  const { filter, list } = codes;
  if (!filter) return;
  const chosen = plan.column.answer === 'code' ? [answer] : answer.split(' ');
  const hidden = chosen.filter((code) => isOffered(code, filter, row, hosts) === false);
  if (hidden.length === 0) return;
  const words = filter.formula.string.text;
  const facts = { value: answer, expected: words, facet: filter.formula, what: 'its choice filter' };
  const about = aboutAnswer(plan, row, showAll, facts);
  tell('answer-filter', { name: plan.column.name, value: about.value, codes: hidden, filter: words, list }, about);
}

/** Undefined where the list does not have the code, or the filter cannot be computed. */
function isOffered(code: string, { program, rows }: FilterPlan, row: RecordView, { end }: Hosts): boolean | undefined {
  let offered: boolean | undefined;
  for (const entry of rows.get(code) ?? []) {
    const outcome = program.evaluate(entry, row, end);
    if (cannotEvaluate(outcome)) return undefined;
    if (toCondition(outcome)) return true;
    offered = false;
  }
  return offered;
}

import { suggest } from '../../core/suggest.ts';
import { chainOf, type RecordView, type ScopeNode } from '../../expression/evaluate/scope.ts';
import { readAnswer } from '../../model/record/answers.ts';
import type { GrowingRecord } from '../../model/record/tree.ts';
import { keyOfServer } from '../../vocabulary/reserved.ts';
import type { QuestionPlan } from '../plan/plan.ts';
import { aboutAnswer } from './about.ts';
import type { About } from './telling.ts';
import { checkValue, type ValueCheck } from './values.ts';

/** Takes a key that the form does not have. */
export type TakeUnknown = (key: string, value: unknown, node: ScopeNode, row: GrowingRecord, check: ValueCheck) => void;

/** Names that are other ones in each submission are no slips, and are not remembered. */
const MOST_SUGGESTIONS = 1000;

/** Keys that the form does not have: a name that a question had before is read as its present one, the rest is told. */
export function unknownKeys(plans: Iterable<QuestionPlan>): TakeUnknown {
  const all = [...plans];
  const former = formerPaths(all);
  const names = all.map(({ node }) => node.name);
  const likely = new Map<string, string | undefined>();
  return (key, value, node, row, check) => {
    if (keyOfServer.test(key)) return;
    const plan = former.get(key) ?? former.get([...namesAbove(node), key].join('/'));
    if (plan) return takeFormer(plan, key, value, row, check);
    if (!likely.has(key) && likely.size < MOST_SUGGESTIONS)
      likely.set(key, suggest(key.split('/').at(-1) ?? key, names));
    check.tell('answer-unknown', { key, likely: likely.get(key) }, aboutKey(key, row));
  };
}

/** The paths that questions had under their former names, with the questions. */
function formerPaths(plans: readonly QuestionPlan[]): ReadonlyMap<string, QuestionPlan> {
  return new Map(
    plans.flatMap((plan) => {
      const above = plan.node.parent ? namesAbove(plan.node.parent) : [];
      const was = plan.column.question?.meaning.was ?? [];
      return was.map(({ string }) => [[...above, string.text].join('/'), plan] as const);
    }),
  );
}

/** The names from below the form down to a place. */
function namesAbove(node: ScopeNode): readonly string[] {
  return chainOf(node)
    .slice(1)
    .map(({ name }) => name);
}

function takeFormer(plan: QuestionPlan, key: string, value: unknown, row: GrowingRecord, check: ValueCheck): void {
  const { node, column } = plan;
  if (row.values[node.slot] !== '') return;
  const answer = readAnswer(value, node.answer, check.hosts.end.clock);
  row.values[node.slot] = answer;
  const [was] = column.question?.meaning.was ?? [];
  const facts = { value: undefined, expected: column.name, facet: was, what: 'its former names' };
  check.tell('answer-renamed', { name: column.name, before: key }, aboutAnswer(plan, row, check.showAll, facts));
  checkValue(plan, value, answer, row, check);
}

function aboutKey(key: string, row: RecordView): About {
  return {
    node: undefined,
    row,
    variable: key,
    label: '',
    value: undefined,
    hidden: false,
    expected: 'a question of the form',
    place: undefined,
  };
}

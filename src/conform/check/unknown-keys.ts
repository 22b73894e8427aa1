import { suggest } from '../../core/suggest.ts';
import { chainOf, type RecordView, type ScopeNode } from '../../expression/evaluate/scope.ts';
import type { Filling } from '../../model/record/record-filler.ts';
import type { GrowingRecord } from '../../model/record/tree.ts';
import { keyOfServer } from '../../vocabulary/reserved.ts';
import type { QuestionPlan } from '../plan/plan.ts';
import { aboutAnswer } from './about.ts';
import type { About, ValueCheck } from './telling.ts';
import { takeAnswer } from './values.ts';

/** Names that are other ones in each submission are no slips, and are not remembered. */
const MOST_SUGGESTIONS = 1000;

/** Keys that the form does not have: a name that a question had before is read as its present one, the rest is told. */
export function unknownKeys(plans: Iterable<QuestionPlan>, check: ValueCheck): Filling['unknown'] {
  const all = [...plans];
  const former = formerPaths(all, check);
  const names = all.map(({ node }) => node.name);
  const likely = new Map<string, string | undefined>();
  return (key, value, node, row) => {
    if (keyOfServer.test(key)) return;
    const take = former.get(key) ?? former.get([...namesAbove(node), key].join('/'));
    if (take) return take(key, value, row);
    if (!likely.has(key) && likely.size < MOST_SUGGESTIONS)
      likely.set(key, suggest(key.split('/').at(-1) ?? key, names));
    check.tell('answer-unknown', { key, likely: likely.get(key) }, aboutKey(key, row));
  };
}

type TakeFormer = (key: string, value: unknown, row: GrowingRecord) => void;

/** The paths that questions had under their former names. */
function formerPaths(plans: readonly QuestionPlan[], check: ValueCheck): ReadonlyMap<string, TakeFormer> {
  return new Map(
    plans.flatMap((plan) => {
      const above = plan.node.parent ? namesAbove(plan.node.parent) : [];
      const was = plan.column.question?.meaning.was ?? [];
      return was.map(({ string }) => [[...above, string.text].join('/'), takeFormer(plan, check)] as const);
    }),
  );
}

/** The names from below the form down to a place. */
function namesAbove(node: ScopeNode): readonly string[] {
  return chainOf(node)
    .slice(1)
    .map(({ name }) => name);
}

function takeFormer(plan: QuestionPlan, check: ValueCheck): TakeFormer {
  const { node, column } = plan;
  const take = takeAnswer(node, plan, check);
  const [was] = column.question?.meaning.was ?? [];
  const facts = { value: undefined, expected: column.name, facet: was, what: 'its former names' };
  return (key, value, row) => {
    if (row.values[node.slot] !== '') return;
    check.tell('answer-renamed', { name: column.name, before: key }, aboutAnswer(plan, row, check.showAll, facts));
    take(value, row);
  };
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

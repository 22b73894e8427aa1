import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import { flowsOf } from '../../expression/flows.ts';
import type { Dictionary } from '../dictionary.ts';
import { isPersonal } from '../sensitivity.ts';
import type { RecordScope } from './record-scope.ts';

/**
 * Whether an answer is not shown unless somebody asks for it: it is about a person, or computed of one that is, so that the
 * same words can be read in it whatever its author says of it.
 */
export function isHidden(
  node: ScopeNode,
  scope: Pick<RecordScope, 'columnOf' | 'find'>,
  dictionary: Pick<Dictionary, 'policy'>,
): boolean {
  const seen = new Set<ScopeNode>();
  const waiting: ScopeNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const question = scope.columnOf(next)?.question;
    if (question === undefined || seen.has(next)) continue;
    if (isPersonal(question, dictionary)) return true;
    seen.add(next);
    const { calculation } = question.facets;
    if (calculation) waiting.push(...flowsOf(calculation.parsed.tree).flatMap(({ name }) => scope.find(name) ?? []));
  }
  return false;
}

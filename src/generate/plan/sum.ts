import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import { type RowsAt, rowsAt } from '../../model/record-checks/answers-at.ts';
import type { CompiledCheck } from '../../model/record-checks/compiled-check.ts';
import type { StepPlace } from './sources.ts';
import type { AnswerStep } from './step.ts';

/** A number of a sum, and the entries in which it stands, seen from where the sum is looked at. */
export interface Addend {
  readonly step: AnswerStep;
  readonly rows: RowsAt;
}

/** Parts that should add up to a total. */
export interface Sum {
  readonly total: Addend;
  readonly parts: readonly Addend[];
}

/** @param nodes what the check names: the parts, then the total */
export function sumOf(
  { check, node }: CompiledCheck,
  nodes: readonly ScopeNode[],
  places: readonly StepPlace[],
): Sum | undefined {
  if (check.kind !== 'sums') return undefined;
  const addends = nodes.flatMap((each): readonly Addend[] => {
    const found = places.find(({ step }) => step.node === each);
    return found ? [{ step: found.step, rows: rowsAt(each, node) }] : [];
  });
  const total = addends.at(-1);
  const parts = addends.slice(0, -1);
  return total && parts.length > 0 && addends.length === nodes.length ? { total, parts } : undefined;
}

import { bare, partsJoinedBy } from '../../expression/shapes.ts';
import type { Expression } from '../../expression/tree.ts';
import { type Code, codesByName } from '../../model/code-list.ts';
import { type Draft, entriesAround } from '../draft.ts';
import type { Plan } from '../plan/plan.ts';
import type { AnswerStep } from '../plan/step.ts';
import type { Violation } from './audit.ts';
import type { Filling } from './filling.ts';

/**
 * Where earlier answers leave nothing to choose, those are given anew: from one of the codes of the question upwards, so that
 * few districts with sites are found among many without.
 * @returns whether there was something to be given anew
 */
export function giveParentsAnew(violations: readonly Violation[], plan: Plan, { random }: Filling): boolean {
  let changed = false;
  for (const { step, row, reason } of violations) {
    if (reason.kind !== 'no-choice' || step.kind !== 'answer') continue;
    const code = random.pick(step.column.codes?.offered ?? []);
    if (code && wishParents(step, code, row, plan, [step])) changed = true;
  }
  return changed;
}

function wishParents(step: AnswerStep, code: Code, row: Draft, plan: Plan, below: readonly AnswerStep[]): boolean {
  const filter = step.column.question?.facets.choice_filter;
  const parts = filter ? partsJoinedBy('and', filter.parsed.tree) : [];
  return parts.map((part) => wishParent(bare(part), code, row, plan, below)).some(Boolean);
}

/** `column = ${question}`: the question is to be answered with what stands in the column. */
function wishParent(part: Expression, code: Code, row: Draft, plan: Plan, below: readonly AnswerStep[]): boolean {
  if (part.kind !== 'binary' || part.operator !== '=') return false;
  const sides = [bare(part.left), bare(part.right)];
  const name = sides.flatMap((side) => (side.kind === 'reference' ? [side.name] : []))[0] ?? '';
  const column = sides.flatMap((side) => columnIn(side) ?? [])[0];
  const parent = plan.named.get(name);
  const wanted = column === undefined ? undefined : code.attributes.get(column)?.string.text;
  const entry = parent && entriesAround(row)[parent.node.depth];
  if (parent === undefined || wanted === undefined || entry === undefined || below.includes(parent)) return false;
  entry.decided[parent.node.slot] = wanted;
  const codes = parent.column.codes;
  const above = codes && codesByName(codes.list).get(wanted);
  if (above) wishParents(parent, above, entry, plan, [...below, parent]);
  return true;
}

function columnIn(node: Expression): string | undefined {
  const [step, ...more] = node.kind === 'path' && !node.start ? node.steps : [];
  return step?.test.kind === 'name' && more.length === 0 ? step.test.name : undefined;
}

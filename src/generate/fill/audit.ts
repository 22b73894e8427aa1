import type { Draft } from '../draft.ts';
import type { AnswerStep, SectionStep, Step } from '../plan/step.ts';
import { isOffered, isRequired, keepsConstraint } from './choose.ts';
import { isRelevant } from './computed.ts';
import type { Filling } from './filling.ts';
import type { Reason } from './notes.ts';
import { offeredAt } from './propose.ts';
import { countedEntries, MOST_ENTRIES } from './settle.ts';

/** Something in a record that its form does not allow. */
export interface Violation {
  readonly step: Step;
  readonly row: Draft;
  readonly reason: Reason;
}

/** All that is wrong with a record that was filled in, but for what was put there on purpose. */
export function audit(steps: readonly Step[], record: Draft, filling: Filling): readonly Violation[] {
  const found: Violation[] = [];
  const visit = (step: Step, row: Draft): void => {
    if (step.kind !== 'answer' && !isRelevant(step, row, filling)) return;
    if (step.kind === 'answer') found.push(...auditAnswer(step, row, filling));
    else if (step.kind === 'group') for (const inner of step.steps) visit(inner, row);
    else {
      found.push(...auditCount(step, row, filling));
      for (const entry of row.repeats[step.node.slot] ?? []) for (const inner of step.steps) visit(inner, entry);
    }
  };
  for (const step of steps) visit(step, record);
  return found;
}

function auditAnswer(step: AnswerStep, row: Draft, filling: Filling): readonly Violation[] {
  if (row.forced.has(step.node.slot) || !isRelevant(step, row, filling)) return [];
  if (isNote(step)) return isRequired(step, row, filling) ? [{ step, row, reason: { kind: 'blocked' } }] : [];
  if (step.writer !== 'person') return [];
  const text = row.texts[step.node.slot] ?? '';
  if (text === '') return isRequired(step, row, filling) ? [{ step, row, reason: whyBlank(step, row, filling) }] : [];
  if (!keepsConstraint(text, step, row, filling))
    return [{ step, row, reason: { kind: 'constraint', words: step.constraint?.words ?? '' } }];
  const words = step.column.question?.facets.choice_filter?.string.text ?? '';
  return isOffered(text, step, row, filling) ? [] : [{ step, row, reason: { kind: 'no-choice', words } }];
}

/** Nobody can answer a note: one that is required is a way to let nobody go on who sees it. */
function isNote({ column, writer }: AnswerStep): boolean {
  return writer === 'nobody' && column.question?.type.word === 'note';
}

function whyBlank(step: AnswerStep, row: Draft, filling: Filling): Reason {
  const { choices, column } = step;
  if (choices?.kind === 'unknown') return { kind: 'file', file: choices.file };
  if (choices && offeredAt(step, row, filling)?.length === 0)
    return { kind: 'no-choice', words: column.question?.facets.choice_filter?.string.text ?? '' };
  return step.constraint ? { kind: 'constraint', words: step.constraint.words } : { kind: 'rank' };
}

function auditCount(step: SectionStep, row: Draft, filling: Filling): readonly Violation[] {
  const { count, node } = step;
  if (count === undefined || row.forcedCounts.has(node.slot)) return [];
  const wanted = countedEntries(count, step, row, filling);
  if (wanted <= MOST_ENTRIES) return [];
  return [{ step, row, reason: { kind: 'count', words: count.words, most: MOST_ENTRIES } }];
}

import { type Draft, entriesAround } from '../draft.ts';
import type { AnswerStep, Step } from '../plan/step.ts';
import { type Filling, holds, valueOf } from './filling.ts';
import { storedText } from './stored.ts';

export function isRelevant(step: Step, row: Draft, filling: Filling): boolean {
  return step.relevant === undefined || holds(step.relevant, step, row, filling, true);
}

export function computedText(step: AnswerStep, row: Draft, filling: Filling): string {
  const { formula, triggers, node } = step;
  const isTriggered =
    triggers.length === 0 || triggers.some(({ depth, slot }) => (entriesAround(row)[depth]?.texts[slot] ?? '') !== '');
  const value = formula && isTriggered ? valueOf(formula, step, row, filling) : undefined;
  return value === undefined ? '' : storedText(value, node.answer);
}

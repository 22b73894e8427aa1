import { type Draft, putText } from '../draft.ts';
import type { AnswerStep } from '../plan/step.ts';
import { type Filling, holds, valueOf } from './filling.ts';
import { offeredAt, propose } from './propose.ts';
import { storedText } from './stored.ts';

/** How often a question is left blank that need not be answered. */
const BLANK = 0.25;
/** How often what stands there at first is left as it is. */
const LEFT = 0.7;
/** So many answers are tried before the constraint counts as one that cannot be kept. */
const TRIES = 80;

/** What a person answers: the same as before as long as that may stand there. */
export function personText(step: AnswerStep, row: Draft, filling: Filling): string {
  const { slot } = step.node;
  const before = row.decided[slot];
  if (before !== undefined && mayStand(before, step, row, filling)) return before;
  const text = decide(step, row, filling);
  row.decided[slot] = text;
  return text;
}

function mayStand(text: string, step: AnswerStep, row: Draft, filling: Filling): boolean {
  if (text === '') return !isRequired(step, row, filling);
  return isFixed(step) || (isOffered(text, step, row, filling) && keepsConstraint(text, step, row, filling));
}

function decide(step: AnswerStep, row: Draft, filling: Filling): string {
  const { random } = filling;
  const initial = initialText(step, row, filling);
  if (isFixed(step)) return initial;
  if (initial !== '' && random.chance(LEFT) && mayStand(initial, step, row, filling)) return initial;
  const mayBeBlank = row.texts.some((text) => text !== '') && !isRequired(step, row, filling);
  return mayBeBlank && random.chance(BLANK) ? '' : (findAnswer(step, row, filling) ?? '');
}

export function findAnswer(step: AnswerStep, row: Draft, filling: Filling): string | undefined {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const text = propose(step, row, filling);
    if (text === undefined) return undefined;
    if (text !== '' && isUnlike(text, step, row) && keepsConstraint(text, step, row, filling)) return text;
  }
  return undefined;
}

function initialText(step: AnswerStep, row: Draft, filling: Filling): string {
  const { initial } = step;
  if (initial === undefined || typeof initial === 'string') return initial ?? '';
  const value = valueOf(initial, step, row, filling);
  return value === undefined ? '' : storedText(value, step.column.answer);
}

export function isRequired(step: AnswerStep, row: Draft, filling: Filling): boolean {
  return holds(step.required, step, row, filling, true);
}

/** Whether each code is on offer. */
export function isOffered(text: string, step: AnswerStep, row: Draft, filling: Filling): boolean {
  if (step.choices === undefined || step.choices.kind === 'unknown') return true;
  const offered = offeredAt(step, row, filling);
  const codes = step.column.answer === 'code' ? [text] : text.split(' ');
  return offered === undefined || codes.every((code) => offered.includes(code));
}

/** Whether an answer keeps the constraint of its question; the record is as it was afterwards. */
export function keepsConstraint(text: string, step: AnswerStep, row: Draft, filling: Filling): boolean {
  const { constraint, node } = step;
  if (constraint === undefined) return true;
  const { clock } = filling.host;
  const before = row.texts[node.slot] ?? '';
  putText(row, node, text, clock);
  const keeps = holds(constraint, step, row, filling, true);
  putText(row, node, before, clock);
  return keeps;
}

function isUnlike(text: string, { unlike }: AnswerStep, row: Draft): boolean {
  return unlike.every(({ slot, kind }) => kind !== 'answer' || row.texts[slot] !== text);
}

import { type Draft, putText } from '../draft.ts';
import { type AnswerStep, isFixed } from '../plan/step.ts';
import { keepsChecks } from './checks.ts';
import { BLANK, type Filling, holds, valueOf } from './filling.ts';
import { offeredAt, propose } from './propose.ts';
import { storedText } from './stored.ts';
import { summedText } from './sums.ts';

/** How often what stands there at first is left as it is. */
const LEFT = 0.7;
/** So many answers are tried before the constraint counts as one that cannot be kept. */
const TRIES = 80;
/** The same for what the dictionary wants beyond the form. */
const CHECKED_TRIES = 40;
/** The first of them are what sums leave. */
const SUMMED_TRIES = 8;
/** An answer stays after so many passes, though a check is broken: the record has to come to rest. */
const CHECKED_PASSES = 4;

/** What a person answers: the same as before as long as that may stand there. */
export function personText(step: AnswerStep, row: Draft, filling: Filling): string {
  const { slot } = step.node;
  const before = row.decided[slot];
  if (before !== undefined && mayStand(before, step, row, filling) && mayStay(before, step, row, filling))
    return before;
  const text = decide(step, row, filling);
  row.decided[slot] = text;
  return text;
}

function mayStand(text: string, step: AnswerStep, row: Draft, filling: Filling): boolean {
  if (text === '') return !isRequired(step, row, filling);
  return isFixed(step) || (isOffered(text, step, row, filling) && keepsConstraint(text, step, row, filling));
}

function mayStay(text: string, step: AnswerStep, row: Draft, filling: Filling): boolean {
  const { pass, hasFault } = filling.progress;
  return hasFault || isFixed(step) || pass > CHECKED_PASSES || keepsChecks(text, step, row, filling);
}

function decide(step: AnswerStep, row: Draft, filling: Filling): string {
  const { random } = filling;
  const initial = initialText(step, row, filling);
  if (isFixed(step)) return initial;
  const mayBegin = initial !== '' && random.chance(LEFT) && mayStand(initial, step, row, filling);
  if (mayBegin && keepsChecks(initial, step, row, filling)) return initial;
  const mayBeBlank = row.texts.some((text) => text !== '') && !isRequired(step, row, filling);
  if (mayBeBlank && random.chance(BLANK) && keepsChecks('', step, row, filling)) return '';
  const { allowed = '', checked } = findAnswers(step, row, filling);
  return checked ?? (mayBeBlank && keepsChecks('', step, row, filling) ? '' : allowed);
}

/** An answer that the form allows, and one that breaks no check besides. */
interface Found {
  readonly allowed: string | undefined;
  readonly checked: string | undefined;
}

function findAnswers(step: AnswerStep, row: Draft, filling: Filling): Found {
  let allowed: string | undefined;
  for (let tries = 0; tries < (allowed === undefined ? TRIES : CHECKED_TRIES); tries += 1) {
    const text = proposeNext(tries, step, row, filling);
    if (text === undefined) break;
    if (text === '' || !isUnlike(text, step, row) || !keepsConstraint(text, step, row, filling)) continue;
    if (keepsChecks(text, step, row, filling)) return { allowed: text, checked: text };
    allowed ??= text;
  }
  return { allowed, checked: undefined };
}

function proposeNext(tries: number, step: AnswerStep, row: Draft, filling: Filling): string | undefined {
  const checks = tries < SUMMED_TRIES ? filling.checks.at.get(step)?.checks : undefined;
  return (checks && summedText(checks, step, row, filling)) ?? propose(step, row, filling);
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

import { toNumber } from '../../expression/evaluate/convert.ts';
import { toInt } from '../../expression/evaluate/number-text.ts';
import { type Draft, newDraft, putText } from '../draft.ts';
import type { AnswerStep, SectionStep, Step } from '../plan/step.ts';
import { personText } from './choose.ts';
import { computedText, isRelevant } from './computed.ts';
import { deviceText } from './device.ts';
import { type Filling, valueOf } from './filling.ts';

/** What depends on later questions is right after so many times, or never. */
const PASSES = 15;
/** No interview has more entries of a repeat. */
export const MOST_ENTRIES = 1000;

/**
 * Goes through a form as a device does, again and again until nothing changes any more: what is asked is answered, what is
 * computed is computed, and what is not asked is blank.
 * @returns whether it came to an end
 */
export function settle(steps: readonly Step[], record: Draft, filling: Filling): boolean {
  for (let pass = 0; pass < PASSES; pass += 1) {
    filling.progress.pass = pass;
    if (!visitAll(steps, record, true, filling)) return true;
  }
  return false;
}

/** Tells whether something changed. */
function visitAll(steps: readonly Step[], row: Draft, isShown: boolean, filling: Filling): boolean {
  let changed = false;
  for (const step of steps) {
    const visit = step.kind === 'answer' ? visitAnswer : step.kind === 'group' ? visitGroup : visitRepeat;
    if (visit(step as AnswerStep & SectionStep, row, isShown, filling)) changed = true;
  }
  return changed;
}

function visitGroup(step: SectionStep, row: Draft, isShown: boolean, filling: Filling): boolean {
  return visitAll(step.steps, row, isShown && isRelevant(step, row, filling), filling);
}

function visitAnswer(step: AnswerStep, row: Draft, isShown: boolean, filling: Filling): boolean {
  const forced = row.forced.get(step.node.slot);
  const text = forced ?? (isShown && isRelevant(step, row, filling) ? textOf(step, row, filling) : '');
  return putText(row, step.node, text, filling.host.clock);
}

function textOf(step: AnswerStep, row: Draft, filling: Filling): string {
  switch (step.writer) {
    case 'person':
      return personText(step, row, filling);
    case 'formula':
      return computedText(step, row, filling);
    case 'device':
      return onceText(step, row, filling);
    case 'nobody':
      return '';
  }
}

function onceText(step: AnswerStep, row: Draft, { device, random }: Filling): string {
  const { slot } = step.node;
  const text = row.decided[slot] ?? deviceText(step, device, random);
  row.decided[slot] = text;
  return text;
}

function visitRepeat(step: SectionStep, row: Draft, isShown: boolean, filling: Filling): boolean {
  const { slot } = step.node;
  const count = row.forcedCounts.get(slot) ?? (isShown ? entriesOf(step, row, filling) : 0);
  const entries = row.repeats[slot] ?? [];
  let changed = entries.length !== count;
  entries.length = Math.min(entries.length, count);
  while (entries.length < count) entries.push(newDraft(step.level, row, entries.length));
  for (const entry of entries) {
    if (visitAll(step.steps, entry, isShown && isRelevant(step, entry, filling), filling)) changed = true;
  }
  return changed;
}

/** How many entries a repeat has: none where it is not relevant, which the first one tells. */
export function entriesOf(step: SectionStep, row: Draft, filling: Filling): number {
  const first = row.repeats[step.node.slot]?.[0] ?? newDraft(step.level, row);
  if (!isRelevant(step, first, filling)) return 0;
  if (step.count === undefined) return wantedEntries(step, row, filling);
  return Math.min(countedEntries(step.count, step, row, filling), MOST_ENTRIES);
}

export function countedEntries(
  count: NonNullable<SectionStep['count']>,
  step: SectionStep,
  row: Draft,
  filling: Filling,
): number {
  return Math.max(toInt(toNumber(valueOf(count, step, row, filling) ?? '')), 0);
}

/** How often people go on where the form leaves it to them. */
const ENTRIES = [0, 1, 1, 1, 2, 2, 2, 3, 3, 4];

function wantedEntries(step: SectionStep, row: Draft, { random }: Filling): number {
  const { slot } = step.node;
  const wanted = row.wanted[slot] ?? random.pick(ENTRIES) ?? 1;
  row.wanted[slot] = wanted;
  return wanted;
}

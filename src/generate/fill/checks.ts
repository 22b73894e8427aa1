import type { RecordView } from '../../expression/evaluate/scope.ts';
import { repeatsAround } from '../../model/record-checks/answers-at.ts';
import type { CheckOutcome, CompiledCheck } from '../../model/record-checks/compiled-check.ts';
import { type Draft, entriesAround, putText } from '../draft.ts';
import type { Place } from '../places.ts';
import type { PlannedCheck, StepChecks } from '../plan/checks.ts';
import type { StepPlace } from '../plan/sources.ts';
import type { AnswerStep } from '../plan/step.ts';
import { computedText, isRelevant } from './computed.ts';
import type { Filling } from './filling.ts';
import { canComeOut } from './sums.ts';

/** Whether no check is broken with an answer, nor with what is computed from it; the record is as it was afterwards. */
export function keepsChecks(text: string, step: AnswerStep, row: Draft, filling: Filling): boolean {
  const planned = filling.checks.at.get(step);
  if (planned === undefined) return true;
  const restore = putAnswer(text, { step, row }, planned, filling);
  const keeps = planned.checks.every((check) => isKept(check, { step, row }, filling));
  restore();
  return keeps;
}

function isKept({ compiled, rows, sum }: PlannedCheck, place: Place, filling: Filling): boolean {
  if (filling.hopes.isGivenUp(compiled)) return true;
  if (sum === undefined && filling.progress.pass === 0 && goesOn(place, compiled.node.depth)) return true;
  return rows(place.row).every(
    (at) => (sum && canComeOut(sum, at, place, filling)) ?? !isBroken(compiled.evaluate(at, filling.host), at),
  );
}

/** Whether more entries are to come at which a check looks that is no check of a single one: the last of them decides. */
function goesOn({ step, row }: Place, depth: number): boolean {
  const repeats = repeatsAround(step.node);
  return entriesAround(row).some(
    ({ above, index }, at) => at > depth && index + 1 < (above?.repeats[repeats[at - 1]?.slot ?? 0]?.length ?? 0),
  );
}

/** Nothing follows from an answer that was put there to be missing or unreadable. */
function isBroken(outcome: CheckOutcome, row: RecordView): boolean {
  if (outcome.kind !== 'broken') return false;
  const entries = entriesAround(row as Draft);
  return !outcome.involved.some(({ depth, slot }) => {
    const entry = entries[depth];
    return entry?.forced.has(slot) === true && entry.values[slot] === '';
  });
}

/** Puts an answer and what is computed from it into a record. Returns what takes it back. */
function putAnswer(text: string, { step, row }: Place, { computed }: StepChecks, filling: Filling): () => void {
  const { clock } = filling.host;
  const before = row.texts[step.node.slot] ?? '';
  if (before === text) return () => undefined;
  putText(row, step.node, text, clock);
  const others = computed.map((place) => recompute(place, row, filling));
  return () => {
    for (const { at, node, old } of others) putText(at, node, old, clock);
    putText(row, step.node, before, clock);
  };
}

interface Recomputed {
  readonly at: Draft;
  readonly node: AnswerStep['node'];
  readonly old: string;
}

function recompute({ step, around }: StepPlace, row: Draft, filling: Filling): Recomputed {
  const { node } = step;
  const at = entriesAround(row)[node.depth] ?? row;
  const old = at.texts[node.slot] ?? '';
  const isAsked = [...around, step].every((each) =>
    isRelevant(each, entriesAround(at)[each.node.depth] ?? at, filling),
  );
  putText(at, node, isAsked ? computedText(step, at, filling) : '', filling.host.clock);
  return { at, node, old };
}

/** The checks that a record breaks, each once. */
export function brokenChecks({
  record,
  filling,
}: {
  readonly record: Draft;
  readonly filling: Filling;
}): readonly CompiledCheck[] {
  const broken = filling.checks.whole.filter(({ compiled, rows }) =>
    rows(record).some((row) => isBroken(compiled.evaluate(row, filling.host), row)),
  );
  return broken.map(({ compiled }) => compiled);
}

import { type Draft, entriesAround } from '../draft.ts';
import { isRelevant } from '../fill/computed.ts';
import type { Filling } from '../fill/filling.ts';
import type { KoboRecord } from '../kobo/record-json.ts';
import { pathOf } from '../../model/record/places.ts';
import type { Place } from '../places.ts';
import { isFixed, type Step } from '../plan/step.ts';
import type { Planted, Planting } from './fault.ts';

/** A question in a record, and whether it was asked. */
export interface AskedPlace extends Place {
  readonly isAsked: boolean;
  readonly text: string;
}

export function placesIn({ plan, filled }: Planting): readonly AskedPlace[] {
  return below(plan.steps, filled.record, true, filled.filling);
}

function below(steps: readonly Step[], row: Draft, isAsked: boolean, filling: Filling): readonly AskedPlace[] {
  return steps.flatMap((step): readonly AskedPlace[] => {
    const { slot } = step.node;
    const rows = step.kind === 'repeat' ? (row.repeats[slot] ?? []) : [row];
    return rows.flatMap((inner) => {
      const isHere = isAsked && isRelevant(step, inner, filling);
      return step.kind === 'answer'
        ? [{ step, row: inner, isAsked: isHere, text: inner.texts[slot] ?? '' }]
        : below(step.steps, inner, isHere, filling);
    });
  });
}

/** One of the places that suit; rather one whose answer no expression reads, so that nothing else is drawn in. */
export function pickPlace(planting: Planting, suits: (place: AskedPlace) => boolean): AskedPlace | undefined {
  const { plan, filled } = planting;
  const places = placesIn(planting).filter(suits);
  const unread = places.filter(({ step }) => !plan.read.has(step.node.name));
  return filled.filling.random.pick(unread.length > 0 ? unread : places);
}

/** A place that a person answered. */
export function isAnswered({ step, isAsked, text }: AskedPlace): boolean {
  return step.writer === 'person' && !isFixed(step) && isAsked && text !== '';
}

/** Puts an answer where no person could have put it. */
export function force(planting: Planting, { step, row, isAsked }: AskedPlace, text: string): Planted {
  row.forced.set(step.node.slot, text);
  return {
    path: pathOf(step.node, row),
    edit: undefined,
    stands: () => placesIn(planting).some((now) => now.step === step && now.row === row && now.isAsked === isAsked),
  };
}

/** Changes the object in which an answer stands. */
export function editAt(
  { step, row }: Place,
  change: (entry: KoboRecord) => void,
): Pick<Planted, 'path' | 'edit' | 'stands'> {
  return {
    path: pathOf(step.node, row),
    stands: () => true,
    edit: (record) => {
      change(entryOf(record, step.node, row));
      return record;
    },
  };
}

/** The object of a submission that holds the answers of an entry. */
export function entryOf(record: KoboRecord, node: Step['node'], row: Draft): KoboRecord {
  const repeats: string[] = [];
  for (let at = node.parent; at?.parent !== undefined; at = at.parent)
    if (at.kind === 'repeat') repeats.unshift(keyOf(at));
  return entriesAround(row)
    .slice(1)
    .reduce((entry, { index }, depth) => {
      const entries = entry[repeats[depth] ?? ''];
      return Array.isArray(entries) ? (entries[index] as KoboRecord) : entry;
    }, record);
}

function keyOf(node: Step['node']): string {
  const names: string[] = [];
  for (let at: Step['node'] | undefined = node; at?.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names.join('/');
}

import type { Step } from '../../core/origin.ts';
import type { Item } from '../../model/item.ts';
import { facetEntries } from '../../model/walk.ts';
import type { CardLine } from './card.ts';

const STEPS: Readonly<Record<Step['kind'], string>> = {
  like: 'taken over from',
  ask: 'asked as',
  use: 'placed by the use of',
  locale: 'translated in',
  country: 'changed by the country',
};

/** Everything on the way of an item from its definition to its place in a form, with what is changed there. */
export function trailLines(item: Item): readonly CardLine[] {
  const asked = item.kind === 'question' ? item.asked : undefined;
  const steps = [...(asked ? [asked.step] : []), ...item.origin.trail];
  const changed = facetEntries(item.facets).flatMap(([column, { origin }]) =>
    asked?.changed.has(column) ? [{ text: `${column} is changed`, at: origin.location, depth: 1 }] : [],
  );
  const lines = steps.map(({ kind, name, location }) => ({ text: `${STEPS[kind]} ${name}`, at: location, depth: 1 }));
  return asked ? [...lines.slice(0, 1), ...changed, ...lines.slice(1)] : lines;
}

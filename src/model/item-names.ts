import { memoized } from '../core/memo.ts';
import type { Item } from './item.ts';
import { gatherWith } from './traits.ts';
import { gather, type Visit, walk } from './walk.ts';

/** The names of everything in a form. */
export const itemNames = gather((item) => [item.name.string.text]);

/** The names of the text questions that `or_other` adds. */
export const otherNames = gatherWith('or_other', (item) =>
  item.kind === 'question' && item.type.orOther ? [`${item.name.string.text}_other`] : [],
);

/** The items of a form by their names, the first of a name; made once for a list of items. */
export const byItemName = memoized(
  (items: readonly Item[]): ReadonlyMap<string, Visit> =>
    new Map(
      walk(items)
        .toReversed()
        .map((visit) => [visit.item.name.string.text, visit]),
    ),
);

import { memoized } from '../core/memo.ts';
import type { SurveyColumn } from '../vocabulary/columns.ts';
import type { Item } from './item.ts';
import { facetEntries } from './walk.ts';

/** What rules choose items by: a column that they fill, own columns, `or_other` after the type, or that they are sections. */
export type Trait = SurveyColumn | 'columns' | 'or_other' | 'section';

/**
 * Puts together what each item with a trait gives, in the order of the rows. Where few items have it, that is far quicker than
 * to look at all of them.
 */
export function gatherWith<Value>(
  trait: Trait,
  of: (item: Item) => readonly Value[],
): (items: readonly Item[]) => readonly Value[] {
  return (items) => byTrait(items).get(trait)?.flatMap(of) ?? [];
}

/** Of a section in which nothing has changed it is made once. */
const byTrait: (items: readonly Item[]) => ReadonlyMap<Trait, readonly Item[]> = memoized((items: readonly Item[]) => {
  const found = new Map<Trait, Item[]>();
  const add = (trait: Trait, item: Item): void => {
    const others = found.get(trait);
    if (others) others.push(item);
    else found.set(trait, [item]);
  };
  for (const item of items) {
    for (const trait of traitsOf(item)) add(trait, item);
    if (item.kind === 'section')
      byTrait(item.items).forEach((inside, trait) => inside.forEach((inner) => add(trait, inner)));
  }
  return found;
});

function traitsOf(item: Item): readonly Trait[] {
  const traits: Trait[] = facetEntries(item.facets).map(([column]) => column);
  if (item.columns.size > 0) traits.push('columns');
  if (item.kind === 'section') traits.push('section');
  else if (item.type.orOther) traits.push('or_other');
  return traits;
}

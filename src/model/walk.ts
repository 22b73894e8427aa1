import type { SurveyColumn } from '../vocabulary/columns.ts';
import type { Facets, Item, Question, Section } from './item.ts';

/** An item with the sections around it, outermost first. */
export interface Visit<Kind extends Item = Item> {
  readonly item: Kind;
  readonly path: readonly Section[];
}

/** Every item of a form in the order of its rows, sections before what they hold. */
export function* walk(items: readonly Item[], path: readonly Section[] = []): Generator<Visit> {
  for (const item of items) {
    yield { item, path };
    if (item.kind === 'section') yield* walk(item.items, [...path, item]);
  }
}

export function* questionsOf(items: readonly Item[]): Generator<Visit<Question>> {
  for (const { item, path } of walk(items)) if (item.kind === 'question') yield { item, path };
}

/** The same items with each of them changed; sections see their items already changed. */
export function mapItems(
  items: readonly Item[],
  change: (item: Item, path: readonly Section[]) => readonly Item[],
  path: readonly Section[] = [],
): Item[] {
  return items.flatMap((item) =>
    item.kind === 'section'
      ? change({ ...item, items: mapItems(item.items, change, [...path, item]) }, path)
      : change(item, path),
  );
}

/** The facets that an item has, with their columns. */
export function facetEntries(facets: Facets): [SurveyColumn, NonNullable<Facets[SurveyColumn]>][] {
  return Object.entries(facets) as [SurveyColumn, NonNullable<Facets[SurveyColumn]>][];
}

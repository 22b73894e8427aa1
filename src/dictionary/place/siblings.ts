import type { Item } from '../../model/item.ts';

/** What one list of siblings becomes where the item was found at `from`; it and what belongs to it end before `to`. */
type Change = (siblings: readonly Item[], from: number, to: number) => readonly Item[];

/** The items with the siblings of the first item of a name changed, at whatever depth; nothing where there is no such item. */
export function withSiblings(items: readonly Item[], name: string, change: Change): readonly Item[] | undefined {
  const from = items.findIndex((item) => nameOf(item) === name);
  if (from >= 0) return change(items, from, endOf(items, from));
  for (const [index, item] of items.entries()) {
    const inner = item.kind === 'section' ? withSiblings(item.items, name, change) : undefined;
    if (item.kind === 'section' && inner) return items.with(index, { ...item, items: inner });
  }
  return undefined;
}

/** The items with the one of a name replaced, where there is one. */
export function withItem(
  items: readonly Item[],
  name: string,
  change: (item: Item) => Item,
): readonly Item[] | undefined {
  return withSiblings(items, name, (siblings, from) =>
    siblings.flatMap((item, index) => (index === from ? [change(item)] : [item])),
  );
}

export function nameOf(item: Item): string {
  return item.name.string.text;
}

/** The text question of a `specify` belongs to the question before it: they are moved and removed together. */
function endOf(items: readonly Item[], from: number): number {
  const item = items[from];
  const next = items[from + 1];
  const specify = item?.kind === 'question' ? item.meaning.specify?.string.text : undefined;
  return from + (next && specify !== undefined && nameOf(next) === specify ? 2 : 1);
}

import { type Step, withStep } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import type { Plain } from '../../model/facets.ts';
import type { Item } from '../../model/item.ts';
import { walk } from '../../model/walk.ts';
import { written } from '../../source/source-string.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { RawChange, RawItemChange, RawMove, RawPlace, RawRemove } from '../define/raw-change.ts';
import type { RawItem } from '../define/raw-item.ts';
import { changeItem } from './change-item.ts';
import type { Placing } from './parameters.ts';
import { nameOf, withItem, withSiblings } from './siblings.ts';
import { specifyQuestion } from './specify.ts';
import type { Stock } from './stock.ts';

/** What is changed: a form, or what a module places. */
export interface Changed {
  readonly name: string;
  /** How messages call it: `Form "household"`. */
  readonly what: string;
  readonly changes: readonly RawChange[];
}

type PlaceItems = (items: readonly RawItem[], placing: Placing, stock: Stock) => readonly Item[];

/** What a country makes of placed items, one change after the other; what a change does not find is reported, and the rest goes on. */
export function applyChanges(
  items: readonly Item[],
  changed: Changed,
  placing: Placing,
  stock: Stock,
  placeItems: PlaceItems,
): readonly Item[] {
  return changed.changes.reduce((before, change) => {
    switch (change.kind) {
      case 'add':
        return insert(before, change.place, placeItems(change.items, placing, stock), changed, placing, stock);
      case 'move':
        return move(before, change, changed, placing, stock);
      case 'item':
        return alter(before, change, changed, placing, stock);
      case 'remove':
        return remove(before, change, changed, placing, stock);
    }
  }, items);
}

/** The item changed where it stands; with another `specify`, the text question after it is another, too. */
function alter(
  items: readonly Item[],
  change: RawItemChange,
  changed: Changed,
  placing: Placing,
  stock: Stock,
): readonly Item[] {
  const after = withSiblings(items, change.name.string.text, (siblings, from, to) => {
    const [item, ...texts] = siblings.slice(from, to);
    const altered = item && changeItem(item, change, placing);
    if (altered?.kind !== 'question' || !change.values.specify) return siblings.toSpliced(from, 1, ...listOf(altered));
    remember(texts, change.name, stock);
    return siblings.toSpliced(from, to - from, altered, ...specifyQuestion(altered, placing, stock));
  });
  return after ?? reportUnknown(change.name, items, changed, placing, stock);
}

function listOf(item: Item | undefined): readonly Item[] {
  return item ? [item] : [];
}

function insert(
  items: readonly Item[],
  { word, name }: RawPlace,
  added: readonly Item[],
  changed: Changed,
  placing: Placing,
  stock: Stock,
): readonly Item[] {
  const { text } = name.string;
  const inside = (siblings: readonly Item[]): readonly Item[] =>
    word === 'first_in' ? siblings.toSpliced(afterMetadata(siblings), 0, ...added) : [...siblings, ...added];
  if (word === 'after' || word === 'before') {
    const after = withSiblings(items, text, (siblings, from, to) =>
      siblings.toSpliced(word === 'after' ? to : from, 0, ...added),
    );
    return after ?? reportUnknown(name, items, changed, placing, stock);
  }
  if (text === changed.name) return inside(items);
  const section = walk(items).find(({ item }) => item.kind === 'section' && nameOf(item) === text);
  if (!section) return reportUnknown(name, items, changed, placing, stock, 'group');
  return (
    withItem(items, text, (item) => (item.kind === 'section' ? { ...item, items: inside(item.items) } : item)) ?? items
  );
}

/** What the device fills by itself stays in front. */
function afterMetadata(items: readonly Item[]): number {
  const first = items.findIndex((item) => item.kind === 'section' || !questionTypes.get(item.type.word)?.metadata);
  return first < 0 ? items.length : first;
}

/** What is moved came by this step, so that a finding about its place shows the line that moved it. */
function moved(items: readonly Item[], { string, origin }: Plain): readonly Item[] {
  const step: Step = { kind: 'country', name: string.text, location: origin.location };
  return items.map((item) => ({ ...item, origin: withStep(item.origin, step) }));
}

function move(
  items: readonly Item[],
  { name, place }: RawMove,
  changed: Changed,
  placing: Placing,
  stock: Stock,
): readonly Item[] {
  const { text } = name.string;
  let taken: readonly Item[] = [];
  const rest = withSiblings(items, text, (siblings, from, to) => {
    taken = siblings.slice(from, to);
    return siblings.toSpliced(from, to - from);
  });
  if (!rest) return reportUnknown(name, items, changed, placing, stock);
  if (walk(taken).some(({ item }) => nameOf(item) === place.name.string.text)) {
    placing.report('move-into-itself', place.name.origin.location, { name: text, place: place.name.string.text });
    return items;
  }
  const found = insert(rest, place, moved(taken, name), changed, placing, stock);
  return found === rest ? items : found;
}

function remove(
  items: readonly Item[],
  { names }: RawRemove,
  changed: Changed,
  placing: Placing,
  stock: Stock,
): readonly Item[] {
  return names.reduce((before, name) => {
    const after = withSiblings(before, name.string.text, (siblings, from, to) => {
      remember(siblings.slice(from, to), name, stock);
      return siblings.toSpliced(from, to - from);
    });
    return after ?? reportUnknown(name, before, changed, placing, stock);
  }, items);
}

/** With a section goes all that it holds, so that a reference to any of it can be explained. */
export function remember(items: readonly Item[], word: Plain, { excluded, country }: Stock): void {
  for (const { item } of walk(items))
    excluded.push({
      name: { origin: word.origin, string: written(nameOf(item), word.origin.location) },
      by: { kind: 'country', name: country?.id ?? '' },
      variable: item.kind === 'question' ? item.variable : undefined,
    });
}

function reportUnknown(
  { string, origin }: Plain,
  items: readonly Item[],
  { name, what }: Changed,
  { report }: Placing,
  { excluded }: Stock,
  noun: 'question' | 'group' = 'question',
): readonly Item[] {
  const gone = excluded.find((each) => each.by.kind === 'country' && each.name.string.text === string.text);
  const related = gone ? [{ message: 'removed here', location: gone.name.origin.location }] : [];
  const known = walk(items).filter(({ item }) => noun === 'question' || item.kind === 'section');
  const names = [...known.map(({ item }) => nameOf(item)), ...(noun === 'group' ? [name] : [])];
  const suggestion = gone ? undefined : suggest(string.text, names);
  const params = { name: string.text, noun, owner: what, removed: gone !== undefined, suggestion };
  report('unknown-item', origin.location, params, { related });
  return items;
}

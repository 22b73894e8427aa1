import type { TextLocation } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { MULTIPLE } from '../../model/facets.ts';
import type { Entry, EntryPair, ListEntry, MapEntry, TextEntry } from '../../source/entry.ts';
import { typed, written } from '../../source/source-string.ts';
import { itemKinds } from '../language/item-keys.ts';

export interface MergeContext {
  readonly tag: string;
  readonly defaultLanguage: string;
  readonly languages: readonly string[];
  readonly report: Report;
  /** Where we are, for messages: `variables.hh_size.label`. */
  readonly path: string;
}

/** A definition with the texts of a locale put in; what mirrors nothing is reported. */
export function mergeTexts(entry: Entry, locale: Entry, context: MergeContext): Entry {
  if (locale.kind === 'text') return mergeText(entry, locale, context);
  if (locale.kind !== 'map') return entry;
  const holder = entry.kind === 'text' ? pairOf('label', entry) : entry;
  if (holder.kind !== 'map') return reportTarget(entry, locale.location, undefined, context);
  return locale.pairs.reduce<Entry>((before, pair) => mergeChild(before, pair, context), holder);
}

/** The text of one language beside the others; a code with keys of its own takes a bare text as its label. */
function mergeText(entry: Entry, locale: TextEntry, context: MergeContext): Entry {
  if (entry.kind === 'text') return mergeText(pairOf(context.defaultLanguage, entry), locale, context);
  if (entry.kind !== 'map') return reportTarget(entry, locale.location, undefined, context);
  if (!isText(entry, context))
    return mergeChild(
      entry,
      { key: typed('label', locale.location), keyLocation: locale.location, value: locale },
      context,
    );
  const inline = entry.pairs.find(({ key }) => key.text === context.tag);
  if (!inline || isOfAnother(inline.value, locale))
    return {
      ...entry,
      pairs: [
        ...entry.pairs.filter((pair) => pair !== inline),
        { key: written(context.tag, locale.location), keyLocation: locale.location, value: locale },
      ],
    };
  const same = inline.value.kind === 'text' && inline.value.string.text === locale.string.text;
  if (!same)
    context.report(
      'text-in-two-places',
      locale.location,
      { language: context.tag },
      { related: [{ message: 'and here', location: inline.value.location }] },
    );
  return entry;
}

/** A country says a text of the core anew; within one layer, a text stands in one place. */
function isOfAnother({ location }: Entry, locale: TextEntry): boolean {
  const home = locale.location.source.path.replace(/locales\/[^/]*$/, '');
  return !location.source.path.startsWith(home);
}

function isText(entry: MapEntry, { languages }: MergeContext): boolean {
  return entry.pairs.every(({ key }) => languages.includes(key.text) || key.text === MULTIPLE);
}

function pairOf(key: string, value: TextEntry): MapEntry {
  return {
    kind: 'map',
    location: value.location,
    pairs: [{ key: written(key, value.location), keyLocation: value.location, value }],
  };
}

/** A key of the definition itself, one of its codes, or an item of that name below it. */
function mergeChild(entry: Entry, { key, keyLocation, value }: EntryPair, context: MergeContext): Entry {
  const inner = { ...context, path: `${context.path}.${key.text}` };
  if (entry.kind !== 'map') return reportTarget(entry, keyLocation, undefined, inner);
  const own = entry.pairs.findIndex((pair) => pair.key.text === key.text);
  if (own >= 0) return withPair(entry, own, (child) => mergeTexts(child, value, inner));
  const holder = entry.pairs.findIndex((pair) => holds(pair, key.text));
  if (holder < 0) return reportTarget(entry, keyLocation, suggest(key.text, namesBelow(entry)), inner);
  return withPair(entry, holder, (child) =>
    child.kind === 'list'
      ? mergeItem(child, key.text, value, inner)
      : mergeChild(child, { key, keyLocation, value }, context),
  );
}

/** Whether a definition has a place for a text of this name. */
export function mirrors(entry: Entry, name: string): boolean {
  if (entry.kind === 'text') return name === 'label';
  return entry.kind === 'map' && entry.pairs.some((pair) => pair.key.text === name || holds(pair, name));
}

function withPair(entry: MapEntry, index: number, change: (child: Entry) => Entry): MapEntry {
  return {
    ...entry,
    pairs: entry.pairs.map((pair, at) => (at === index ? { ...pair, value: change(pair.value) } : pair)),
  };
}

/** What holds items: those of a section, the changes of a country, and the items that such a change adds. */
const ITEMS: ReadonlySet<string> = new Set(['items', 'change', 'add']);
/** The keys that name what can carry a text. */
const NAMED: ReadonlySet<string> = new Set(['item', ...itemKinds.filter((kind) => kind !== 'use')]);

function holds({ key, value }: EntryPair, name: string): boolean {
  if (key.text === 'codes' || key.text === 'add')
    return value.kind === 'map' && value.pairs.some((pair) => pair.key.text === name);
  return ITEMS.has(key.text) && value.kind === 'list' && namesIn(value).includes(name);
}

function mergeItem(list: ListEntry, name: string, value: Entry, context: MergeContext): ListEntry {
  return { ...list, items: list.items.map((item) => mergeIntoItem(item, name, value, context)) };
}

function mergeIntoItem(item: Entry, name: string, value: Entry, context: MergeContext): Entry {
  if (item.kind !== 'map') return item;
  if (itemName(item) === name) return mergeTexts(item, value, context);
  const at = item.pairs.findIndex(
    ({ key, value: items }) => ITEMS.has(key.text) && items.kind === 'list' && namesIn(items).includes(name),
  );
  return at < 0
    ? item
    : withPair(item, at, (child) => (child.kind === 'list' ? mergeItem(child, name, value, context) : child));
}

/** The names of the items of a list that can carry a text, at any depth. */
function namesIn({ items }: ListEntry): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    const inner = item.pairs.find(({ key }) => ITEMS.has(key.text))?.value;
    return [itemName(item) ?? [], inner?.kind === 'list' ? namesIn(inner) : []].flat();
  });
}

/** The name that a locale file knows an item by. */
export function itemName(item: MapEntry): string | undefined {
  const named = item.pairs.find(({ key }) => key.text === 'as') ?? item.pairs.find(({ key }) => NAMED.has(key.text));
  return named?.value.kind === 'text' ? named.value.string.text : undefined;
}

function namesBelow(entry: MapEntry): readonly string[] {
  return entry.pairs.flatMap(({ key, value }) => {
    if (ITEMS.has(key.text) && value.kind === 'list') return namesIn(value);
    return (key.text === 'codes' || key.text === 'add') && value.kind === 'map'
      ? value.pairs.map((pair) => pair.key.text)
      : [key.text];
  });
}

function reportTarget<Kept extends Entry>(
  entry: Kept,
  location: TextLocation,
  suggestion: string | undefined,
  { path, report }: MergeContext,
): Kept {
  report('locale-target', location, { path, suggestion });
  return entry;
}

import type { Entry, ListEntry, MapEntry, TextEntry } from '../../source/entry.ts';
import { placeholdersIn } from '../../vocabulary/placeholders.ts';
import { isRetired, shownKind, type TranslationUnit, type UnitContext, unitOf, valueOf } from './unit.ts';
import { itemName } from './merge.ts';

/** Whether a locale file can name an item: one name that two items bear, or a key of the definition, names neither. */
type CanName = (name: string) => boolean;

interface Around {
  /** Where the definition stands: `modules`, `roster`. */
  readonly definition: readonly string[];
  readonly canName: CanName;
  readonly context: UnitContext;
}

/** The texts of the items of a module or form, at any depth. */
export function itemUnits(
  map: MapEntry,
  key: 'items' | 'metadata',
  definition: readonly string[],
  context: UnitContext,
): readonly TranslationUnit[] {
  const list = valueOf(map, key);
  if (list?.kind !== 'list') return [];
  const counts = countNames(list, new Map());
  const own = new Set(map.pairs.map((pair) => pair.key.text));
  const canName: CanName = (name) => key === 'items' && counts.get(name) === 1 && !own.has(name);
  return unitsInList(list, [...definition, key], { definition, canName, context });
}

function countNames({ items }: ListEntry, counts: Map<string, number>): Map<string, number> {
  for (const item of items) {
    if (item.kind !== 'map') continue;
    const name = itemName(item);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    const inner = valueOf(item, 'items');
    if (inner?.kind === 'list') countNames(inner, counts);
  }
  return counts;
}

function unitsInList({ items }: ListEntry, path: readonly string[], around: Around): readonly TranslationUnit[] {
  return items.flatMap((item, index) =>
    item.kind === 'map' ? unitsOfItem(item, [...path, String(index + 1)], around) : [],
  );
}

function unitsOfItem(item: MapEntry, place: readonly string[], around: Around): readonly TranslationUnit[] {
  if (isRetired(item)) return [];
  const name = itemName(item);
  const steps = name !== undefined && around.canName(name) ? [...around.definition, name] : undefined;
  return item.pairs.flatMap(({ key: { text: key }, value }) => {
    if (key === 'items' && value.kind === 'list') return unitsInList(value, [...place, key], around);
    if (key === 'with') return unitsOfUse(item, value, [...place, key], around.context);
    if (key === 'soft') return softUnits(value, [...place, key], around.context);
    const kind = shownKind(key);
    if (kind === undefined) return [];
    const met = { path: [...(steps ?? place), key], steps: steps && [...steps, key], kind, key };
    return unitOf(value, met, around.context);
  });
}

/** The messages of soft limits, which no locale file can name. */
export function softUnits(entry: Entry, path: readonly string[], context: UnitContext): readonly TranslationUnit[] {
  if (entry.kind !== 'list') return [];
  return entry.items.flatMap((item, index) => {
    const message = item.kind === 'map' ? valueOf(item, 'message') : undefined;
    const met = {
      path: [...path, String(index + 1), 'message'],
      steps: undefined,
      kind: 'message',
      key: 'message',
    } as const;
    return message ? unitOf(message, met, context) : [];
  });
}

function unitsOfUse(
  item: MapEntry,
  entry: Entry,
  path: readonly string[],
  context: UnitContext,
): readonly TranslationUnit[] {
  const used = valueOf(item, 'use');
  const shown = used?.kind === 'text' ? context.shownParameters.get(used.string.text) : undefined;
  return parameterUnits(entry, { path, steps: undefined, shown: shown ?? new Set() }, context);
}

interface Filled {
  readonly path: readonly string[];
  readonly steps: readonly string[] | undefined;
  /** The parameters that texts of the module show. */
  readonly shown: ReadonlySet<string>;
}

/** What a module or a use of it fills into texts; numbers, names and codes are the same in all languages. */
export function parameterUnits(
  entry: Entry,
  { path, steps, shown }: Filled,
  context: UnitContext,
): readonly TranslationUnit[] {
  if (entry.kind !== 'map') return [];
  return entry.pairs.flatMap(({ key: { text: key }, value }) => {
    const isWords = value.kind === 'text' && shown.has(key) && /\p{L}/u.test(value.string.text);
    if (value.kind !== 'map' && !isWords) return [];
    return unitOf(value, { path: [...path, key], steps: steps && [...steps, key], kind: 'shown', key }, context);
  });
}

/**
 * The parameters of a module that its texts show in every language; not those that only stand in a name, `${$(question)}`, nor
 * those that have a partner for each language: `$(purpose)` and `$(purpose_fr)`.
 */
export function shownParameters(units: readonly TranslationUnit[]): ReadonlySet<string> {
  const shown = new Set<string>();
  const left = new Set<string>();
  for (const { source, byLanguage } of units) {
    const names = namesShown(source);
    for (const name of names) shown.add(name);
    for (const text of byLanguage.values()) {
      const others = namesShown(text);
      for (const name of names) if (!others.includes(name)) left.add(name);
    }
  }
  return new Set([...shown].filter((name) => !left.has(name)));
}

function namesShown({ string: { text } }: TextEntry): readonly string[] {
  return placeholdersIn(text)
    .filter(({ start, isEscaped }) => !isEscaped && text[start - 1] !== '{')
    .map(({ name }) => name);
}

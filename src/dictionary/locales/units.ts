import type { Entry, EntryPair, MapEntry } from '../../source/entry.ts';
import type { SectionName } from '../language/form-keys.ts';
import type { Definition } from '../project/project.ts';
import { itemUnits, parameterUnits, shownParameters, softUnits } from './item-units.ts';
import {
  isLanguageMap,
  isRetired,
  shownKind,
  type TranslationUnit,
  type UnitContext,
  type UnitKind,
  unitOf,
} from './unit.ts';

type Definitions = ReadonlyMap<SectionName, ReadonlyMap<string, Definition>>;
type Languages = Pick<UnitContext, 'languages' | 'defaultLanguage'>;

/**
 * Every text that people read in definitions, in the order in which they are written: of a dictionary, or of a country once
 * its layer has changed them. Locale files are to be applied before, so that their texts stand among those of each unit.
 * Left out are retired questions and codes, and lists in CSV files, which have a column for each language.
 */
export function translationUnits(definitions: Definitions, languages: Languages): readonly TranslationUnit[] {
  const plain: UnitContext = { ...languages, shownParameters: new Map() };
  const modules = [...(definitions.get('modules') ?? [])];
  const shown = modules.map(
    ([name, { entry }]) => [name, shownParameters(definitionUnits('modules', name, entry, plain))] as const,
  );
  const context = { ...plain, shownParameters: new Map(shown) };
  return [...definitions].flatMap(([section, defined]) =>
    [...defined].flatMap(([name, { entry }]) => definitionUnits(section, name, entry, context)),
  );
}

function definitionUnits(
  section: SectionName,
  name: string,
  entry: Entry,
  context: UnitContext,
): readonly TranslationUnit[] {
  const read = READERS[section];
  if (!read || entry.kind !== 'map' || isRetired(entry)) return [];
  const path = [section, name];
  return entry.pairs.flatMap((pair) => read(pair, path, entry, context));
}

type Reader = (
  pair: EntryPair,
  path: readonly string[],
  map: MapEntry,
  context: UnitContext,
) => readonly TranslationUnit[];

const READERS: { readonly [Name in SectionName]?: Reader } = {
  codelists: ({ key, value }, path, _map, context) => {
    if (key.text === 'codes') return codeUnits(value, [...path, 'codes'], context);
    return isDocumentation(key.text) ? named(key.text, value, path, 'definition', context) : [];
  },
  variables: ({ key, value }, path, _map, context) => {
    if (key.text === 'soft') return softUnits(value, [...path, key.text], context);
    const kind = shownKind(key.text);
    return kind ? named(key.text, value, path, kind, context) : [];
  },
  modules: ({ key, value }, path, map, context) => {
    if (key.text === 'items') return itemUnits(map, 'items', path, context);
    const shown = context.shownParameters.get(path[1] ?? '') ?? new Set();
    const filled = { path: [...path, key.text], steps: [...path, key.text], shown };
    if (key.text === 'with') return parameterUnits(value, filled, context);
    return isDocumentation(key.text) ? named(key.text, value, path, 'definition', context) : [];
  },
  forms: ({ key, value }, path, map, context) => {
    if (key.text === 'items' || key.text === 'metadata') return itemUnits(map, key.text, path, context);
    if (key.text === 'title') return named(key.text, value, path, 'shown', context);
    return key.text === 'definition' ? named(key.text, value, path, 'definition', context) : [];
  },
  checks: ({ key, value }, path, _map, context) => {
    if (key.text === 'message') return named(key.text, value, path, 'message', context);
    return isDocumentation(key.text) ? named(key.text, value, path, 'definition', context) : [];
  },
};

/** No form shows the labels of lists, modules and checks: the codebook does. */
function isDocumentation(key: string): boolean {
  return key === 'label' || key === 'definition';
}

function named(
  key: string,
  value: Entry,
  path: readonly string[],
  kind: UnitKind,
  context: UnitContext,
): readonly TranslationUnit[] {
  const steps = [...path, key];
  return unitOf(value, { path: steps, steps, kind, key }, context);
}

/** The label of a code may stand behind the code itself, and so does its translation then. */
function codeUnits(entry: Entry, path: readonly string[], context: UnitContext): readonly TranslationUnit[] {
  if (entry.kind === 'list') return codeRowUnits(entry.items, path, context);
  if (entry.kind !== 'map') return [];
  return entry.pairs.flatMap(({ key, value }) => {
    const steps = [...path, key.text];
    const met = { path: [...steps, 'label'], steps, kind: 'shown', key: 'label' } as const;
    if (value.kind === 'text' || (value.kind === 'map' && isLanguageMap(value, context)))
      return unitOf(value, met, context);
    return value.kind === 'map' ? keyUnits(value, steps, steps, context) : [];
  });
}

/** Codes of a sequence can be there twice, so no locale file can name them. */
function codeRowUnits(
  items: readonly Entry[],
  path: readonly string[],
  context: UnitContext,
): readonly TranslationUnit[] {
  return items.flatMap((item, index) =>
    item.kind === 'map' ? keyUnits(item, [...path, String(index + 1)], undefined, context) : [],
  );
}

function keyUnits(
  code: MapEntry,
  path: readonly string[],
  steps: readonly string[] | undefined,
  context: UnitContext,
): readonly TranslationUnit[] {
  if (isRetired(code)) return [];
  return code.pairs.flatMap(({ key: { text: key }, value }) => {
    const kind = shownKind(key);
    if (!kind) return [];
    return unitOf(value, { path: [...path, key], steps: steps && [...steps, key], kind, key }, context);
  });
}

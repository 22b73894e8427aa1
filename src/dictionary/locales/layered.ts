import type { Entry, EntryPair, MapEntry } from '../../source/entry.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { type Definitions, applyLocales, type Locale } from './locales.ts';
import { mirrors } from './merge.ts';

/** What a country's texts are put into: the definitions of the core and its own, and what it changes of the core. */
export interface Layered {
  readonly definitions: Definitions;
  readonly changes: Definitions;
}

/** The texts of a country's locale files where they have their place: in what the country changes of a definition, or else in the definition. */
export function applyLayeredLocales(
  { definitions, changes }: Layered,
  locales: readonly Locale[],
  defaultLanguage: string,
  languages: readonly string[],
  report: Report,
): Layered {
  const parts = locales.map(({ tag, root }) => ({ tag, ...split(root, changes) }));
  const of = (side: 'core' | 'layer'): readonly Locale[] => parts.map((part) => ({ tag: part.tag, root: part[side] }));
  return {
    definitions: applyLocales(definitions, of('core'), defaultLanguage, languages, report),
    changes: applyLocales(changes, of('layer'), defaultLanguage, languages, report),
  };
}

interface Split {
  readonly core: MapEntry;
  readonly layer: MapEntry;
}

function split(root: MapEntry, changes: Definitions): Split {
  return divided(root, (section) => {
    if (section.value.kind !== 'map') return { core: [section], layer: [] };
    const name = section.key.text;
    const maps = divided(section.value, (pair) => {
      const change = entryOf(changes, name, pair.key.text);
      if (!change || pair.value.kind !== 'map') return { core: [pair], layer: [] };
      const texts = divided(pair.value, (text) => sidesOf(text, change));
      return { core: within(pair, texts.core), layer: within(pair, texts.layer) };
    });
    return { core: within(section, maps.core), layer: within(section, maps.layer) };
  });
}

type Sides = { readonly [Side in keyof Split]: readonly EntryPair[] };

/** A text; or all codes under `codes:`, of which a new one is named directly, because it stands under another word. */
function sidesOf(pair: EntryPair, change: Entry): Sides {
  const { key, value } = pair;
  if (key.text === 'codes' && value.kind === 'map') {
    const codes = divided(value, (code) => sidesOf(code, change));
    return { core: within(pair, codes.core), layer: codes.layer.pairs };
  }
  return mirrors(change, key.text) ? { core: [], layer: [pair] } : { core: [pair], layer: [] };
}

function within(pair: EntryPair, value: MapEntry): readonly EntryPair[] {
  return value.pairs.length > 0 ? [{ ...pair, value }] : [];
}

function divided(map: MapEntry, sides: (pair: EntryPair) => Sides): Split {
  const both = map.pairs.map(sides);
  const side = (name: keyof Split): MapEntry => ({ ...map, pairs: both.flatMap((each) => each[name]) });
  return { core: side('core'), layer: side('layer') };
}

function entryOf(definitions: Definitions, section: string, name: string): Entry | undefined {
  const found = [...definitions].find(([known]) => known === section);
  return found?.[1].get(name.normalize('NFC'))?.entry;
}

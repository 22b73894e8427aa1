import type { Location } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { listed } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry, ListEntry, MapEntry } from '../../source/entry.ts';
import { slice } from '../../source/source-string.ts';
import { sectionTypes, type SectionType } from '../../vocabulary/types.ts';
import { decodeKeys } from '../decode/decode.ts';
import { nameOf, wrongShape } from '../decode/values.ts';
import {
  askKeys,
  calculateKeys,
  groupKeys,
  type ItemKind,
  itemKinds,
  noteKeys,
  repeatKeys,
  useKeys,
} from '../language/item-keys.ts';
import { given, type Values } from '../language/key.ts';
import { mendItem } from './row-style.ts';

/** An item as written, decoded once and placed as often as its module is used. */
export type RawItem = RawAsk | RawNote | RawSection | RawUse;

export interface RawAsk {
  readonly kind: 'ask';
  readonly name: Plain;
  readonly values: Values<typeof askKeys>;
  readonly location: Location;
}

export interface RawNote {
  readonly kind: 'note' | 'calculate';
  readonly name: Plain;
  readonly values: Values<typeof noteKeys> | Values<typeof calculateKeys>;
  readonly location: Location;
}

export interface RawSection {
  readonly kind: 'section';
  readonly name: Plain;
  readonly type: SectionType;
  readonly list: Plain | undefined;
  readonly values: Values<typeof groupKeys> | Values<typeof repeatKeys>;
  readonly items: readonly RawItem[];
  readonly location: Location;
}

export interface RawUse {
  readonly kind: 'use';
  readonly module: Plain;
  readonly values: Values<typeof useKeys>;
  readonly location: Location;
}

export function decodeItems(list: ListEntry | undefined, report: Report): readonly RawItem[] {
  return list ? itemsOf(list, [], report) : [];
}

const itemsOf = recall((list: ListEntry, report): readonly RawItem[] =>
  list.items.flatMap((entry) => decodeItem(entry, report) ?? []),
);

function decodeItem(entry: Entry, report: Report): RawItem | undefined {
  if (entry.kind === 'text') return { kind: 'ask', name: nameOf(entry), values: {}, location: entry.location };
  if (entry.kind !== 'map')
    return wrongShape(
      entry,
      { name: 'items', example: '[hh_size, { group: shelter, items: [tenure] }]' },
      'items',
      report,
    );
  const item = kindOf(entry) ? entry : mendItem(entry, report);
  const kind = item && kindOf(item);
  return item && kind && DECODERS[kind](item, report);
}

function kindOf(entry: MapEntry): ItemKind | undefined {
  return itemKinds.find((word) => entry.pairs.some((pair) => pair.key.text === word));
}

type DecodeItem = (entry: MapEntry, report: Report) => RawItem | undefined;

const DECODERS: Readonly<Record<ItemKind, DecodeItem>> = {
  ask: decodeAsk,
  note: (entry, report) => {
    const { values } = decodeKeys(entry, noteKeys, { what: 'a note' }, report);
    const name = given(values.note);
    return name && { kind: 'note', name, values, location: entry.location };
  },
  calculate: (entry, report) => {
    const { values } = decodeKeys(entry, calculateKeys, { what: 'a calculate' }, report);
    const name = given(values.calculate);
    return name && { kind: 'calculate', name, values, location: entry.location };
  },
  group: decodeGroup,
  repeat: (entry, report) => {
    const { values } = decodeKeys(entry, repeatKeys, { what: 'a repeat' }, report);
    const name = given(values.repeat);
    if (!name) return undefined;
    const items = decodeItems(given(values.items), report);
    return { kind: 'section', name, type: 'repeat', list: undefined, values, items, location: entry.location };
  },
  use: (entry, report) => {
    const { values } = decodeKeys(entry, useKeys, { what: 'a use' }, report);
    const module = given(values.use);
    return module && { kind: 'use', module, values, location: entry.location };
  },
};

function decodeAsk(entry: MapEntry, report: Report): RawItem | undefined {
  const { values } = decodeKeys(entry, askKeys, { what: 'an ask' }, report);
  const name = given(values.ask);
  return name && { kind: 'ask', name, values, location: entry.location };
}

function decodeGroup(entry: MapEntry, report: Report): RawItem | undefined {
  const { values } = decodeKeys(entry, groupKeys, { what: 'a group' }, report);
  const name = given(values.group);
  if (!name) return undefined;
  const items = decodeItems(given(values.items), report);
  return { kind: 'section', name, ...sectionType(given(values.type), report), values, items, location: entry.location };
}

const LOOP = 'loop over LIST';

/** `loop over LIST`, or the word of another kind of section. */
function sectionType(written: Plain | undefined, report: Report): { type: SectionType; list: Plain | undefined } {
  const text = written?.string.text ?? 'group';
  const [word, over, ...rest] = text.split(/\s+/);
  const type = sectionTypes.find((known) => known === word);
  if (type === 'loop' && over === 'over' && rest.length > 0 && written) {
    const start = text.search(/(?<=^loop\s+over\s+)\S/);
    return { type, list: { string: slice(written.string, { start, end: text.length }), origin: written.origin } };
  }
  if (type && type !== 'loop' && over === undefined) return { type, list: undefined };
  const allowed = [...sectionTypes.slice(3), LOOP];
  if (written)
    report('wrong-value', written.origin.location, {
      key: 'type',
      value: text,
      allowed: listed(allowed, 'or'),
      suggestion: word === 'loop' ? LOOP : suggest(text, sectionTypes),
    });
  return { type: 'group', list: undefined };
}

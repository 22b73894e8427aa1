import type { Location } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { listed } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry, ListEntry, MapEntry } from '../../source/entry.ts';
import { decodeKeys } from '../decode/decode.ts';
import { decodeOver } from '../decode/decode-over.ts';
import { wrongShape } from '../decode/values.ts';
import {
  addKeys,
  type ChangeKind,
  changeKinds,
  itemChangeKeys,
  moveKeys,
  placeWords,
  type PlaceWord,
  removeKeys,
} from '../language/country-keys.ts';
import { groupKeys } from '../language/item-keys.ts';
import { given, type Values } from '../language/key.ts';
import { variableKeys } from '../language/variable-keys.ts';
import { decodeItems, type RawItem } from './raw-item.ts';

/** One step by which a country changes what a form or a module places, as written. */
export type RawChange = RawAdd | RawMove | RawItemChange | RawRemove;

/** Beside an item, or into a section. */
export interface RawPlace {
  readonly word: PlaceWord;
  readonly name: Plain;
}

export interface RawAdd {
  readonly kind: 'add';
  readonly place: RawPlace;
  readonly items: readonly RawItem[];
  readonly location: Location;
}

export interface RawMove {
  readonly kind: 'move';
  readonly name: Plain;
  readonly place: RawPlace;
}

export interface RawItemChange {
  readonly kind: 'item';
  readonly name: Plain;
  readonly values: Values<typeof itemChangeKeys>;
}

export interface RawRemove {
  readonly kind: 'remove';
  readonly names: readonly Plain[];
}

const EXAMPLES: Readonly<Record<ChangeKind, string>> = {
  add: '{ after: hoh_sex, add: [afg_document] }',
  move: '{ move: hoh_phone, before: consent }',
  item: '{ item: thanks, relevant: "${hh_size} > 1" }',
  remove: '{ remove: [winter_assistance] }',
};

export function decodeChanges(list: ListEntry | undefined, report: Report): readonly RawChange[] {
  return list ? changesOf(list, [], report) : [];
}

const changesOf = recall((list: ListEntry, report): readonly RawChange[] =>
  list.items.flatMap((entry) => decodeChange(entry, report) ?? []),
);

function decodeChange(entry: Entry, report: Report): RawChange | undefined {
  if (entry.kind !== 'map')
    return wrongShape(entry, { name: 'change', example: `[${EXAMPLES.add}]` }, 'changes', report);
  const [kind, ...others] = changeKinds.filter((word) => entry.pairs.some(({ key }) => key.text === word));
  if (kind && others.length === 0) return DECODERS[kind](entry, report);
  const words = changeKinds.map((word) => `${word}:`);
  const problem = kind
    ? `One change says ${listed(
        [kind, ...others].map((word) => `${word}:`),
        'and',
      )}.`
    : `A change says one of ${listed(words, 'or')}.`;
  report('change-kind', entry.location, { problem, example: EXAMPLES[kind ?? 'add'] });
  return undefined;
}

type DecodeChange = (entry: MapEntry, report: Report) => RawChange | undefined;

const DECODERS: Readonly<Record<ChangeKind, DecodeChange>> = {
  add: (entry, report) => {
    const { values } = decodeKeys(entry, addKeys, { what: 'an add' }, report);
    const place = placeIn(values, 'add', entry, report);
    const items = decodeItems(given(values.add), report);
    return place && { kind: 'add', place, items, location: entry.location };
  },
  move: (entry, report) => {
    const { values } = decodeKeys(entry, moveKeys, { what: 'a move' }, report);
    const place = placeIn(values, 'move', entry, report);
    const name = given(values.move);
    return place && name && { kind: 'move', name, place };
  },
  item: (entry, report) => {
    const core = [...variableKeys, ...groupKeys];
    const values = decodeOver(entry, itemChangeKeys, { what: 'an item', core }, report);
    const name = given(values.item);
    return name && { kind: 'item', name, values };
  },
  remove: (entry, report) => {
    const { values } = decodeKeys(entry, removeKeys, { what: 'a remove' }, report);
    return { kind: 'remove', names: given(values.remove) ?? [] };
  },
};

type PlaceValues = Values<typeof moveKeys> | Values<typeof addKeys>;

/** The one place that a change names. */
function placeIn(values: PlaceValues, kind: ChangeKind, entry: MapEntry, report: Report): RawPlace | undefined {
  const places = placeWords.flatMap((word): RawPlace[] => {
    const name = given(values[word]);
    return name ? [{ word, name }] : [];
  });
  const [place] = places;
  if (places.length === 1) return place;
  const words = (places.length > 0 ? places.map(({ word }) => word) : placeWords).map((word) => `${word}:`);
  const problem =
    places.length > 0
      ? `One change goes to one place, and this one says ${listed(words, 'and')}.`
      : `This does not say where to: ${listed(words, 'or')}.`;
  report('change-kind', entry.location, { problem, example: EXAMPLES[kind] });
  return undefined;
}

/** The items that changes add, as written. */
export function itemsAdded(changes: readonly RawChange[]): readonly RawItem[] {
  return changes.flatMap((change) => (change.kind === 'add' ? change.items : []));
}

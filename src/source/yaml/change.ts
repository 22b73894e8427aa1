import type { Range } from '../../core/range.ts';
import type { Entry, MapEntry } from '../entry.ts';
import { isMap, isText, type Written, type WrittenMap } from './write.ts';

/** Something that is to be written into a file that there is already. */
export type Change =
  /** In place of what stands there: a text. */
  | { readonly kind: 'replace'; readonly at: Range; readonly value: Written }
  /** As further keys of a map. */
  | { readonly kind: 'add'; readonly at: Range; readonly pairs: WrittenMap }
  /** Behind a key behind which nothing stands. */
  | { readonly kind: 'fill'; readonly key: Range; readonly value: Written };

/** What has to change for a map to hold all that another one says. What it holds already stays where it is. */
export function changesFor(map: MapEntry, wanted: WrittenMap): readonly Change[] {
  const more = new Map<string, Written>();
  const changes: Change[] = [];
  const pairs = new Map(map.pairs.toReversed().map((pair) => [pair.key.text, pair]));
  for (const [key, value] of wanted) {
    const pair = pairs.get(key);
    if (!pair) more.set(key, value);
    else if (pair.value.kind === 'blank') changes.push({ kind: 'fill', key: pair.keyLocation, value });
    else for (const change of changesOf(pair.value, value)) changes.push(change);
  }
  return more.size > 0 ? [...changes, { kind: 'add', at: map.location, pairs: more }] : changes;
}

/** A text that is to have further keys is their label, as it is of a code. */
function changesOf(entry: Entry, wanted: Written): readonly Change[] {
  if (entry.kind === 'map') return changesFor(entry, isMap(wanted) ? wanted : new Map([['label', wanted]]));
  if (entry.kind !== 'text') return [];
  const { text } = entry.string;
  if (isMap(wanted)) return [{ kind: 'replace', at: entry.location, value: new Map([['label', text], ...wanted]) }];
  return wanted === text ? [] : [{ kind: 'replace', at: entry.location, value: wanted }];
}

/** All texts of what is to be written, at any depth. */
export function wordsOf(value: Written): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isMap(value)) return [...value.values()].flatMap(wordsOf);
  if (isText(value)) return [...value.byTag.values()];
  return value.flatMap(wordsOf);
}

import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { listed } from '../../diagnostics/quote.ts';
import type { EntryPair, MapEntry } from '../../source/entry.ts';
import { written } from '../../source/source-string.ts';
import { type ItemKind, itemKinds } from '../language/item-keys.ts';
import { firstLine } from '../decode/values.ts';

/** What people who know the survey sheet write first in an item, and the word that the language has for it. */
const rowWords: ReadonlyMap<string, ItemKind> = new Map([
  ['name', 'ask'],
  ['question', 'ask'],
  ['variable', 'ask'],
  ['begin group', 'group'],
  ['begin_group', 'group'],
  ['section', 'group'],
  ['begin repeat', 'repeat'],
  ['begin_repeat', 'repeat'],
  ['module', 'use'],
]);

/**
 * Reports an item that does not say what it is. Where it is clear what was meant, gives that item, so that what refers to its
 * questions is no second mistake.
 */
export function mendItem(entry: MapEntry, report: Report): MapEntry | undefined {
  return isSectionRow(entry) ? mendSectionRow(entry, report) : mendWord(entry, report);
}

/** A row of the survey sheet that opens or closes a group. */
const SECTION_TYPE = /^(?:begin|end)[ _](group|repeat)$/;

function isSectionRow(entry: MapEntry): boolean {
  return SECTION_TYPE.test(textOf(entry, 'type'));
}

function mendSectionRow(entry: MapEntry, report: Report): MapEntry | undefined {
  const type = textOf(entry, 'type');
  const row = entry.pairs.find(({ key }) => key.text === 'type');
  report('unknown-type', row?.value.location ?? firstLine(entry.location), { type, suggestion: undefined });
  const kind = SECTION_TYPE.exec(type)?.[1] === 'repeat' ? 'repeat' : 'group';
  const name = entry.pairs.find(({ key }) => key.text === 'name');
  const isWhole = name && entry.pairs.some(({ key }) => key.text === 'items');
  return isWhole ? { ...entry, pairs: renamed(entry.pairs, name, kind).filter((pair) => pair !== row) } : undefined;
}

function mendWord(entry: MapEntry, report: Report): MapEntry | undefined {
  const pair = entry.pairs.find(({ key }) => kindOf(key.text)) ?? entry.pairs[0];
  const kind = pair && kindOf(pair.key.text);
  report('unknown-key', pair?.keyLocation ?? firstLine(entry.location), {
    key: pair?.key.text ?? '',
    what: `an item, which says ${listed(itemKinds, 'or')}`,
    suggestion: kind,
    known: itemKinds.join(', '),
  });
  return pair && kind ? { ...entry, pairs: renamed(entry.pairs, pair, kind) } : undefined;
}

function kindOf(word: string): ItemKind | undefined {
  const near = suggest(word, itemKinds);
  return rowWords.get(word) ?? itemKinds.find((kind) => kind === near);
}

function textOf(entry: MapEntry, key: string): string {
  const value = entry.pairs.find((pair) => pair.key.text === key)?.value;
  return value?.kind === 'text' ? value.string.text : '';
}

function renamed(pairs: readonly EntryPair[], pair: EntryPair, kind: ItemKind): EntryPair[] {
  return pairs.map((each) => (each === pair ? { ...pair, key: written(kind, pair.keyLocation) } : each));
}

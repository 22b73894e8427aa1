import type { Location } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import { recall } from '../../diagnostics/recall.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Code } from '../../model/code-list.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry, EntryPair } from '../../source/entry.ts';
import { expectMap, uniquePairs } from '../decode/decode.ts';
import { decodeOver } from '../decode/decode-over.ts';
import { wrongShape } from '../decode/values.ts';
import { listChangeKeys } from '../language/country-keys.ts';
import { given, type Values } from '../language/key.ts';
import { codeListKeys } from '../language/list-keys.ts';
import { changeCode, type CodesContext, decodeCodes } from './codes.ts';

export type ListChangeValues = Values<typeof listChangeKeys>;

/** What a country makes of the codes of a list of the core. */
export interface ListChange {
  readonly list: string;
  readonly added: readonly Code[];
  readonly removed: readonly Plain[];
  readonly order: readonly Plain[];
  /** The codes that change, each with its keys. */
  readonly changed: readonly EntryPair[];
  readonly context: CodesContext;
}

export const listChangeValues = recall((entry: Entry, report, name: string): ListChangeValues => {
  const map = expectMap(entry, name, '{ add: { afg_mud_house: Mud house } }', report);
  const what = `code list ${quote(name)}`;
  return map ? decodeOver(map, listChangeKeys, { what, core: codeListKeys }, report) : {};
});

/** @param replaces whether `codes:` are all codes of the list, and not changes of some */
export function listChange(values: ListChangeValues, replaces: boolean, context: CodesContext): ListChange {
  const add = given(values.add);
  const codes = replaces ? undefined : given(values.codes);
  return {
    list: context.list,
    added: (add && decodeCodes(add, { ...context, key: 'add' })) ?? [],
    removed: given(values.remove) ?? [],
    order: given(values.order) ?? [],
    changed: codes ? changedCodes(codes, context) : [],
    context,
  };
}

function changedCodes(entry: Entry, { placing: { report } }: CodesContext): readonly EntryPair[] {
  if (entry.kind === 'map') return uniquePairs(entry, report);
  return (
    wrongShape(entry, { name: 'codes', example: '{ tent: { image: tent.png } }' }, 'codes with what changes', report) ??
    []
  );
}

/** New codes stand before the special ones at the end, which people expect last. */
export function withAdded(codes: readonly Code[], change: ListChange): readonly Code[] {
  const end = codes.findLastIndex(({ special }) => special === undefined) + 1;
  const added = change.added.filter((code) => !namesake(code, codes));
  return codes.toSpliced(end, 0, ...added);
}

/** Another code of the same name. */
function namesake(code: Code, codes: readonly Code[]): Code | undefined {
  return codes.find((other) => other !== code && textOf(other.name) === textOf(code.name));
}

/** The codes changed, left out and put in order. */
export function withChanges(codes: readonly Code[], change: ListChange): readonly Code[] {
  const removed = new Set(change.removed.map(textOf));
  const clashing = new Set(change.added.filter((code) => namesake(code, codes)));
  const kept = codes.filter((code) => !removed.has(textOf(code.name)) && !clashing.has(code));
  const changed = kept.map((code) => {
    const pair = change.changed.find(({ key }) => key.text.normalize('NFC') === textOf(code.name));
    return pair ? changeCode(code, pair, change.context) : code;
  });
  return inOrder(changed, change.order.map(textOf));
}

function textOf({ string }: Plain): string {
  return string.text;
}

function inOrder(codes: readonly Code[], order: readonly string[]): readonly Code[] {
  if (order.length === 0) return codes;
  const place = ({ name }: Code): number => {
    const index = order.indexOf(textOf(name));
    return index < 0 ? order.length : index;
  };
  return codes.toSorted((a, b) => place(a) - place(b));
}

function reportKnown(codes: readonly Code[], { list, added, context }: ListChange): void {
  for (const code of added) {
    const known = namesake(code, codes);
    const related = known && [{ message: 'the code of the core', location: known.origin.location }];
    if (related)
      context.placing.report('known-code', code.origin.location, { code: textOf(code.name), list }, { related });
  }
}

/** Reports what adds codes that the list has, and what changes those that it does not have, also not by including another. */
export function reportCodes(codes: readonly Code[], change: ListChange): void {
  const { list, removed, order, changed, context } = change;
  const { report } = context.placing;
  reportKnown(codes, change);
  const known = new Set(codes.map(({ name }) => textOf(name)));
  const gone = new Map(removed.map((word) => [textOf(word), word.origin.location]));
  const tell = (key: string, word: string, at: Location): void => {
    const left = key === 'remove' ? undefined : gone.get(word);
    if (known.has(word) && !left) return;
    const related = left && known.has(word) ? [{ message: 'removed here', location: left }] : [];
    const suggestion = related.length > 0 ? undefined : suggest(word, known);
    report('unknown-code', at, { code: word, list, key, removed: related.length > 0, suggestion }, { related });
  };
  for (const word of removed) tell('remove', textOf(word), word.origin.location);
  for (const word of order) tell('order', textOf(word), word.origin.location);
  for (const { key, keyLocation } of changed) tell('codes', key.text.normalize('NFC'), keyLocation);
}

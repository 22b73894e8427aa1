import { isLanguageTag } from '../../core/languages.ts';
import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { type Code, type Special, specials } from '../../model/code-list.ts';
import { MULTIPLE, type Plain, type Text } from '../../model/facets.ts';
import type { Entry, EntryPair, MapEntry, TextEntry } from '../../source/entry.ts';
import { inNfc } from '../../source/source-string.ts';
import { choiceTextColumns, type ChoiceTextColumn } from '../../vocabulary/columns.ts';
import { mediaForAll } from '../decode/decode-over.ts';
import { decodeKeys, uniquePairs } from '../decode/decode.ts';
import { decodeValue, plainOf, reportSwallowed, wrongShape } from '../decode/values.ts';
import { given, isRemoved, type RawText, type Values } from '../language/key.ts';
import { codeKeys, codeRowKeys } from '../language/list-keys.ts';
import { mergeText, toText } from '../place/facets.ts';
import type { Placing } from '../place/parameters.ts';
import { definitionName } from './manifest.ts';

/** What decoding the codes of a list needs to know about it. */
export interface CodesContext {
  readonly list: string;
  /** The key that the codes stand under. */
  readonly key: 'codes' | 'add';
  readonly attributes: readonly string[];
  readonly languages: readonly string[];
  readonly placing: Placing;
}

const EXAMPLE = '{ f: Female, m: Male }';

function exampleOf({ key }: CodesContext): string {
  return key === 'add' ? '{ afg_mud_house: Mud house }' : '[{ code: f, label: Female }]';
}

/** Codes as a map from code to label, or as a sequence in which each says its code. */
export function decodeCodes(entry: Entry, context: CodesContext): readonly Code[] | undefined {
  const { report } = context.placing;
  if (entry.kind === 'map') return uniqueCodes(entry, context, report).flatMap((pair) => decodeCode(pair, context));
  if (entry.kind === 'list') return entry.items.flatMap((item) => decodeCodeRow(item, context));
  return wrongShape(entry, { name: context.key, example: EXAMPLE }, 'codes with their labels', report);
}

/** A code that stands twice is told in the words of lists, not of keys. */
function uniqueCodes(entry: MapEntry, { list }: CodesContext, report: Report): EntryPair[] {
  return uniquePairs(entry, report, ({ key, keyLocation }, first) =>
    report(
      'duplicate-code',
      keyLocation,
      { code: key.text, list },
      { related: [{ message: 'first here', location: first.keyLocation }] },
    ),
  );
}

function decodeCode({ key, keyLocation, value }: EntryPair, context: CodesContext): readonly Code[] {
  const name = definitionName(key.text.normalize('NFC'), keyLocation);
  if (value.kind === 'text') return [labelled(name, value, context)];
  if (value.kind === 'blank') reportSwallowed(value, '', context.placing.report);
  if (value.kind === 'damaged' || value.kind === 'blank') return [codeOf(name, {}, [], context)];
  if (value.kind === 'list')
    return (
      wrongShape(value, { name: key.text, example: 'Female' }, 'a label, or a map of keys', context.placing.report) ??
      []
    );
  if (isText(value, context)) return [codeOf(name, { label: textOf(value, context.placing.report) }, [], context)];
  return [codeFromKeys(name, value, context)];
}

function labelled(name: Plain, value: TextEntry, context: CodesContext): Code {
  const plain = plainOf(value, context.placing.report);
  return codeOf(name, { label: { byLanguage: new Map([['', plain]]), origin: plain.origin } }, [], context);
}

/** A map whose keys are languages is a text: the label. */
function isText(entry: MapEntry, { languages, attributes }: CodesContext): boolean {
  if (entry.pairs.length === 0) return false;
  return entry.pairs.every(({ key: { text } }) => {
    if (languages.includes(text) || text === MULTIPLE) return true;
    return isLanguageTag(text) && !attributes.includes(text) && !codeKeys.some((key) => key.name === text);
  });
}

function textOf(entry: MapEntry, report: Report): RawText {
  const label = decodeValue(entry, codeKeys[0], report);
  return label && 'byLanguage' in label ? label : { byLanguage: new Map(), origin: originAt(entry.location) };
}

/** A code of a list with what a country changes of it: key by key, texts by language, a key without a value removed. */
export function changeCode(code: Code, { key, keyLocation, value }: EntryPair, context: CodesContext): Code {
  const name = definitionName(key.text.normalize('NFC'), keyLocation);
  if (value.kind === 'blank') {
    wrongShape(value, { name: key.text, example: '{ image: tent.png }' }, 'what changes', context.placing.report);
    return code;
  }
  if (value.kind !== 'map' || isText(value, context)) {
    const [changed] = decodeCode({ key, keyLocation, value }, context);
    return changed ? { ...code, texts: mergeTexts(code.texts, changed.texts) } : code;
  }
  const what = `a change of code ${quote(name.string.text)}`;
  const takesOthers = (word: string): boolean => context.attributes.includes(word);
  const { values: own, others } = decodeKeys(value, codeKeys, { what, takesOthers }, context.placing.report);
  const values = mediaForAll(own);
  const over = codeOf(name, values, others, context);
  const removed = removedKeys(values);
  const blank = new Set(others.filter((pair) => pair.value.kind === 'blank').map((pair) => pair.key.text));
  const kept = Object.fromEntries(Object.entries(code.texts).filter(([column]) => !removed.has(column)));
  return {
    ...code,
    texts: mergeTexts(kept, over.texts),
    attributes: new Map([...code.attributes, ...over.attributes].filter(([column]) => !blank.has(column))),
    special: removed.has('special') ? undefined : (over.special ?? code.special),
    exclusive: given(values.exclusive)?.value ?? (over.special ? over.exclusive : code.exclusive),
    retired: removed.has('retired') ? undefined : (over.retired ?? code.retired),
  };
}

function removedKeys(values: Values<typeof codeKeys>): ReadonlySet<string> {
  return new Set(Object.entries(values).flatMap(([key, value]) => (isRemoved(value) ? [key] : [])));
}

function mergeTexts(below: Code['texts'], above: Code['texts']): Code['texts'] {
  const texts = choiceTextColumns.flatMap((column): [ChoiceTextColumn, Text][] => {
    const [old, over] = [below[column], above[column]];
    const text = old && over ? mergeText(old, over) : (over ?? old);
    return text ? [[column, text]] : [];
  });
  return Object.fromEntries(texts);
}

function codeFromKeys(name: Plain, entry: MapEntry, context: CodesContext): Code {
  const what = `code ${quote(name.string.text)}`;
  const takesOthers = (key: string): boolean => context.attributes.includes(key);
  const { values, others } = decodeKeys(entry, codeKeys, { what, takesOthers }, context.placing.report);
  return codeOf(name, values, others, context);
}

function decodeCodeRow(entry: Entry, context: CodesContext): readonly Code[] {
  const { report } = context.placing;
  if (entry.kind !== 'map')
    return wrongShape(entry, { name: context.key, example: exampleOf(context) }, 'a code with its label', report) ?? [];
  const takesOthers = (key: string): boolean => context.attributes.includes(key);
  const { values, others } = decodeKeys(entry, codeRowKeys, { what: 'a code', takesOthers }, report);
  const name = given(values.code);
  return name ? [codeOf(name, values, others, context)] : [];
}

function codeOf(
  name: Plain,
  values: Values<typeof codeKeys>,
  others: readonly EntryPair[],
  context: CodesContext,
): Code {
  const special = specialOf(given(values.special));
  return {
    name,
    texts: textsOf(values, context.placing),
    attributes: new Map([...attributesOf(others, context.placing.report), ...columnsOf(given(values.columns))]),
    special,
    exclusive: given(values.exclusive)?.value ?? (special !== undefined && special !== 'other'),
    retired: given(values.retired),
    origin: name.origin,
  };
}

export function specialOf(word: Plain | undefined): Special | undefined {
  return specials.find((special) => special === word?.string.text);
}

function textsOf(values: Values<typeof codeKeys>, placing: Placing): Code['texts'] {
  const texts = choiceTextColumns.flatMap((column): [ChoiceTextColumn, Text][] => {
    const raw = given(values[column]);
    return raw ? [[column, toText(raw, placing)]] : [];
  });
  return Object.fromEntries(texts);
}

function attributesOf(pairs: readonly EntryPair[], report: Report): ReadonlyMap<string, Plain> {
  return new Map(
    pairs.flatMap(({ key, value }): [string, Plain][] => {
      if (value.kind === 'text') return [[key.text.normalize('NFC'), inNfcPlain(plainOf(value, report))]];
      if (value.kind === 'blank') reportSwallowed(value, '', report);
      if (value.kind === 'blank') return [];
      return wrongShape(value, { name: key.text, example: 'yes' }, 'a text', report) ?? [];
    }),
  );
}

function columnsOf(columns: ReadonlyMap<string, Plain> | undefined): readonly (readonly [string, Plain])[] {
  return [...(columns ?? [])].map(([header, plain]) => [header.normalize('NFC'), inNfcPlain(plain)]);
}

/** Attributes hold codes of other lists, which are compared in NFC. */
function inNfcPlain({ string, origin }: Plain): Plain {
  return { string: inNfc(string), origin };
}

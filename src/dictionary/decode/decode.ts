import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Entry, EntryPair, MapEntry } from '../../source/entry.ts';
import type { AnyValue, Key, Values } from '../language/key.ts';
import { decodeValue, firstLine, wrongShape } from './values.ts';

export interface Decoded<Table extends readonly Key[]> {
  readonly values: Values<Table>;
  /** Pairs whose keys the table does not know; empty unless they were asked for. */
  readonly others: readonly EntryPair[];
}

interface Options {
  /** How messages call the thing: `variable "sex"`. */
  readonly what: string;
  /** Whether a key that the table does not know is given back instead of reported. */
  readonly takesOthers?: (key: string) => boolean;
}

/** Decodes a map by a table of keys: one finding a mistake, and what is well goes on. */
export function decodeKeys<const Table extends readonly Key[]>(
  entry: MapEntry,
  table: Table,
  options: Options,
  report: Report,
): Decoded<Table> {
  const byName = new Map(table.map((key) => [key.name, key]));
  const values = new Map<string, AnyValue>();
  const others: EntryPair[] = [];
  const unknown: EntryPair[] = [];
  for (const pair of uniquePairs(entry, report)) {
    const name = pair.key.text.normalize('NFC');
    const key = byName.get(name);
    if (key) setValue(values, key, pair, report);
    else if (options.takesOthers?.(name)) others.push(pair);
    else unknown.push(pair);
  }
  const meant = new Set<string>();
  for (const pair of unknown) {
    const name = meantKey(pair.key.text, [...byName.keys()]);
    reportUnknown(pair, table, name, options.what, report);
    const key = byName.get(name ?? '');
    if (!key || isGiven(entry, key)) continue;
    // What was meant is read as such, so that its lack is no second mistake; nor is what else is wrong with a guess.
    meant.add(key.name);
    setValue(values, key, pair, () => undefined);
  }
  for (const key of table) {
    if (key.required && !isGiven(entry, key) && !meant.has(key.name))
      report('missing-key', firstLine(entry.location), { key: key.name, what: options.what, example: key.example });
  }
  // The names come from the table, never from the author, so a plain object is safe.
  return { values: Object.fromEntries(values) as Values<Table>, others };
}

function setValue(values: Map<string, AnyValue>, key: Key, pair: EntryPair, report: Report): void {
  const value = decodeValue(pair.value, key, report);
  if (value !== undefined) values.set(key.name, value);
}

function isGiven(entry: MapEntry, key: Key): boolean {
  return entry.pairs.some((pair) => pair.key.text === key.name);
}

/** What a survey or choices sheet, or another language for forms, calls a key. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['choices', 'codes'],
  ['options', 'codes'],
  ['name', 'code'],
  ['value', 'code'],
  ['question', 'label'],
  ['text', 'label'],
]);

/** The key that was meant, where one is near: `label` for `labels`, `Label` and the column `label::English (en)`. */
function meantKey(written: string, names: readonly string[]): string | undefined {
  const word = written.replace(/::?.*$/s, '').trim();
  const other = OTHER_WORDS.get(word.toLowerCase());
  return other !== undefined && names.includes(other) ? other : suggest(word, names);
}

function reportUnknown(
  pair: EntryPair,
  table: readonly Key[],
  suggestion: string | undefined,
  what: string,
  report: Report,
): void {
  const names = table.map((key) => key.name);
  report('unknown-key', pair.keyLocation, {
    key: pair.key.text,
    what,
    suggestion,
    known: names.slice(0, 12).join(', ') + (names.length > 12 ? ', …' : '') + ownColumns(names),
  });
}

/** Where a column that the language does not know is written. */
function ownColumns(names: readonly string[]): string {
  if (names.includes('columns')) return '. A column of your own goes under columns:';
  return names.includes('special') ? '. A column of your own is named at the list: attributes: [NAME]' : '';
}

type OnRepeat = (pair: EntryPair, first: EntryPair) => void;

/** The pairs of a map, each key once; a second one is reported and left out. */
export function uniquePairs(entry: MapEntry, report: Report, onRepeat: OnRepeat = reportRepeat(report)): EntryPair[] {
  const first = new Map<string, EntryPair>();
  for (const pair of entry.pairs) {
    const key = pair.key.text.normalize('NFC');
    const earlier = first.get(key);
    if (!earlier) first.set(key, pair);
    else onRepeat(pair, earlier);
  }
  return [...first.values()];
}

function reportRepeat(report: Report): OnRepeat {
  return ({ key, keyLocation }, first) =>
    report(
      'duplicate-key',
      keyLocation,
      { key: key.text },
      { related: [{ message: 'first here', location: first.keyLocation }] },
    );
}

/** The map of a definition, or undefined where something else stands there and was reported. */
export function expectMap(entry: Entry, name: string, example: string, report: Report): MapEntry | undefined {
  if (entry.kind === 'map') return entry;
  wrongShape(entry, { name, example }, 'a map of keys', report);
  return undefined;
}

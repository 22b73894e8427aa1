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
  for (const pair of uniquePairs(entry, report)) {
    const name = pair.key.text.normalize('NFC');
    const key = byName.get(name);
    if (key) setValue(values, key, pair, report);
    else if (options.takesOthers?.(name)) others.push(pair);
    else reportUnknown(pair, table, options.what, report);
  }
  for (const key of table) {
    if (key.required && !entry.pairs.some((pair) => pair.key.text === key.name))
      report('missing-key', firstLine(entry.location), { key: key.name, what: options.what, example: key.example });
  }
  // The names come from the table, never from the author, so a plain object is safe.
  return { values: Object.fromEntries(values) as Values<Table>, others };
}

function setValue(values: Map<string, AnyValue>, key: Key, pair: EntryPair, report: Report): void {
  const value = decodeValue(pair.value, key, report);
  if (value !== undefined) values.set(key.name, value);
}

function reportUnknown(pair: EntryPair, table: readonly Key[], what: string, report: Report): void {
  const names = table.map((key) => key.name);
  const key = pair.key.text;
  report('unknown-key', pair.keyLocation, {
    key,
    what,
    suggestion: suggest(key, names),
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

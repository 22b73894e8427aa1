import { type Fields, setField } from './fields.ts';
import type { Level } from './levels.ts';
import type { Meaning } from './meaning.ts';

/** Puts an answer into the entry that its heading names. */
export function placeInEntry(
  fields: Fields,
  { level, entries, column }: Extract<Meaning, { kind: 'entry' }>,
  text: string,
): void {
  const chain = chainOf(level);
  let around = fields;
  for (const [depth, { key }] of chain.entries()) around = entryIn(around, key, entries[depth] ?? 1);
  setField(around, column.key, text);
}

function chainOf(level: Level): readonly Level[] {
  return level.parent && level.parent.key !== '' ? [...chainOf(level.parent), level] : [level];
}

/** Entries are in the order of their numbers, which a hidden property remembers. */
function entryIn(around: Fields, key: string, number: number): Fields {
  const list = (around[key] ?? []) as NumberedEntry[];
  setField(around, key, list);
  const found = list.find((entry) => entry[NUMBER] === number);
  if (found) return found;
  const entry: NumberedEntry = {};
  Object.defineProperty(entry, NUMBER, { value: number });
  const at = list.findIndex((other) => (other[NUMBER] ?? 0) > number);
  list.splice(at < 0 ? list.length : at, 0, entry);
  return entry;
}

const NUMBER = Symbol('number');
type NumberedEntry = Fields & { [NUMBER]?: number };

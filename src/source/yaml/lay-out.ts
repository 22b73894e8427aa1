import { hasRightToLeft } from '../../core/languages.ts';
import type { Entry } from '../entry.ts';
import { bracketText, keyText, valueText } from './scalar-text.ts';
import { isText, type Written } from './write.ts';

/** How far lines are indented, and how they end. */
export interface Lay {
  readonly indent: number;
  readonly lineEnd: string;
}

/** What is to be laid out in lines; undefined stands for nothing behind a key. */
export type Laid = string | readonly Laid[] | ReadonlyMap<string, Laid> | undefined;

/** A list of words that is short enough for one line. */
const SHORT = 70;

/** What stands behind a key and its colon: a text, or on lines of their own the keys of a map and the items of a list. */
export function blockLines(value: Laid, lay: Lay): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return ` ${valueText(value, lay.indent, lay.lineEnd)}`;
  if (isMap(value)) return [...value].map(([key, inner]) => lineOf(`${keyText(key)}:`, inner, lay)).join('');
  const words = wordsOf(value);
  if (words !== undefined) return ` [${words.join(', ')}]`;
  return value.map((item) => itemLines(item, lay)).join('');
}

function lineOf(key: string, value: Laid, { indent, lineEnd }: Lay): string {
  return lineEnd + ' '.repeat(indent) + key + blockLines(value, { indent: indent + 2, lineEnd });
}

/** An item of a list stands behind its dash; the first key of a map, too. */
function itemLines(item: Laid, { indent, lineEnd }: Lay): string {
  const inner = blockLines(item, { indent: indent + 2, lineEnd });
  return `${lineEnd}${' '.repeat(indent)}- ${inner.trimStart()}`;
}

function wordsOf(list: readonly Laid[]): readonly string[] | undefined {
  const words: string[] = [];
  for (const item of list) {
    if (typeof item !== 'string' || item.includes('\n') || hasRightToLeft(item)) return undefined;
    words.push(bracketText(item, 0, '\n'));
  }
  return words.join(', ').length < SHORT ? words : undefined;
}

/** What is to be written, where a text in several languages is a map like any other. */
export function laidOf(value: Written): Laid {
  if (typeof value === 'string') return value;
  if (isText(value)) return value.byTag;
  if (value instanceof Map) return new Map([...value].map(([key, inner]: [string, Written]) => [key, laidOf(inner)]));
  return (value as readonly Written[]).map(laidOf);
}

/** What was read, to be laid out anew; `put` is the text that takes the place of one that was read. */
export function laidEntry(entry: Entry, put: (text: string) => string): Laid {
  if (entry.kind === 'text') return put(entry.string.text);
  if (entry.kind === 'list') return entry.items.map((item) => laidEntry(item, put));
  if (entry.kind !== 'map') return undefined;
  return new Map(entry.pairs.map(({ key, value }) => [key.text, laidEntry(value, put)]));
}

/** A value inside brackets; `encode` writes a text. */
export function bracketValue(value: Laid, encode: (text: string) => string): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return encode(value);
  if (!isMap(value)) return `[${value.map((item) => bracketValue(item, encode)).join(', ')}]`;
  return `{ ${bracketPairs(value, encode)} }`;
}

export function bracketPairs(map: ReadonlyMap<string, Laid>, encode: (text: string) => string): string {
  return [...map].map(([key, value]) => `${keyText(key)}: ${bracketValue(value, encode)}`.trimEnd()).join(', ');
}

function isMap(value: NonNullable<Laid>): value is ReadonlyMap<string, Laid> {
  return value instanceof Map;
}

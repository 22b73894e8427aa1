import type { Plain, Text } from '../../model/facets.ts';
import type { PageWord } from '../../vocabulary/codebook/words.ts';
import { fill, type Line } from '../logic/statement.ts';
import type { Badge, Fact, FactValue } from './page-data.ts';
import { type Reader, textFor } from './reader.ts';

/** A line of a card; none where there is nothing to say. */
export function fact(term: PageWord, values: readonly FactValue[], { words }: Reader): readonly Fact[] {
  return values.length > 0 ? [{ term: words.page[term], values }] : [];
}

export function textFact(term: PageWord, text: Text | undefined, reader: Reader): readonly Fact[] {
  const shown = textFor(text, reader);
  return shown ? fact(term, [{ kind: 'text', text: shown }], reader) : [];
}

export function plainFact(
  term: PageWord,
  plain: Plain | undefined,
  reader: Reader,
  kind: 'plain' | 'code' | 'key' = 'plain',
): readonly Fact[] {
  const text = plain?.string.text ?? '';
  return text === '' ? [] : fact(term, [{ kind, text }], reader);
}

/** A word of ours with something of the dictionary in its place `{a}`. */
export function sentence(word: string, a: Line): FactValue {
  return { kind: 'sentence', line: fill(word, { a }) };
}

/** A value that the language knows, in the reader's words; one that it does not know, as it is written. */
export function known(
  key: 'obligation' | 'sensitivity' | 'identifies' | 'special',
  value: string,
  { words }: Reader,
): Badge {
  const values: Readonly<Record<string, string>> = words.values;
  const find = (name: string): string => (Object.hasOwn(values, name) ? values[name] : undefined) ?? '';
  const help = find(`${key} ${value}`);
  const look = help === '' ? key : `${key}-${value}`;
  return key === 'special'
    ? { word: help || value, look, help: '' }
    : { word: find(`word ${value}`) || value, look, help };
}

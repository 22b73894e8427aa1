import { describe, expect, it } from 'vitest';
import { suggest, suggester } from '../../src/core/suggest.ts';

describe('a suggestion', () => {
  it.each([
    ['hh_sise', 'hh_size'],
    ['HH size', 'hh_size'],
    ['aeg', undefined],
    ['aage', 'age'],
    ['F', 'f'],
    ['/', undefined],
    ['', undefined],
    ['_', undefined],
  ])('for %j is %j', (word, likely) => {
    expect(suggest(word, ['age', 'f', 'hh_size'])).toBe(likely);
  });

  it('is the same for each of many words, and made for the first of very many only', () => {
    const candidates = Array.from({ length: 3000 }, (_, number) => `XA${number + 1000}`);
    const likely = suggester(candidates);
    const words = Array.from({ length: 3000 }, (_, number) => `YA${number + 1000}`);
    const found = [...words, ...words].map(likely);
    expect(found.slice(0, 200)).toEqual(words.slice(0, 200).map((word) => suggest(word, candidates)));
    expect(found.slice(3000, 3200)).toEqual(found.slice(0, 200));
    expect(new Set(found.slice(200, 3000))).toEqual(new Set([undefined]));
  });
});

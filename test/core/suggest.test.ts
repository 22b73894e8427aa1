import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/core/suggest.ts';

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
});

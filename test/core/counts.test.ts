import { describe, expect, it } from 'vitest';
import { plural } from '../../src/core/counts.ts';

describe('a count of things', () => {
  it.each([
    [0, '0 files'],
    [1, '1 file'],
    [2, '2 files'],
    [1000, '1,000 files'],
    [1_234_567, '1,234,567 files'],
  ])('is told in words: %d', (count, words) => {
    expect(plural(count, 'file')).toBe(words);
  });

  it('has a plural of its own where the word has', () => {
    expect(plural(1, 'range of cells', 'ranges of cells')).toBe('1 range of cells');
    expect(plural(2, 'range of cells', 'ranges of cells')).toBe('2 ranges of cells');
  });
});

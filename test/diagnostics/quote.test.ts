import { describe, expect, test } from 'vitest';
import { suggest } from '../../src/core/suggest.ts';
import { didYouMean, quote } from '../../src/diagnostics/quote.ts';

describe('quote', () => {
  test('puts the author’s words in quotes, quotes inside them as they are', () => {
    expect(quote('hh_size')).toBe('"hh_size"');
    expect(quote('the "big" tent')).toBe('"the "big" tent"');
    expect(quote('')).toBe('""');
  });

  test('sets words of a right-to-left script apart, and no others', () => {
    expect(quote('حجم الأسرة')).toBe('"\u2068حجم الأسرة\u2069"');
    expect(quote('form שלום 1')).toBe('"\u2068form שלום 1\u2069"');
    expect(quote('ménage 家庭 👍')).toBe('"ménage 家庭 👍"');
  });

  test('keeps a sentence on one line', () => {
    expect(quote('one\ntwo\r\n\tthree')).toBe('"one two three"');
  });

  test('shows control characters instead of sending them to the terminal', () => {
    expect(quote('a\u001B[31mb\u0007')).toBe('"a\uFFFD[31mb\uFFFD"');
    expect(quote('a\u009Bb\u007F')).toBe('"a\uFFFDb\uFFFD"');
  });

  test('takes away marks of direction, which would turn the sentence around', () => {
    expect(quote('a\u202Eb\u2067c\u2069')).toBe('"a\uFFFDb\uFFFDc\uFFFD"');
  });

  test('cuts what is longer than a hundred characters', () => {
    expect(quote('x'.repeat(100))).toBe(`"${'x'.repeat(100)}"`);
    expect(quote('x'.repeat(101))).toBe(`"${'x'.repeat(100)}…"`);
  });

  test('is itself never cut in the middle of the isolate', () => {
    expect(quote('ا'.repeat(200))).toMatch(/^"\u2068ا{100}…\u2069"$/);
  });
});

test('didYouMean says nothing where no word is near', () => {
  expect(didYouMean('hh_size')).toBe(' Did you mean "hh_size"?');
  expect(didYouMean(undefined)).toBe('');
});

describe('suggest', () => {
  const names = ['constraint', 'constraint_message', 'hh_size', 'hint', 'label', 'yes_no'];

  test('knows two letters that changed places', () => {
    expect(suggest('lable', names)).toBe('label');
  });

  test.each([
    ['constrain_message', 'constraint_message'],
    ['contraint', 'constraint'],
    ['hh_sise', 'hh_size'],
    ['Hint', 'hint'],
    ['yesno', 'yes_no'],
    ['YES-NO', 'yes_no'],
    ['hh size', 'hh_size'],
  ])('%s means %s', (word, meant) => {
    expect(suggest(word, names)).toBe(meant);
  });

  test.each(['water_source', 'x', '', 'relevant'])('%j means none of them', (word) => {
    expect(suggest(word, names)).toBeUndefined();
  });

  test('of two that are equally near, the first in the order of letters', () => {
    expect(suggest('hat', ['hut', 'hit', 'hot'])).toBe('hit');
    expect(suggest('hat', ['hot', 'hit', 'hut'])).toBe('hit');
  });

  test('a word that differs only in case or blanks beats every other', () => {
    expect(suggest('HH Size', ['hh_sizes', 'hh_size'])).toBe('hh_size');
  });

  test('letters with accents count as one letter however they were typed', () => {
    expect(suggest('re\u0301gion', ['r\u00E9gion'])).toBe('r\u00E9gion');
  });

  test('a long word is compared with thousands of others in no time', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `village_number_${index}`);
    const started = performance.now();
    expect(suggest('vilage_number_19999', many)).toBe('village_number_19999');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

import { expect, test } from 'vitest';
import { isolate } from '../../src/printers/direction.ts';
import { harmless, sentence } from '../../src/printers/safe-text.ts';
import { displayWidth, signsOf } from '../../src/printers/width.ts';
import { wrap } from '../../src/printers/wrap.ts';

test.each([
  ['', 0],
  ['water', 5],
  ['é', 1],
  ['e\u0301', 1],
  ['水', 2],
  ['한국', 4],
  ['\u1112\u1161\u11AB', 2],
  ['ｱ', 1],
  ['Ａ', 2],
  ['は？', 4],
  ['😀', 2],
  ['👨‍👩‍👧', 2],
  ['🇫🇷', 2],
  ['☺', 1],
  ['☺\uFE0F', 2],
  ['कि', 2],
  ['ماء', 3],
  ['مَاء', 3],
  ['\u2068ماء\u2069', 3],
  ['a\u200Bb', 2],
  ['…⟦⟧', 3],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test('controls are shown, and never sent', () => {
  expect(harmless('a\u001B[31m\tb\r\n\u007F\u009B\u202E\u2068')).toBe('a␛[31m␉b␍␊␡\uFFFD\uFFFD\uFFFD');
  expect(harmless('\uD83D')).toBe('\uFFFD');
  expect(sentence(' two\r\n lines\tand \u2028 more ')).toBe('two lines and more');
});

test('isolates stay in pairs, and go where one would run on', () => {
  expect(sentence('"\u2068ماء\u2069" is read')).toBe('"\u2068ماء\u2069" is read');
  expect(sentence('"\u2069ماء\u2068" is read')).toBe('"\uFFFDماء\uFFFD" is read');
});

const shown = (text: string): string => isolate(text).replaceAll('\u2068', '<').replaceAll('\u2069', '>');

test('each right-to-left stretch is set apart; what separates texts in a file ends one', () => {
  expect(shown('label: age')).toBe('label: age');
  expect(shown('{ ar: كم عمرك؟, fa: چند }')).toBe('{ ar: <كم عمرك؟>, fa: <چند> }');
  expect(shown('["نعم", "لا"]')).toBe('["<نعم>", "<لا>"]');
  expect(shown('1,کابل,هرات')).toBe('1,<کابل>,<هرات>');
  expect(shown('قال: 12 مرة. ok')).toBe('<قال: 12 مرة.> ok');
});

test('sentences break at blanks, and an isolate does not run over the end of a line', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a-very-long-word b', 5)).toEqual(['a-very-long-word', 'b']);
  expect(wrap('"\u2068نعم نعم\u2069" x', 6)).toEqual(['"\u2068نعم\u2069', '\u2068نعم\u2069" x']);
});

test('a long text is read piece by piece, and no sign is lost between two', () => {
  const parts = ['a', '👨‍👩‍👧', '🇫🇷', 'e\u0301', '水'];
  const text = Array.from({ length: 5000 }, (_, index) => parts[(index * index) % 5]).join('');
  const whole = new Intl.Segmenter('en').segment(text.slice(0, 3000));
  expect(signsOf(text.slice(0, 3000))).toEqual(
    Array.from(whole, ({ segment, index }) => ({ text: segment, start: index })),
  );
  expect(displayWidth('a\u0301'.repeat(100_000))).toBe(100_000);
  expect(displayWidth('\u0301'.repeat(100_000))).toBe(0);
});

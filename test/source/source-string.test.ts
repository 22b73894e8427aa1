import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextLocation } from '../../src/core/location.ts';
import {
  concat,
  edit,
  fromLevel,
  inNfc,
  levelAt,
  locate,
  placeOf,
  slice,
  type SourceString,
  typed,
  written,
} from '../../src/source/source-string.ts';

const source = { path: 'a.yaml', text: 'zero one two three four five' };

function at(start: number, end: number): TextLocation {
  return { kind: 'text', source, start, end };
}

const stretch = (start: number, end: number): SourceString => typed(source.text.slice(start, end), at(start, end));

function wordsAt(string: SourceString, start: number, end: number): string {
  const place = locate(string, { start, end });
  return place.kind === 'text' ? source.text.slice(place.start, place.end) : '';
}

describe('A text that knows its place', () => {
  const joined = concat(stretch(5, 8), written(' and ', at(0, 4)), stretch(13, 18));

  it('is put together from pieces', () => {
    expect(joined.text).toBe('one and three');
    expect(wordsAt(joined, 0, 3)).toBe('one');
    expect(wordsAt(joined, 4, 5)).toBe('zero');
    expect(wordsAt(joined, 8, 10)).toBe('th');
    expect(wordsAt(joined, 13, 13)).toBe('');
    expect(placeOf(joined)).toEqual(at(5, 18));
  });

  it('of a stretch over several pieces gives the part in the first', () => {
    expect(wordsAt(joined, 1, 10)).toBe('ne');
  });

  it('is cut', () => {
    const part = slice(joined, { start: 2, end: 11 });
    expect(part.text).toBe('e and thr');
    expect(wordsAt(part, 0, 1)).toBe('e');
    expect(wordsAt(part, 6, 9)).toBe('thr');
    expect(slice(joined, { start: 3, end: 3 }).text).toBe('');
  });

  it('is changed, and what is put in stands for what it replaces', () => {
    const changed = edit(joined, [
      { start: 8, end: 13, text: 'drei' },
      { start: 0, end: 1, text: 'O' },
    ]);
    expect(changed.text).toBe('One and drei');
    expect(wordsAt(changed, 8, 9)).toBe('three');
    expect(wordsAt(changed, 0, 1)).toBe('o');
    expect(wordsAt(changed, 1, 3)).toBe('ne');
  });

  it('of nothing has a place all the same', () => {
    const empty = concat(stretch(5, 5), stretch(9, 9));
    expect(empty.text).toBe('');
    expect(placeOf(empty)).toEqual(at(5, 5));
    expect(locate(empty, { start: 0, end: 0 })).toEqual(at(5, 5));
  });

  it('keeps through cuts and changes from how far outside it came', () => {
    const mixed = concat(fromLevel(stretch(5, 8), 1), stretch(9, 12));
    expect([levelAt(mixed, 0), levelAt(mixed, 3)]).toEqual([1, undefined]);
    expect(levelAt(slice(mixed, { start: 1, end: 5 }), 0)).toBe(1);
    expect(levelAt(edit(mixed, [{ start: 1, end: 2, text: 'xyz' }]), 2)).toBe(1);
    expect(levelAt(fromLevel(mixed, 2), 0)).toBe(1);
    expect(levelAt(fromLevel(mixed, 2), 4)).toBe(2);
  });
});

describe('A text in NFC', () => {
  it('is what NFC makes of it, and each character leads to where it was typed', () => {
    const letter = fc.constantFrom(
      'e\u0301',
      '\u00E9',
      'a',
      '\u1112\u1161\u11AB',
      '\uAC00\u11A8',
      '\u0301',
      '\u212B',
      'q\u0323\u0307',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const text = letters.join('');
        const file = { path: 'a.yaml', text };
        const string = typed(text, { kind: 'text', source: file, start: 0, end: text.length });
        const composed = inNfc(string);
        expect(composed.text).toBe(text.normalize('NFC'));
        for (let index = 0; index < composed.text.length; index += 1) {
          const place = locate(composed, { start: index, end: index + 1 });
          if (place.kind !== 'text') throw new Error('a place in the file');
          expect(place.start).toBeLessThan(place.end);
          expect(text.slice(place.start, place.end).normalize('NFC')).toContain(composed.text.charAt(index));
        }
      }),
    );
  });
});

describe('Any way of cutting and joining', () => {
  it('gives back the same text in the same places', () => {
    const whole = concat(stretch(0, 5), written('X', at(5, 8)), stretch(8, 28));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: whole.text.length }), { maxLength: 5 }), (cuts) => {
        const ends = [...cuts.toSorted((a, b) => a - b), whole.text.length];
        const parts = ends.map((end, index) => slice(whole, { start: index === 0 ? 0 : (ends[index - 1] ?? 0), end }));
        const again = concat(...parts);
        expect(again.text).toBe(whole.text);
        for (let index = 0; index < whole.text.length; index += 1)
          expect(wordsAt(again, index, index + 1)).toBe(wordsAt(whole, index, index + 1));
      }),
    );
  });
});

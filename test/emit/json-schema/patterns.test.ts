import { describe, expect, it } from 'vitest';
import {
  ENUM_CODES,
  escaped,
  likeOneOf,
  likeSeveralOf,
  patterns,
  severalOf,
} from '../../../src/emit/json-schema/patterns.ts';
import { schemaOf, trying } from './schemas.ts';

const regex = (pattern: string | undefined): RegExp => new RegExp(pattern ?? '(?!)', 'u');

describe('a pattern of codes', () => {
  it('takes every character for itself', () => {
    const odd = [String.raw`a.*+?^$|()[]{}/\-#&~`, '😀', 'é', String.raw`\d`, '<script>', '${x}', 'constructor'];
    for (const code of odd) {
      expect(regex(`^${escaped(code)}$`).test(code)).toBe(true);
      expect(regex(severalOf(odd)).test(`${code} ${code}`)).toBe(true);
    }
    expect(regex(severalOf(odd)).test('1')).toBe(false);
    expect(regex(severalOf(['a.c'])).test('abc')).toBe(false);
  });

  it('is none where a blank is part of a code, or none is there', () => {
    expect(severalOf(['a', 'a b'])).toBeUndefined();
    expect(severalOf(['a', ''])).toBeUndefined();
    expect(severalOf([])).toBeUndefined();
  });

  it.each([
    [['AF01', 'AF0203'], String.raw`^[A-Z\d]{4,6}$`],
    [['a_b', 'c-d'], String.raw`^[a-z_\-]{3}$`],
    [['w.c', 'X'], '^[A-Za-z.]{1,3}$'],
    [['é', 'a'], String.raw`^\S+$`],
    [['a b'], undefined],
  ])('that are too many looks like them: %s', (codes, expected) => {
    expect(likeOneOf(codes)).toBe(expected);
    for (const code of expected === undefined ? [] : codes) expect(regex(likeOneOf(codes)).test(code)).toBe(true);
  });

  it('that are too many takes several of them', () => {
    expect(likeSeveralOf(['a1', 'b2'])).toBe(String.raw`^[a-z\d]{2}(?: [a-z\d]{2})*$`);
    expect(likeSeveralOf(['a 1'])).toBeUndefined();
  });
});

const codes = (count: number, more = ''): string =>
  Array.from({ length: count }, (_, index) => `      c${String(index).padStart(4, '0')}: C\n`).join('') + more;

const asked = (list: string, type: string): string => `
codelists:
  l:
    label: Long list
    definition: Many codes
    codes:
${list}
forms:
  f: { items: [{ ask: q, type: ${type} l, label: Q }] }
`;

describe('a list of codes', () => {
  it('is told code by code up to a length', () => {
    const { $defs } = schemaOf(asked(codes(ENUM_CODES), 'select_one'), 'kobo');
    expect($defs['code.l']?.['enum']).toHaveLength(ENUM_CODES);
    expect($defs['code.l']?.['description']).toMatch(/^Many codes\nc0000 = C\n/);
  });

  it('is told by its looks above that, retired codes counted', () => {
    const list = codes(ENUM_CODES, '      old: { label: Old, retired: 1.0.0 }\n');
    const { $defs } = schemaOf(asked(list, 'select_one'), 'kobo');
    expect($defs['code.l']).toEqual({
      title: 'Long list',
      description: 'Many codes',
      $comment: 'code list l, snippet.yaml: its 200 codes are too many to name here',
      type: 'string',
      pattern: String.raw`^[a-z\d]{3,5}$`,
    });
    const errors = trying(asked(list, 'select_multiple'), 'odata');
    expect(errors({ q: 'c0001 old' })).toEqual([]);
    expect(errors({ q: 'c0001  old' })).toHaveLength(1);
  });

  it('stands in the schema once, however often it is asked', () => {
    const text = asked(codes(2), 'select_one').replace(
      '] }',
      ', { ask: r, type: select_one l, label: R }, { ask: s, type: select_multiple l, label: S }] }',
    );
    expect(Object.keys(schemaOf(text, 'odata').$defs)).toEqual(['code.l', 'codes.l']);
  });

  it('is another list with the code that the converter adds', () => {
    const text = asked(codes(1), 'select_one').replace('] }', ', { ask: r, type: select_one l or_other, label: R }] }');
    const { $defs } = schemaOf(text, 'kobo', 'xlsform');
    expect([$defs['code.l']?.['enum'], $defs['code.l.or_other']?.['enum']]).toEqual([['c0000'], ['c0000', 'other']]);
  });

  it('that repeats a code names it once', () => {
    const text = `
codelists:
  l: { codes: [{ code: a, label: A }, { code: a, label: Again }] }
forms:
  f: { items: [{ ask: q, type: select_one l, label: Q }] }
`;
    expect(schemaOf(text, 'kobo').$defs['code.l']?.['enum']).toEqual(['a']);
  });
});

describe('every pattern', () => {
  const long = [
    '1 '.repeat(50_000),
    ' '.repeat(50_000),
    '1'.repeat(100_000),
    '1.1;'.repeat(25_000),
    '1 1;'.repeat(25_000),
  ];

  it.each(Object.entries(patterns))('needs time in proportion to the answer: %s', (_name, pattern) => {
    const started = performance.now();
    for (const text of long) regex(pattern).test(`${text}x`);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('of codes too', () => {
    const pattern = regex(severalOf(['a', 'aa', 'aaa', 'b']));
    const started = performance.now();
    for (const text of ['a '.repeat(50_000), 'aa'.repeat(50_000), 'aa aaa '.repeat(20_000)]) pattern.test(`${text}!`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

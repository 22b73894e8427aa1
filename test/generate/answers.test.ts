import { describe, expect, it } from 'vitest';
import { answersTo, compiled, formOf, generated } from './generating.ts';

const COUNT = 150;

/** All answers to the question `q`, asked with these keys. */
function answers(keys: string, beside = '', more = ''): readonly string[] {
  const records = answersTo(`      - { ask: q, label: Q, required: yes, ${keys} }\n${more}`, { beside, count: COUNT });
  const found = records.map(({ q }) => String(q));
  expect(found).toHaveLength(COUNT);
  return found;
}

/** Expects answers that fit a pattern where the constraint asks for it. */
function expectLike(pattern: string): void {
  const written = pattern.replaceAll('\\', '\\\\');
  for (const text of answers(`type: text, constraint: "regex(., '${written}')"`))
    expect(text).toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
}

const CODES = 'codelists:\n  c: { codes: { a: A, b: B, c: C, none: { label: None, special: none } } }';

describe('answers', () => {
  it('keep limits of numbers', () => {
    for (const text of answers('type: integer, constraint: . > 3 and . <= 7')) expect(text).toMatch(/^[4-7]$/);
    for (const text of answers('type: decimal, constraint: . > 0 and . < 1')) expect(text).toMatch(/^0\.\d$/);
    for (const text of answers('type: integer, constraint: . = 4 or . = 9')) expect(text).toMatch(/^[49]$/);
    for (const text of answers('type: integer, constraint: . mod 7 = 3')) expect(Number(text) % 7).toBe(3);
    for (const text of answers('type: integer, constraint: . < -10')) expect(Number(text)).toBeLessThan(-10);
  });

  it('are small where sizes may be large', () => {
    const sizes = answers('type: integer, constraint: . >= 0 and . <= 500000').map(Number);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5000);
    expect(sizes.filter((size) => size < 20).length).toBeLessThan(COUNT / 4);
    expect(sizes.filter((size) => size > 1000).length).toBeLessThan(COUNT / 3);
    for (const text of answers('type: integer, constraint: . >= 70000')) expect(Number(text)).toBeLessThan(700_001);
    for (const text of answers('type: integer, constraint: . >= -90000 and . <= -80000'))
      expect(text).toMatch(/^-[89]\d{4}$/);
  });

  it('keep patterns', () => {
    expectLike('^[A-Z]{2}-[0-9]{3,5}$');
    expectLike('(yes|no|maybe) [^ ]+');
    expectLike('[\\p{L}]+');
    expectLike('[^0-9]{4}');
    expectLike('(07|\\+2557)[0-9]{8}');
  });

  it('keep lengths', () => {
    for (const text of answers('type: text, constraint: string-length(.) >= 30 and string-length(.) < 34')) {
      expect(text.length).toBeGreaterThanOrEqual(30);
      expect(text.length).toBeLessThan(34);
      expect(text.trim()).toBe(text);
    }
    for (const text of answers('type: text, constraint: string-length(.) = 3')) expect(text).toHaveLength(3);
  });

  it('keep limits of dates', () => {
    for (const text of answers('type: date, constraint: . <= today()'))
      expect(text).toMatch(/^20(?:25-1[012]|26-01)-\d\d$/);
    for (const text of answers("type: date, constraint: \". >= date('2020-02-27') and . < date('2020-03-02')\""))
      expect(text).toMatch(/^2020-0(?:2-2[789]|3-01)$/);
  });

  it('keep to what was answered before', () => {
    const items = `      - { ask: total, type: integer, label: T, required: yes, constraint: . > 5 and . < 9 }
      - { ask: part, type: integer, label: P, required: yes, constraint: ". <= \${total} and . >= \${total} - 1" }\n`;
    for (const { total, part } of answersTo(items)) expect([Number(total), Number(total) - 1]).toContain(Number(part));
  });

  it('keep to what is answered later', () => {
    const items = `      - { ask: part, type: integer, label: P, required: yes, constraint: ". < \${total}" }
      - { ask: total, type: integer, label: T, required: yes, constraint: . > 50 and . < 60 }\n`;
    for (const { total, part } of answersTo(items)) expect(Number(part)).toBeLessThan(Number(total));
  });

  it('choose as many codes as there may be, and leave those alone that stand alone', () => {
    const many = answers('type: select_multiple c, constraint: count-selected(.) <= 2', CODES);
    expect(new Set(many)).toContain('none');
    for (const text of many) expect(text).toMatch(/^(?:none|[abc]|a b|a c|b c)$/);
    for (const text of answers('type: select_multiple c, constraint: count-selected(.) = 3', CODES))
      expect(text).toBe('a b c');
    for (const text of answers('type: select_multiple c, constraint: "selected(., \'b\')"', CODES))
      expect(text).toMatch(/\bb\b/);
    for (const text of answers("type: select_one c, constraint: \". != 'a' and . != 'none'\"", CODES))
      expect(text).toMatch(/^[bc]$/);
    expect(new Set(answers('type: rank c', CODES)).size).toBeGreaterThan(10);
  });

  it('lie on the scale of a range', () => {
    expect(new Set(answers('type: range, parameters: start=2 end=8 step=3'))).toEqual(new Set(['2', '5', '8']));
    for (const text of answers('type: range, parameters: start=0 end=1 step=0.1'))
      expect(text).toMatch(/^(?:0(?:\.\d)?|1)$/);
    expect(new Set(answers('type: range, parameters: start=3 end=1 step=1'))).toEqual(new Set(['1', '2', '3']));
  });

  it('are what stands there at first where nobody can change it', () => {
    expect(new Set(answers('type: hidden, default: kept'))).toEqual(new Set(['kept']));
    expect(new Set(answers('type: text, default: fixed, read_only: yes'))).toEqual(new Set(['fixed']));
    expect(new Set(answers('type: text, default: often'))).toContain('often');
  });

  it('are left blank at times where none is required', () => {
    const records = answersTo(
      '      - { ask: first, type: text, label: F }\n      - { ask: q, type: integer, label: Q }\n',
      { count: 200 },
    );
    const blank = records.filter(({ q }) => q === undefined).length;
    expect(blank).toBeGreaterThan(20);
    expect(blank).toBeLessThan(90);
  });

  it('follow a chain of lists, though few places have any', () => {
    const places = Array.from({ length: 300 }, (_, index) => `p${index}: { label: P, area: a${index % 30} }`).join(
      ', ',
    );
    const beside = `codelists:
  areas: { codes: { ${Array.from({ length: 30 }, (_, index) => `a${index}: A`).join(', ')} } }
  places: { attributes: [area], codes: { ${places} } }
  sites: { attributes: [place], codes: { s1: { label: S, place: p7 }, s2: { label: S, place: p123 } } }`;
    const items = `      - { ask: area, type: select_one areas, label: A, required: yes }
      - { ask: place, type: select_one places, label: P, required: yes, choice_filter: "area = \${area}" }
      - { ask: site, type: select_one sites, label: S, required: yes, choice_filter: "place = \${place}" }\n`;
    for (const { area, place, site } of answersTo(items, { beside }))
      expect(['a7 p7 s1', 'a3 p123 s2']).toContain([area, place, site].map(String).join(' '));
  });

  it('are chosen among the answers of a repeat', () => {
    const items = `      - repeat: member
        label: M
        repeat_count: "3"
        items: [{ ask: code, type: integer, label: C, required: yes }]
      - { ask: head, type: "select_one \${code}", label: H, required: yes }\n`;
    for (const { head, member } of answersTo(items)) {
      const codes = (member as readonly Record<string, string>[]).map((entry) => entry['member/code']);
      expect(codes).toContain(head);
    }
  });

  it('give a repeat the entries that are counted', () => {
    const items = `      - { ask: size, type: integer, label: S, required: yes, constraint: . >= 0 and . <= 40 }
      - repeat: member
        label: M
        repeat_count: "if(\${size} > 4, 4, \${size})"
        items: [{ ask: age, type: integer, label: A }]\n`;
    for (const { size, member } of answersTo(items))
      expect((member as readonly unknown[] | undefined)?.length ?? 0).toBe(Math.min(Number(size), 4));
  });
});

describe('what cannot be answered', () => {
  it('is told with its question and its constraint, and the record does not conform', () => {
    const dictionary = compiled(
      formOf('      - { ask: q, type: integer, label: Q, required: yes, constraint: . > 5 and . < 3 }\n'),
    );
    const { records, notes } = generated(dictionary, { count: 3 });
    expect(records.map(({ isWhole }) => isWhole)).toEqual([false, false, false]);
    const [note] = [...notes.unmetNotes.values()];
    expect(note).toMatchObject({ reason: { kind: 'constraint', words: '. > 5 and . < 3' }, records: 3 });
  });

  it('is left blank where it may be', () => {
    const dictionary = compiled(
      formOf(
        '      - { ask: a, type: text, label: A }\n      - { ask: q, type: integer, label: Q, constraint: . > 5 and . < 3 }\n',
      ),
    );
    const { records, notes } = generated(dictionary, { count: 9 });
    expect(records.every(({ isWhole, record }) => isWhole && !('q' in record))).toBe(true);
    expect(notes.unmetNotes.size).toBe(0);
  });

  it('hides a note that lets nobody go on', () => {
    const items = `      - { ask: a, type: integer, label: A, required: yes, constraint: . >= 0 and . <= 9 }
      - { ask: stop, type: note, label: Stop, required: yes, relevant: "\${a} > 4" }\n`;
    for (const { a } of answersTo(items)) expect(Number(a)).toBeLessThan(5);
  });
});

import { describe, expect, it } from 'vitest';
import { profiles } from '../../src/vocabulary/profiles.ts';
import { delivered, rows } from './deliver.ts';

const LISTS = `
codelists:
  nonresponse: { codes: { dnk: { label: Does not know, special: dont_know }, "n'a": { label: None, special: refused } } }
  admin1: { codes: { n: North, s: South } }
  admin2:
    parent: { codelist: admin1, column: up }
    codes: { n1: { label: N1, up: n }, s1: { label: S1, up: s } }
  admin3:
    include: [nonresponse]
    parent: { codelist: admin2, column: up }
    codes: { n11: { label: N11, up: n1 }, other: { label: Other, up: s1, special: other } }
variables:
  a1: { type: select_one admin1, label: A1 }
  a2: { type: select_one admin2, label: A2 }
  a3: { type: select_multiple admin3, label: A3 }
`;

const filters = (items: string, profile = profiles[0] as (typeof profiles)[number]): string =>
  rows(
    delivered({ 'lists.yaml': LISTS, 'form.yaml': `forms:\n  f:\n    items: ${items}\n` }, profile),
    'choice_filter',
  );

describe('the hierarchy of lists', () => {
  it.each(profiles)('becomes a choice filter for %s', (profile) => {
    expect(filters('[a1, a2]', profile)).toBe('select_one admin1 a1\nselect_one admin2 a2 | choice_filter: up = ${a1}');
  });

  it('offers a special code that belongs to no code above at any time', () => {
    expect(filters('[a2, a3]')).toMatchInlineSnapshot(`
      "select_one admin2 a2
      select_multiple admin3 a3 | choice_filter: up = \${a2} or name = 'dnk' or name = "n'a""
    `);
  });

  it('asks whether the answer is among several where several can be given', () => {
    expect(filters('[{ ask: a1, type: select_multiple admin1 }, a2]')).toMatchInlineSnapshot(`
      "select_multiple admin1 a1
      select_one admin2 a2 | choice_filter: selected(\${a1}, up)"
    `);
  });

  it('leaves a written filter alone', () => {
    expect(filters('[a1, { ask: a2, choice_filter: "up = ${a1} or true()" }]')).toMatchInlineSnapshot(`
      "select_one admin1 a1
      select_one admin2 a2 | choice_filter: up = \${a1} or true()"
    `);
  });

  it('adds nothing where it is not clear which question is meant', () => {
    expect(filters('[a1, { ask: a1, as: b1 }, a2]')).not.toContain('choice_filter');
    expect(filters('[a2]')).not.toContain('choice_filter');
  });

  it('takes the question that the variable says, also under another name', () => {
    expect(filters('[a1, { ask: a1, as: b1 }, { ask: a2, parent: b1 }]')).toMatchInlineSnapshot(`
      "select_one admin1 a1
      select_one admin1 b1
      select_one admin2 a2 | choice_filter: up = \${b1}"
    `);
  });

  it('takes the question beside it, then one around it, then the only one', () => {
    expect(
      filters(`
        - a1
        - { group: g, label: G, items: [{ ask: a1, as: b1 }, a2, { group: h, label: H, items: [{ ask: a2, as: b2 }] }] }
        - { group: i, label: I, items: [{ ask: a2, as: c2 }] }
        - { group: j, label: J, items: [{ group: k, label: K, items: [{ ask: a3 }] }, { ask: a2, as: d2 }] }
      `),
    ).toMatchInlineSnapshot(`
      "select_one admin1 a1
      group g
        select_one admin1 b1
        select_one admin2 a2 | choice_filter: up = \${b1}
        group h
          select_one admin2 b2 | choice_filter: up = \${b1}
      group i
        select_one admin2 c2 | choice_filter: up = \${a1}
      group j
        group k
          select_multiple admin3 a3 | choice_filter: up = \${d2} or name = 'dnk' or name = "n'a"
        select_one admin2 d2 | choice_filter: up = \${a1}"
    `);
  });

  it('reads from inside a repeat what stands in it or outside, and never what stands in another one', () => {
    expect(
      filters(`
        - a1
        - { repeat: r, label: R, items: [a2, { repeat: s, label: S, items: [a3] }] }
        - { repeat: t, label: T, items: [{ ask: a1, as: t1 }, { group: g, label: G, items: [{ ask: a2, as: t2 }] }] }
        - { ask: a2, as: last }
      `),
    ).toMatchInlineSnapshot(`
      "select_one admin1 a1
      repeat r
        select_one admin2 a2 | choice_filter: up = \${a1}
        repeat s
          select_multiple admin3 a3 | choice_filter: up = \${a2} or name = 'dnk' or name = "n'a"
      repeat t
        select_one admin1 t1
        group g
          select_one admin2 t2 | choice_filter: up = \${t1}
      select_one admin2 last | choice_filter: up = \${a1}"
    `);
  });
});

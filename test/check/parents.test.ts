import { describe, expect, it } from 'vitest';
import { at } from '../support/outline.ts';
import { reading } from '../support/tester.ts';

const checked = reading.checked();

const LISTS = `
codelists:
  admin1: { codes: { n: North, s: South } }
  admin2:
    parent: { codelist: admin1, column: admin1 }
    codes: { n1: { label: N1, admin1: n }, s1: { label: S1, admin1: s } }
`;
const places = reading.with({ 'lists.yaml': LISTS }).checked();

describe('the parent of a list', () => {
  it('is a list of the dictionary', () => {
    checked.expect(`
      codelists:
        admin1: { codes: { n: North } }
        admin2: { parent: { codelist: admn1, column: admin1 }, codes: { n1: { label: N1, admin1: n } } }
                                      ^^^^^ unknown-code-list
    `);
  });

  it('is linked by a column that the codes have', () => {
    checked.expect(`
      codelists:
        admin1: { codes: { n: North } }
        admin2: { attributes: [admin_1], parent: { codelist: admin1, column: admin1 }, codes: { n1: { label: N1, admin_1: n } } }
                                                                             ^^^^^^ list-parent
        admin3: { parent: { codelist: admin1, column: admin1 }, codes: { n1: N1 } }
                                                      ^^^^^^ list-parent
        admin4: { parent: { codelist: admin1, column: P code }, codes: { n1: { label: N1, P code: n } } }
                                                      ^^^^^^ invalid-name
    `);
  });

  it('holds the code that each offered code belongs to', () => {
    checked.expect(`
      codelists:
        admin1: { codes: { north: North, s: { label: South, retired: 1.0.0 } } }
        admin2:
          parent: { codelist: admin1, column: admin1 }
          codes:
            n1: { label: N1, admin1: nort }
                                     ^^^^ unknown-parent-code
            n2: { label: N2 }
            ^^ unknown-parent-code
            s1: { label: S1, admin1: s }
            gone: { label: Gone, admin1: nowhere, retired: 1.0.0 }
            dnk: { label: Does not know, special: dont_know }
            odd: { label: Odd, admin1: nort, special: other }
                                       ^^^^ unknown-parent-code
    `);
  });

  it('is told alone where it has no codes', () => {
    checked.expect(`
      codelists:
        admin1: { label: Empty }
        ^^^^^^ empty-code-list
        admin2: { parent: { codelist: admin1, column: up }, codes: { a: { label: A, up: x }, b: { label: B, up: y } } }
    `);
  });

  it('does not lead back to the list', () => {
    checked.expect(`
      codelists:
        a: { parent: { codelist: b, column: up }, codes: { x: { label: X, up: y } } }
        ^ definition-cycle
        b: { parent: { codelist: a, column: up }, codes: { y: { label: Y, up: x } } }
        c: { parent: { codelist: c, column: up }, codes: { z: { label: Z, up: z } } }
        ^ definition-cycle
    `);
  });
});

describe('the question that narrows the choices', () => {
  it('is missing, or one of several', () => {
    const { findings } = places.expect(`
      variables:
        a1: { type: select_one admin1, label: A1 }
        b1: { type: select_one admin1, label: B1 }
        a2: { type: select_one admin2, label: A2 }
      forms:
        missing: { items: [a2] }
                           ^^ parent-question
        several: { items: [a1, b1, a2] }
                                   ^^ parent-question
        inside: { items: [{ repeat: r, label: R, items: [a1] }, a2] }
                                                                ^^ parent-question
        other_repeat: { items: [{ repeat: r, label: R, items: [a1] }, { repeat: s, label: S, items: [a2] }] }
                                                                                                     ^^ parent-question
    `);
    expect(findings.map(({ message }) => /ask: (.*)\./.exec(message)?.[1])).toEqual([
      undefined,
      'a1, b1',
      undefined,
      undefined,
    ]);
  });

  it('is not the one that the variable says', () => {
    const { findings } = places.expect(`
      variables:
        a1: { type: select_one admin1, label: A1 }
        a2: { type: select_one admin2, label: A2, parent: a_1 }
        text: { type: text, label: T }
      forms:
        misspelt: { items: [a1, a2] }
                                ^^ parent-question
        another: { items: [a1, text, { ask: a2, parent: text }] }
                                            ^^ parent-question
    `);
    expect(findings.map(({ related }) => related.map(({ location }) => at(location)))).toEqual([
      ['snippet.yaml:3:53'],
      ['snippet.yaml:7:51'],
    ]);
  });

  it('is the only one, the one beside it, one around it, or the one that the variable says', () => {
    places.expect(`
      variables:
        a1: { type: select_one admin1, label: A1 }
        a2: { type: select_one admin2, label: A2 }
      forms:
        only: { items: [a1, a2] }
        later: { items: [a2, a1] }
        in_group: { items: [{ group: g, label: G, items: [a1] }, a2] }
        from_repeat: { items: [a1, { repeat: r, label: R, items: [a2, { group: g, label: G, items: [{ ask: a2, as: b2 }] }] }] }
        beside: { items: [{ ask: a1, as: b1 }, { group: g, label: G, items: [a1, a2] }] }
        around: { items: [{ ask: a1, as: b1 }, { group: g, label: G, items: [a1, { group: h, label: H, items: [a2] }] }] }
        said: { items: [a1, { ask: a1, as: b1 }, { ask: a2, parent: b1 }] }
    `);
  });

  it('follows the prefix of its module', () => {
    places.expect(`
      variables:
        a1: { type: select_one admin1, label: A1 }
        a2: { type: select_one admin2, label: A2, parent: a1 }
      modules:
        place: { items: [a1, a2] }
      forms:
        f:
          items:
            - use: place
            - use: place
              prefix: origin_
    `);
  });

  it('is not asked for where a choice_filter is written', () => {
    places.expect(`
      variables:
        a2: { type: select_one admin2, label: A2, choice_filter: admin1 = 'n' }
      forms:
        f: { items: [a2] }
    `);
  });
});

import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const lists = reading
  .with({
    'lists.yaml': `
codelists:
  shelter:
    codes:
      tent: { label: { en: Tent } }
      house: House
      igloo: { label: Igloo, retired: 1.0.0 }
      other: { label: Other, special: other }
      none: { label: None, special: none }
  level: { codes: { "01": Low, "02": High } }
variables:
  one: { type: select_one shelter, label: O }
  many: { type: select_multiple shelter, label: M }
  level: { type: select_one level, label: L }
`,
  })
  .checked();

describe('an answer that is compared with a code', () => {
  it('is told where its list does not have the code', () => {
    const { findings } = lists.expect(`
      forms:
        f:
          items:
            - one
            - many
            - { calculate: a, calculation: "if(\${one} = 'tnt', 1, 2)" }
                                                        ^^^^^ code-not-in-list: "tnt" is not a code of "shelter", so this never holds. Did you mean "tent"?
            - { calculate: b, calculation: "'Tent' != (\${one})" }
                                            ^^^^^^ code-not-in-list: so this always holds. Did you mean "tent"?
            - { calculate: c, calculation: "selected(\${many}, 'castle') and not(selected(\${one}, 'House'))" }
                                                              ^^^^^^^^ code-not-in-list: so this never holds.
                                                                                                 ^^^^^^^ code-not-in-list
            - { ask: d, type: select_one shelter, label: D, constraint: ". != 'tents'", soft: [{ when: ". = 'huose'" }] }
                                                                              ^^^^^^^ code-not-in-list
                                                                                                            ^^^^^^^ code-not-in-list
    `);
    expect(findings.slice(0, 3).map(({ help }) => help)).toEqual([
      'Write \'tent\', or add "tnt" to shelter.',
      'Write \'tent\', or add "Tent" to shelter.',
      'Write a code of shelter, not its label, or add "castle" to the list.',
    ]);
  });

  it('may be compared with a number where a code is that number', () => {
    lists.expect(`
      forms:
        f:
          items:
            - level
            - { calculate: a, calculation: "if(\${level} = 1, 1, \${level} = '01')" }
            - { calculate: b, calculation: "if(\${level} = 3, 1, selected(\${level}, 1))" }
                                                          ^ code-not-in-list
                                                                                   ^ selected-answer: selected() looks for a code in quotes, but 1 is a number.
            - { calculate: c, calculation: "\${level} = '1'" }
                                                       ^^^ code-not-in-list: Did you mean "01"?
    `);
  });

  it('is right with a code, a retired one, nothing, and where the answer may be something else', () => {
    lists.expect(`
      codelists:
        place: { country: replace, codes: { a: A } }
        ^^^^^ placeholder-list
        village: { codes: { a: A } }
      forms:
        f:
          items:
            - one
            - { ask: p, type: select_one place, label: P }
            - { ask: s, type: select_one village, label: S, appearance: "search('villages')" }
            - { ask: k, type: select_one shelter, label: K, calculation: "'x'" }
            - { ask: r, type: rank shelter, label: R }
            - { ask: o, type: select_one level or_other, label: O }
            - { ask: t, type: text, label: T, constraint: ". != 'x'" }
            - { calculate: a, calculation: "\${one} = 'tent' or \${one} = 'igloo' or \${one} = '' or \${one} != 'NaN'" }
            - { calculate: b, calculation: "\${p} = 'x' or \${s} = 'x' or \${k} = 'x' or \${r} = 'x' or \${t} = 'x'" }
            - { calculate: c, calculation: "selected(\${o}, 'other') or \${one} = \${o} or \${one} = concat('x', '')" }
            - { calculate: d, calculation: "count(instance('shelter')/root/item[. = 'y'])" }
    `);
  });

  it('is not told of a list that could not be read or does not exist', () => {
    const { findings } = lists.compile(`
      codelists:
        broken: { codes: [ { label: A } ] }
      forms:
        f:
          items:
            - { ask: x, type: select_one broken, label: X }
            - { ask: y, type: select_one nowhere, label: Y }
            - { calculate: a, calculation: "\${x} = 'b' or \${y} = 'c'" }
    `);
    expect(findings.map(({ rule }) => rule)).not.toContain('code-not-in-list');
  });
});

describe('an answer of several codes', () => {
  it('is not compared with one of them', () => {
    const { findings } = lists.expect(`
      forms:
        f:
          items:
            - many
            - { calculate: a, calculation: "\${many} = 'tent'" }
                                                      ^^^^^^ select-multiple-equals
            - { calculate: b, calculation: "\${many} != 'other'" }
                                                       ^^^^^^^ select-multiple-equals
            - { ask: c, type: select_multiple shelter, label: C, constraint: ". != 'tent'" }
                                                                                   ^^^^^^ select-multiple-equals
    `);
    expect(findings.map(({ help }) => help)).toEqual([
      "Write selected(${many}, 'tent').",
      "Write not(selected(${many}, 'other')).",
      "Write not(selected(${c}, 'tent')).",
    ]);
  });

  it('may be compared with nothing, with a code that stands alone, and with a whole answer', () => {
    lists.expect(`
      forms:
        f:
          items:
            - many
            - { calculate: a, calculation: "\${many} = '' or \${many} = 'none' or \${many} = 'tent house'" }
    `);
  });
});

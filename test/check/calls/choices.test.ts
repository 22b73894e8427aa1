import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const lists = reading
  .with({
    'lists.yaml': `
codelists:
  region: { codes: { n: North } }
  district:
    parent: { codelist: region, column: region }
    attributes: [camp]
    codes: { d1: { label: D1, region: n, camp: y } }
variables:
  reg: { type: select_one region, label: R }
`,
  })
  .checked();

describe('jr:choice-name', () => {
  it('is given a question with choices, in quotes', () => {
    const { findings } = lists.expect(`
      forms:
        f:
          items:
            - reg
            - { ask: t, type: text, label: T }
            - { group: g, label: G, items: [{ note: n, label: N }] }
            - { calculate: a, calculation: "jr:choice-name(\${reg}, \${reg})" }
                                                                   ^^^^^^ choice-name-question: but here it is "\${reg}"
            - { calculate: b, calculation: "jr:choice-name(\${t}, '\${t}')" }
                                                                 ^^^^^^ choice-name-question: \${t} has no choices
            - { calculate: c, calculation: "jr:choice-name(\${t}, ' \${g} ')" }
                                                                 ^^^^^^^^ choice-name-question
    `);
    expect(findings).toHaveLength(3);
  });

  it('finds the labels of every kind of list', () => {
    lists.with({ 'media/v.csv': 'name,label\na,A\n' }).expect(`
      forms:
        f:
          items:
            - reg
            - { ask: f, type: select_one_from_file v.csv, label: F }
            - { ask: m, type: select_multiple region, label: M }
            - { calculate: a, calculation: "jr:choice-name(\${reg}, '\${reg}')" }
            - { calculate: b, calculation: "jr:choice-name(\${f}, '\${f}')" }
            - { calculate: c, calculation: "jr:choice-name(selected-at(\${m}, 0), '\${m}')" }
            - { calculate: d, calculation: "jr:choice-name(\${m}, '/data/m')" }
            - { calculate: e, calculation: "jr:choice-name(\${m}, concat('/data/', 'm'))" }
    `);
  });
});

describe('a choice_filter', () => {
  it('looks at columns that the list has', () => {
    const { findings } = lists.expect(`
      forms:
        f:
          items:
            - reg
            - { ask: a, type: select_one district, label: A, choice_filter: "regoin = \${reg}" }
                                                                             ^^^^^^ filter-column: no column "regoin". Did you mean "region"?
            - { ask: b, type: select_one district, label: B, choice_filter: "region = reg" }
                                                                                      ^^^ filter-column
            - { ask: c, type: select_multiple district, label: C, choice_filter: "region = north" }
                                                                                           ^^^^^ filter-column
    `);
    expect(findings.map(({ help }) => help)).toEqual([
      'Write region.',
      'For the answer to the question write ${reg}; for a text put it in quotes.',
      'Add the column to the codes of the list; a text goes in quotes. Columns: region, camp, name.',
    ]);
  });

  it('may look at the code and its label, at the column of the parent, at paths and at other lists', () => {
    lists.expect(`
      codelists:
        empty_column: { parent: { codelist: region, column: area }, codes: { x: { label: X, special: none } } }
                                                            ^^^^ list-parent
      forms:
        f:
          items:
            - reg
            - { ask: a, type: select_one district, label: A, choice_filter: "region = \${reg} and camp = 'y' or name = 'd1' or label = 'D1'" }
            - { ask: b, type: select_one district, label: B, choice_filter: "name = instance('region')/root/item[label = 'N']/label" }
            - { ask: c, type: select_one empty_column, label: C, choice_filter: "area = \${reg} or name = ../reg" }
            - { ask: d, type: text, label: D, choice_filter: "anything = 1" }
    `);
  });
});

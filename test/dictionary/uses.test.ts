import { describe, expect, it } from 'vitest';
import { placed } from '../support/outline.ts';
import { reading } from '../support/tester.ts';

const form = (text: string): ReturnType<ReturnType<typeof reading.expect>['form']> => reading.expect(text).form();

describe('A use of a module', () => {
  it('fills parameters with its values or the defaults', () => {
    const text = `
      modules:
        m:
          with: { max: 20, who: you, unit: "" }
          items:
            - { ask: q, type: "integer$(unit)", label: How many of $(who)?, constraint: . < $( max ) }
      forms:
        f: { items: [{ use: m }, { use: m, with: { max: 30, who: them }, suffix: _2 }] }
    `;
    expect(placed(form(text), 'label', 'constraint')).toBe(
      'integer q | label: en "How many of you?" | constraint: . < 20\n' +
        'integer q_2 | label: en "How many of them?" | constraint: . < 30',
    );
  });

  it('fills a text with the value in the language of the text', () => {
    const files = {
      'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\n',
      'a.yaml': `
        modules:
          m:
            with: { place: { en: the town, fr: la ville }, n: 3 }
            items: [{ ask: q, type: text, label: { en: In $(place) $(n)?, fr: "Dans $(place) $(n) ?" }, relevant: '\${x} = "$(place)"' }]
        forms:
          f: { items: [{ use: m }, { use: m, with: { place: { fr: le camp } }, suffix: _2 }, { use: m, with: { place: { mul: X } }, suffix: _3 }] }
      `,
    };
    expect(placed(reading.expect(files).form(), 'label', 'relevant')).toBe(
      `
text q | label: en "In the town 3?", fr "Dans la ville 3 ?" | relevant: \${x} = "the town"
text q_2 | label: en "In  3?", fr "Dans le camp 3 ?" | relevant: \${x} = ""
text q_3 | label: en "In X 3?", fr "Dans X 3 ?" | relevant: \${x} = "X"
`.trim(),
    );
  });

  it('leaves $(name) as it is where one more dollar sign stands in front, in a module or outside', () => {
    const text = `
      modules:
        m: { with: { max: 20, who: }, items: [{ ask: q, type: text, label: "$$(max) is $(max), $$$(max), $$(no), $(who)" }] }
      variables:
        v: { type: text, label: Cost $$(USD) }
      forms:
        f: { items: [{ use: m, with: { who: "$$(max)" } }, v] }
    `;
    expect(placed(form(text), 'label')).toBe(
      'text q | label: en "$(max) is 20, $$(max), $(no), $(max)"\ntext v | label: en "Cost $(USD)"',
    );
  });

  it('a parameter may be empty', () => {
    const text = `
      modules:
        m: { with: { more: "" }, items: [{ ask: q, type: text, label: $(more), relevant: $(more) }] }
      forms:
        f: { items: [{ use: m, relevant: "\${a} = 1" }] }
    `;
    expect(placed(form(text), 'label', 'relevant')).toBe('text q | label: en "" | relevant: ${a} = 1');
  });

  it('leaves out items, with what they hold', () => {
    const text = `
      modules:
        m:
          items:
            - { ask: a, type: text }
            - { group: g, items: [{ ask: b, type: text }] }
            - { ask: c, type: text }
      forms:
        f: { items: [{ use: m, prefix: p_, except: [g, a] }] }
    `;
    expect(placed(form(text))).toBe('text p_c');
    expect(form(text).excluded.map(({ name, by }) => `${name.string.text} of ${by.name}`)).toEqual([
      'p_a of m',
      'p_g of m',
      'p_b of m',
    ]);
  });

  it('puts its condition on each outermost item', () => {
    const text = `
      modules:
        m:
          items:
            - { ask: a, type: text, relevant: "\${x} = 1 or \${y} = 1" }
            - { group: g, items: [{ ask: b, type: text }] }
      forms:
        f: { items: [{ use: m, relevant: "\${c} = 1 or \${d} = 1" }] }
    `;
    expect(placed(form(text))).toBe(
      `
text a | relevant: (\${x} = 1 or \${y} = 1) and (\${c} = 1 or \${d} = 1)
group g | relevant: \${c} = 1 or \${d} = 1
  text b
`.trim(),
    );
  });

  it('renames what it places and every reference to it, and nothing else', () => {
    const text = `
      codelists: { l: { codes: { a: A } } }
      modules:
        m:
          items:
            - { ask: a, type: select_one l, label: "A, \${a}, \${out}", choice_filter: "a = \${a} and b = \${out}" }
            - { ask: b, type: calculate, calculation: "jr:choice-name(\${a}, '\${a}') + \${out} + ../a + ../out", trigger: "\${a}" }
            - { ask: c, type: "select_one \${r}", parent: a, columns: { x: "\${a}" }, soft: [{ when: "\${a} > 1", message: "\${a}, \${out}" }] }
            - { repeat: r, repeat_count: "\${a}", items: [{ ask: d, type: text, default: "\${last-saved#d}" }] }
      forms:
        f: { items: [{ use: m, prefix: p_, suffix: _s }] }
    `;
    const placedForm = form(text);
    expect(placed(placedForm, 'label', 'choice_filter', 'calculation', 'trigger', 'repeat_count', 'default')).toBe(
      `
select_one l p_a_s | label: en "A, \${p_a_s}, \${out}" | choice_filter: a = \${p_a_s} and b = \${out}
calculate p_b_s | calculation: jr:choice-name(\${p_a_s}, '\${p_a_s}') + \${out} + ../p_a_s + ../out | trigger: \${p_a_s}
select_one \${p_r_s} p_c_s
repeat p_r_s | repeat_count: \${p_a_s}
  text p_d_s | default: \${last-saved#p_d_s}
`.trim(),
    );
    const [, , c] = placedForm.items;
    if (c?.kind !== 'question') throw new Error('c is a question');
    expect(c.columns.get('x')?.string.text).toBe('${p_a_s}');
    expect(c.meaning.parent?.string.text).toBe('p_a_s');
    expect(c.meaning.soft?.[0]?.when.string.text).toBe('${p_a_s} > 1');
    expect(c.meaning.soft?.[0]?.message?.byLanguage.get('en')?.string.text).toBe('${p_a_s}, ${out}');
  });

  it('renames the question to specify and the one that or_other adds', () => {
    const text = `
      codelists: { l: { codes: { o: { label: O, special: other } } } }
      modules:
        m:
          items:
            - { ask: a, type: select_one l, specify: a_which }
            - { ask: b, type: select_one l or_other }
            - { note: n, label: "\${a_which} \${b_other}" }
      forms:
        f: { items: [{ use: m, prefix: p_ }] }
    `;
    expect(placed(form(text), 'relevant', 'label')).toBe(
      `
select_one l p_a
text p_a_which | label: en "Please specify" | relevant: \${p_a} = 'o'
select_one l or_other p_b
note p_n | label: en "\${p_a_which} \${p_b_other}"
`.trim(),
    );
  });
});

describe('Names that come from outside a module are not renamed by its use', () => {
  const outside = `
    modules:
      inner:
        with: { when: "true()", who: x }
        items:
          - { ask: a, type: text, relevant: "$(when) and \${b} = 1", label: "$(who) \${a}" }
          - { ask: b, type: text }
  `;

  it('through with', () => {
    const text = `${outside}
    forms:
      f: { items: [{ ask: a, type: text }, { use: inner, prefix: p_, with: { when: "\${a} = 1", who: "\${b}" } }] }
    `;
    expect(placed(form(text), 'relevant', 'label')).toBe(
      'text a\ntext p_a | label: en "${b} ${p_a}" | relevant: ${a} = 1 and ${p_b} = 1\ntext p_b',
    );
  });

  it('through relevant', () => {
    const text = `${outside}
    forms:
      f: { items: [{ ask: a, type: text }, { use: inner, prefix: p_, relevant: "\${a} = 1" }] }
    `;
    expect(placed(form(text))).toBe(
      'text a\ntext p_a | relevant: true() and ${p_b} = 1 and ${a} = 1\ntext p_b | relevant: ${a} = 1',
    );
  });

  it('but by the use around, where they come from its module', () => {
    const text = `${outside}
      outer:
        with: { far: "\${z}" }
        items:
          - { ask: a, type: text }
          - { use: inner, prefix: i_, with: { when: "\${a} = 1", who: "$(far)" }, relevant: "\${a} != 2 and $(far)" }
    forms:
      f: { items: [{ use: outer, prefix: o_, with: { far: "\${a} = 5" } }] }
    `;
    expect(placed(form(text), 'relevant', 'label')).toBe(
      `
text o_a
text o_i_a | label: en "\${a} = 5 \${o_i_a}" | relevant: \${o_a} = 1 and \${o_i_b} = 1 and \${o_a} != 2 and \${a} = 5
text o_i_b | relevant: \${o_a} != 2 and \${a} = 5
`.trim(),
    );
  });

  it('also where they are typed in other ways of one letter', () => {
    const text = `
      modules:
        m: { with: { n: x }, items: [{ ask: \u00E9, type: text, relevant: "\${$(n)} = \${e\u0301}" }] }
      forms:
        f: { items: [{ ask: \u00E9, type: text }, { use: m, prefix: p_, with: { n: e\u0301 } }] }
    `;
    expect(placed(form(text))).toBe('text \u00E9\ntext p_\u00E9 | relevant: ${\u00E9} = ${p_\u00E9}');
  });
});

describe('What a use cannot do', () => {
  it('fill, leave out or place what is not there', () => {
    reading.expect(
      `
      modules:
        m: { with: { max: 20, min: }, items: [{ ask: a, type: text, label: $(mx) }] }
                                                                           ^^^^^ undeclared-parameter: Did you mean "max"?
      forms:
        f:
          items:
            - { use: m, with: { maxx: 1, min: 2 }, except: [b] }
                                      ^ unknown-parameter: Did you mean "max"?
                                                            ^ unknown-exception
            - { use: m, suffix: _2 }
                     ^ parameter-without-value: "min"
    `,
    );
  });

  it('stand in a circle', () => {
    reading.expect(`
      modules:
        a: { items: [{ use: b }] }
        ^ definition-cycle: a → b → a
        b: { items: [{ group: g, items: [{ use: a }] }] }
        c: { items: [{ use: c }] }
        ^ definition-cycle: c → c
      forms:
        f: { items: [{ use: a }, { use: c }] }
    `);
  });

  it('leave a parameter outside of any module', () => {
    reading.expect(`
      codelists:
        l: { codes: { a: A $(x) } }
                           ^^^^ undeclared-parameter
      variables:
        v: { type: text, label: $(x) }
                                ^^^^ undeclared-parameter
        unused: { type: text, label: $(x) }
      forms:
        f:
          title: F $(x)
                   ^^^^ undeclared-parameter
          settings: { instance_name: "concat($(x), 1)", style: $(y) }
                                             ^^^^ undeclared-parameter
                                                               ^^^^ undeclared-parameter
          entities: [{ list_name: e, label: $(z) }]
                                            ^^^^ undeclared-parameter
          items: [v, { note: n, label: N $(n) }]
                                         ^^^^ undeclared-parameter
    `);
  });
});

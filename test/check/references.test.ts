import { describe, expect, it } from 'vitest';
import { at } from '../support/outline.ts';
import { reading } from '../support/tester.ts';

const checked = reading.checked();

describe('a reference', () => {
  it('to nothing is told in every place that can hold one', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: "About \${gone}" } }
                                ^^^^^^^ unknown-reference
      forms:
        f:
          settings: { instance_name: "concat('x', \${gone})" }
                                                  ^^^^^^^ unknown-reference
          entities: [{ list_name: e, label: "\${gone}" }]
                                  ^ kobo-entities
                                             ^^^^^^^ unknown-reference
          items:
            - ask: q
              type: select_one l
              label: Why \${gone}?
                         ^^^^^^^ unknown-reference
              hint: \${gone}
                    ^^^^^^^ unknown-reference
              guidance_hint: \${gone}
                             ^^^^^^^ unknown-reference
              required: \${gone} = 1
                        ^^^^^^^ unknown-reference
              required_message: \${gone}
                                ^^^^^^^ unknown-reference
              relevant: \${gone} = 1
                        ^^^^^^^ unknown-reference
              constraint: . != \${gone}
                               ^^^^^^^ unknown-reference
              constraint_message: \${gone}
                                  ^^^^^^^ unknown-reference
              choice_filter: name != \${gone}
                                     ^^^^^^^ unknown-reference
              default: \${gone}
                       ^^^^^^^ unknown-reference
              trigger: \${gone}
                       ^^^^^^^ unknown-reference
              read_only: \${gone} = 1
                         ^^^^^^^ unknown-reference
              appearance: search('l', 'matches', 'a', \${gone})
                                                      ^^^^^^^ unknown-reference
              parameters: { randomize: true, seed: "\${gone}" }
                                                    ^^^^^^^ unknown-reference
              columns: { "bind::x": "\${gone}" }
                                     ^^^^^^^ unknown-reference
              soft: [{ when: ". > \${gone}", message: "\${gone}" }]
                                  ^^^^^^^ unknown-reference
                                                      ^^^^^^^ unknown-reference
            - { ask: r, type: "select_one \${gone}", label: R }
                                          ^^^^^^^ unknown-reference
            - { calculate: c, calculation: "\${gone} + \${last-saved#gone}" }
                                            ^^^^^^^ unknown-reference
                                                      ^^^^^^^^^^^^^^^^^^ unknown-reference
            - { repeat: p, label: "\${gone}", repeat_count: "\${gone}", items: [{ note: n, label: N }] }
                                   ^^^^^^^ unknown-reference
                                                            ^^^^^^^ unknown-reference
    `);
  });

  it('names what was most likely meant', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: hh_size, type: integer, label: Size }
            - { calculate: c, calculation: "\${hhsize} + jr:choice-name(1, '\${hh_sise}')" }
                                            ^^^^^^^^^ unknown-reference: Did you mean
                                                                           ^^^^^^^^^^ unknown-reference: Did you mean
    `);
  });

  it('may go forward, into a group, out of a repeat, to a section, to the last record and to the id', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: A } }
      forms:
        f:
          items:
            - { note: n, label: "\${later} \${inner} \${instanceID}" }
            - group: g
              label: G
              relevant: count(\${r}) > 0 and \${last-saved#later} = 'x'
              items: [{ ask: inner, type: select_one l or_other, label: I }]
            - { repeat: r, label: R, items: [{ ask: x, type: text, label: X, relevant: "\${later} != \${inner_other}" }] }
            - { ask: later, type: text, label: L, default: "\${last-saved#later}" }
    `);
  });

  it('to the text of or_other comes too early for pyxform where the workbook goes out as written', () => {
    const manifest = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [xlsform]\n';
    const { findings } = checked.with({ 'dictionary.yaml': manifest }).compile(`
      codelists: { l: { codes: { a: A } } }
      forms:
        f:
          items:
            - { ask: q, type: select_one l or_other, label: Q }
            - { note: n, label: "\${q_other}" }
    `);
    expect(findings.map(({ rule }) => rule)).toEqual(['unknown-reference']);
  });

  it('in a column of a list is a column, and in quotes a text', () => {
    checked.expect(`
      codelists:
        l: { attributes: [region], codes: { a: { label: A, region: n } } }
      forms:
        f:
          items:
            - { ask: q, type: select_one l, label: "Costs $5 {not}", choice_filter: "region = 'n' and name != 'a'" }
    `);
  });
});

describe('a reference of a variable', () => {
  it('is told at the item that asks, with its own place beside it', () => {
    const { findings } = checked.expect(`
      variables:
        size: { type: integer, label: Size }
        rate: { type: integer, label: "Rate of \${size}", relevant: "\${size} > 1" }
      forms:
        with_size: { items: [size, rate] }
        without: { items: [rate] }
                           ^^^^ unknown-reference
        changed: { items: [{ ask: rate, relevant: "\${siz} > 1", label: Rate }] }
                                                   ^^^^^^ unknown-reference
    `);
    const places = findings.map(({ related }) => related.map(({ location }) => at(location)));
    expect(places).toEqual([['snippet.yaml:3:42'], []]);
  });

  it('is told in the module that asks, once for all forms that use it', () => {
    checked.expect(`
      variables:
        size: { type: integer, label: Size }
        rate: { type: integer, label: "Rate of \${size}" }
      modules:
        m: { items: [rate] }
                     ^^^^ unknown-reference
      forms:
        f:
          items:
            - use: m
    `);
  });

  it('that no form asks is looked up in the whole dictionary', () => {
    checked.expect(`
      variables:
        asked: { type: integer, label: A }
        unused: { type: integer, label: "\${asked} \${also_unused} \${local} \${nobody}" }
                                                                          ^^^^^^^^^ unknown-reference
        also_unused: { type: integer, label: U, relevant: "\${askd} = 1", soft: [{ when: "\${nothing} = 1" }] }
                                                           ^^^^^^^ unknown-reference
                                                                                         ^^^^^^^^^^ unknown-reference
      forms:
        f: { items: [asked, { ask: local, type: text, label: L }] }
    `);
  });

  it('that is retired is looked up in the whole dictionary, and a reference to it is explained', () => {
    const { findings } = checked.expect(`
      variables:
        old: { type: integer, label: "Old \${new}", retired: { since: 1.2.0, use: new } }
        new: { type: integer, label: New }
      forms:
        f: { items: [new, { note: n, label: "\${old}" }] }
                                             ^^^^^^ unknown-reference
    `);
    expect(findings.map(({ help }) => help).join()).toContain('1.2.0');
  });
});

describe('a reference to what a use leaves out', () => {
  it('says where it was left out', () => {
    const { findings } = checked.expect(`
      modules:
        m:
          items:
            - { group: g, label: G, items: [{ ask: a, type: integer, label: A }, { ask: b, type: integer, label: B }] }
            - { calculate: sum, calculation: "\${a} + \${b}" }
                                              ^^^^ unknown-reference
      forms:
        one:
          items:
            - use: m
              except: [a]
        both:
          items:
            - use: m
              prefix: x_
              except: [g, sum]
            - { note: n, label: "\${x_b}" }
                                 ^^^^^^ unknown-reference
        all:
          items:
            - use: m
              except: [g, sum]
    `);
    expect(findings.map(({ related }) => related.map(({ location }) => at(location)))).toEqual([
      ['snippet.yaml:10:18'],
      ['snippet.yaml:15:18'],
    ]);
  });
});

describe('a reference after a prefix', () => {
  it('goes to what the module placed, inside and outside', () => {
    checked.expect(`
      modules:
        m:
          with: { who: you }
          items:
            - { ask: a, type: text, label: "Is it $(who)?" }
            - { ask: b, type: text, label: "\${a}", constraint: "\${a} != '' and . != \${outer}" }
      forms:
        f:
          items:
            - { ask: outer, type: text, label: O }
            - use: m
              prefix: x_
              with: { who: "\${outer}" }
            - { note: n, label: "\${x_a} \${x_b}" }
    `);
  });
});

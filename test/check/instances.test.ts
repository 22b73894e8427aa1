import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const checked = reading
  .with({
    'media/site.csv': 'name,label\na,A\n',
    'media/more.csv': 'name,label\na,A\n',
    'own.csv': 'name,label\na,A\n',
  })
  .checked();

describe('the name in instance() and pulldata()', () => {
  it('is told where nothing bears it, in items, settings and entities', () => {
    checked.expect(`
      codelists:
        places: { attributes: [pop], codes: { a: { label: A, pop: 1 } } }
      forms:
        f:
          settings: { instance_name: "instance('place')/root/item[position() = 1]/label" }
                                                ^^^^^ unknown-instance
          entities: [{ list_name: e, label: "pulldata('sites', 'a', 'b', 'c')" }]
                                  ^ kobo-entities
                                                       ^^^^^ unknown-instance
          attachments: [site.csv]
          items:
            - { ask: q, type: select_one places, label: Q, choice_filter: "name = instance('nowhere')/root/item/name" }
                                                                                            ^^^^^^^ unknown-instance
            - { calculate: p, calculation: "pulldata('palces', 'pop', 'name', \${q})" }
                                                      ^^^^^^ unknown-instance
    `);
  });

  it('may be a list, an attachment, a file of a type, an instance of the form or the last record', () => {
    checked.expect(`
      codelists:
        places: { as: div_, attributes: [pop], codes: { a: { label: A, pop: 1 } } }
        constructor_like: { codes: { a: A } }
      forms:
        f:
          settings: { instance_name: "instance('places')/root/item[name = \${q}]/label" }
          attachments: [site.csv, { file: households.csv, from: server }]
          items:
            - { ask: q, type: select_one places, label: Q }
            - { ask: more, type: select_one_from_file more.csv, label: M }
            - { ask: own, type: csv-external }
            - { calculate: a, calculation: "pulldata('site', 'label', 'name', 'a')" }
            - { ask: households, type: csv-external }
            - { calculate: b, calculation: "instance('households')/root/item[position() = 1]/name" }
            - { calculate: k, calculation: "instance('site')/root/item[position() = 1]/name" }
            - { calculate: c, calculation: "instance('more')/root/item[position() = 1]/name" }
            - { calculate: d, calculation: "instance('own')/root/item[position() = 1]/name" }
            - { ask: l, type: text, label: "Last time: \${last-saved#q}", default: "\${last-saved#q}" }
            - { calculate: e, calculation: "instance('__last-saved')/data/q" }
            - { calculate: g, calculation: "instance(\${q})/root/item/name" }
            - { note: n, label: "instance('not an expression')" }
            - { ask: h, type: text, label: H, constraint: ". != 'pulldata()'" }
    `);
  });

  it('is not enough for instance() where a file is attached and nothing loads it', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          attachments: [site.csv, { file: x.xml, from: server }, { file: g.geojson, from: server }]
          items:
            - { calculate: a, calculation: "instance('site')/root/item[position() = 1]/label" }
                                                      ^^^^ unknown-instance
            - { calculate: b, calculation: "instance('x')/root/item[position() = 1]/label" }
                                                      ^ unknown-instance
            - { calculate: c, calculation: "instance('g')/root/item[position() = 1]/label" }
                                                      ^ unknown-instance
    `);
    expect(findings.map(({ message, help }) => `${message} ${help}`)).toMatchInlineSnapshot(`
      [
        "instance reads "site", but site.csv is only attached, and no question loads it. Add an item that loads it: { ask: site, type: csv-external }",
        "instance reads "x", but x.xml is only attached, and no question loads it. Add an item that loads it: { ask: x, type: xml-external }",
        "instance reads "g", but g.geojson is only attached, and no question loads it. Ask a question of type select_one_from_file g.geojson, which loads it.",
      ]
    `);
  });

  it('or a reference loads the last record in a column, but not in a text', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          settings: { instance_name: "\${last-saved#q}" }
                                      ^^^^^^^^^^^^^^^ unknown-instance
          items:
            - { ask: q, type: integer, label: "Last time: \${last-saved#q}" }
                                                          ^^^^^^^^^^^^^^^ unknown-instance
            - { calculate: e, calculation: "instance('__last-saved')/data/q" }
                                                      ^^^^^^^^^^^^ unknown-instance
            - { repeat: r, label: R, repeat_count: "\${last-saved#q}", items: [{ note: n, label: N }] }
                                                    ^^^^^^^^^^^^^^^ unknown-instance
        computed:
          items:
            - { ask: q, type: integer, label: Q }
            - { repeat: r, label: R, repeat_count: "\${last-saved#q} + 1", items: [{ note: n, label: N }] }
    `);
    expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toMatchInlineSnapshot(`
      [
        "warning \${last-saved#q} reads the record that was saved last, which the form does not load.",
        "warning \${last-saved#q} reads the record that was saved last, which the form does not load.",
        "error instance reads the record that was saved last, which the form does not load.",
        "warning \${last-saved#q} reads the record that was saved last, which the form does not load.",
      ]
    `);
  });
});

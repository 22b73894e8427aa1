import { describe, it } from 'vitest';
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
          settings: { instance_name: "instance('place')/root/item[1]/label" }
                                                ^^^^^ unknown-instance
          entities: [{ list_name: e, label: "pulldata('sites', 'a', 'b', 'c')" }]
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
            - { calculate: b, calculation: "instance('households')/root/item[1]/name" }
            - { calculate: c, calculation: "instance('more')/root/item[1]/name" }
            - { calculate: d, calculation: "instance('own')/root/item[1]/name" }
            - { calculate: e, calculation: "instance('__last-saved')/data/q" }
            - { calculate: g, calculation: "instance(\${q})/root/item/name" }
            - { note: n, label: "instance('not an expression')" }
            - { ask: h, type: text, label: H, constraint: ". != 'pulldata()'" }
    `);
  });
});

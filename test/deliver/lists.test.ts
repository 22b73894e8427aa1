import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { delivered, lists, rows } from './deliver.ts';

const many = (count: number): string => Array.from({ length: count }, (_, index) => `c${index}: C`).join(', ');

/** Which lists stand where, without their codes. */
function places(files: string, profile: Profile = 'kobo'): string {
  const found = lists(delivered(files, profile)).split('\n');
  return found.filter((line) => /^(inline|file|external_choices|osm) /.test(line)).join(', ');
}

describe('the lists of a form', () => {
  it('are those that it uses, in the order of its rows, without retired codes', () => {
    const delivery = delivered(
      `
      codelists:
        unused: { codes: { a: A } }
        second: { codes: { a: A, b: { label: B, retired: 1.0.0 }, c: C } }
        first: { codes: { a: A } }
        third: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: q, type: select_one first, label: Q }
            - { calculate: c, calculation: "instance('second')/root/item[1]/label" }
            - { ask: r, type: rank first, label: R }
            - { group: m, type: kobomatrix, label: M, kobo--matrix_list: third, items: [{ note: n, label: N }] }
      `,
      'xlsform',
    );
    expect(lists(delivery)).toMatchInlineSnapshot(`
      "inline first
      a | en "A"
      inline second
      a | en "A"
      c | en "C"
      inline third
      a | en "A""
    `);
  });

  it('are also those that settings and entities read, but not those of soft limits', () => {
    const files = `
      codelists:
        a: { codes: { a: A } }
        b: { codes: { a: A } }
        c: { codes: { a: A } }
      forms:
        f:
          settings: { instance_name: "instance('a')/root/item[1]/label" }
          entities: [{ list_name: e, label: "pulldata('b', 'label', 'name', 'a')" }]
          items: [{ ask: q, type: text, label: Q, soft: [{ when: "pulldata('c', 'label', 'name', .) = ''" }] }]
    `;
    expect(places(files, 'odk')).toBe('inline a, file b');
    expect(places(files, 'kobo')).toBe('inline a');
  });

  it('are also those that parameters name', () => {
    const delivery = delivered(
      `
      codelists:
        ticks: { as: t_, codes: { 1: One } }
        places: { as: p_, attributes: [geometry], codes: { a: { label: A, geometry: 1 1 0 0 } } }
      forms:
        f:
          items:
            - { ask: q, type: range, label: Q, parameters: start=0 end=5 step=1 tick_labelset = ticks }
            - { ask: r, type: geopoint, label: Q, parameters: { reference-geometry: places } }
      `,
      'odk',
    );
    expect(rows(delivery, 'parameters')).toMatchInlineSnapshot(`
      "range q | parameters: start=0 end=5 step=1 tick_labelset = t_
      geopoint r | parameters: reference-geometry=p_"
    `);
    expect(lists(delivery)).toMatchInlineSnapshot(`
      "inline t_
      1 | en "One"
      inline p_
      a | en "A" | geometry=1 1 0 0"
    `);
  });

  it('have sheets of their own for the types select_one_external and osm', () => {
    expect(
      places(`
        codelists:
          a: { as: a_, codes: { a: A } }
        forms:
          f:
            items:
              - { ask: q, type: select_one_external a, label: Q, choice_filter: "x = 1" }
              - { ask: r, type: osm a, label: R }
      `),
    ).toBe('external_choices a_, osm a_');
  });
});

const form = (list: string, items = '[{ ask: q, type: select_one l, label: Q }]', name = 'l'): string =>
  `codelists:\n  ${name}: ${list}\nforms:\n  f: { items: ${items} }\n`;

describe('a list goes out as a file', () => {
  it('where it says so', () => {
    const delivery = delivered(
      form('{ delivery: external, attributes: [k], codes: { a: { label: A, k: 1 } } }'),
      'kobo',
    );
    expect(rows(delivery)).toBe('select_one_from_file l.csv q');
    expect(lists(delivery)).toBe('file l\na | en "A" | k=1');
    expect(places(form('{ delivery: external, codes: { a: A } }'), 'xlsform')).toBe('file l');
  });

  it('above 500 codes, counted without retired ones, unless it says otherwise or nothing is adapted', () => {
    expect(places(form(`{ codes: { ${many(501)} } }`))).toBe('file l');
    expect(places(form(`{ codes: { ${many(500)} } }`))).toBe('inline l');
    expect(places(form(`{ codes: { ${many(500)}, old: { label: O, retired: 1.0.0 } } }`))).toBe('inline l');
    expect(places(form(`{ delivery: inline, codes: { ${many(501)} } }`))).toBe('inline l');
    expect(places(form(`{ codes: { ${many(501)} } }`), 'xlsform')).toBe('inline l');
  });

  it('never where something needs the choices sheet', () => {
    const list = '{ delivery: external, codes: { a: A } }';
    const uses = [
      '{ ask: q, type: rank list, label: Q }',
      '{ group: m, type: kobomatrix, label: M, kobo--matrix_list: list, items: [{ note: n, label: N }] }',
      '{ group: s, type: score, label: S, kobo--score-choices: list, items: [{ note: n, label: N }] }',
      '{ group: s, type: rank, label: S, kobo--rank-items: list, items: [{ note: n, label: N }] }',
      '{ group: o, type: loop over list, label: O, items: [{ note: n, label: N }] }',
      '{ ask: q, type: range, label: Q, parameters: tick_labelset=list }',
      '{ calculate: q, calculation: "instance(\'list\')/root/item[1]/label" }',
    ];
    for (const use of uses) expect([use, places(form(list, `[${use}]`, 'list'))]).toEqual([use, 'inline list']);
    for (const use of uses.slice(0, 6))
      expect(places(form(list, `[${use}, { ask: s1, type: select_one list, label: S }]`, 'list'))).toBe('inline list');
  });

  it('where pulldata reads it, whatever it says', () => {
    const calculation = `{ calculate: c, calculation: "pulldata('l', 'label', 'name', 'a')" }`;
    const select = '{ ask: q, type: select_multiple l, label: Q, parameters: randomize=true }';
    const delivery = delivered(form('{ delivery: inline, codes: { a: A } }', `[${calculation}, ${select}]`), 'xlsform');
    expect(rows(delivery)).toBe('calculate c\nselect_multiple_from_file l.csv q');
    expect(lists(delivery)).toBe('file l\na | en "A"');
  });

  it('and stands on the choices sheet under another name where both are needed', () => {
    const delivery = delivered(
      `
      codelists:
        l: { codes: { a: A } }
        l_list: { codes: { b: B } }
      forms:
        f:
          settings: { instance_name: "instance('l')/root/item[1]/label" }
          items:
            - { ask: ranked, type: rank l, label: Q }
            - { ask: chosen, type: select_one l, label: Q }
            - { ask: taken, type: select_one l_list, label: Q }
            - { calculate: c, calculation: "concat(pulldata('l', 'label', 'name', 'a'), instance('l')/root/item[1]/label)" }
            - { group: m, type: kobomatrix, label: M, kobo--matrix_list: l, items: [{ note: n, label: N }] }
      `,
      'odk',
    );
    expect(rows(delivery, 'calculation', 'kobo--matrix_list')).toMatchInlineSnapshot(`
      "rank l_list_ ranked
      select_one l_list_ chosen
      select_one l_list taken
      calculate c | calculation: concat(pulldata('l', 'label', 'name', 'a'), instance('l')/root/item[1]/label)
      kobomatrix m | kobo--matrix_list: l_list_
        note n"
    `);
    expect(lists(delivery)).toMatchInlineSnapshot(`
      "inline l_list_
      a | en "A"
      inline l_list
      b | en "B"
      file l
      a | en "A""
    `);
  });
});

describe('the name of a list in the workbook', () => {
  it('stands wherever the list is named', () => {
    const delivery = delivered(
      `
      codelists:
        short: { as: div_, codes: { a: A } }
        long: { as: far_, delivery: external, codes: { a: A } }
        kept: { codes: { a: A } }
      forms:
        f:
          settings: { instance_name: "instance('long')/root/item[1]/label", form_title: short }
          entities: [{ list_name: short, label: "instance('short')/root/item[name = 'short']/label" }]
          items:
            - { ask: short, type: select_one short or_other, label: short }
            - { ask: long, type: select_multiple   long, label: Q, choice_filter: "name = instance('short')/root/item/name" }
            - { ask: kept, type: select_one kept, label: Q }
            - { ask: c, type: calculate, calculation: "concat(pulldata('long', 'label', 'name', 'long'), 'long')" }
            - { group: m, type: kobomatrix, label: M, kobo--matrix_list: short, items: [{ note: n, label: N }] }
            - { group: s, type: score, label: S, kobo--score-choices: short, items: [{ note: n2, label: N }] }
            - { group: r, type: rank, label: R, kobo--rank-items: short, items: [{ note: n3, label: N }] }
            - { group: o, type: loop over short, label: O, items: [{ note: n4, label: N }] }
      `,
      'xlsform',
    );
    expect(
      rows(delivery, 'calculation', 'choice_filter', 'kobo--matrix_list', 'kobo--score-choices', 'kobo--rank-items'),
    ).toMatchInlineSnapshot(`
      "select_one div_ or_other short
      select_multiple_from_file   far_.csv long | choice_filter: name = instance('div_')/root/item/name
      select_one kept kept
      calculate c | calculation: concat(pulldata('far_', 'label', 'name', 'long'), 'long')
      kobomatrix m | kobo--matrix_list: div_
        note n
      score s | kobo--score-choices: div_
        note n2
      rank r | kobo--rank-items: div_
        note n3
      loop over div_ o
        note n4"
    `);
    expect([...delivery.form.settings.values()].map(({ string }) => string.text)).toMatchInlineSnapshot(`
      [
        "instance('far_')/root/item[1]/label",
        "short",
      ]
    `);
    expect(delivery.form.entities.map((row) => row.get('label')?.string.text)).toMatchInlineSnapshot(`
      [
        "instance('div_')/root/item[name = 'short']/label",
      ]
    `);
  });
});

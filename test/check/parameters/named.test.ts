import { describe, expect, it } from 'vitest';
import { both, odk } from './testers.ts';

describe('a parameter that names something', () => {
  it('names it in small letters, as converters read it', () => {
    const { findings } = odk.expect(`
      codelists:
        Levels: { codes: { 1: A, 10: B } }
        Named: { as: named, codes: { 1: A, 10: B } }
        crop: { codes: { a: A } }
      forms:
        f:
          items:
            - { calculate: Seed, calculation: once(random()) }
            - { calculate: seed2, calculation: once(random()) }
            - { ask: a, type: range, label: A, parameters: tick_labelset=Levels }
                                                                         ^^^^^^ parameter-capitals
            - { ask: b, type: range, label: B, parameters: tick_labelset=Named }
            - { ask: c, type: select_one crop, label: C, parameters: { randomize: true, seed: "\${Seed}" } }
                                                                                               ^^^^^^^ parameter-capitals
            - { ask: d, type: select_one crop, label: D, parameters: { randomize: true, seed: "\${seed2}" } }
            - { repeat: Plot, label: P, items: [{ ask: e, type: geoshape, label: E }] }
            - { ask: g, type: geopoint, label: G, parameters: "reference-geometry=\${Plot}" }
                                                                                  ^^^^^^^ parameter-capitals
            - { ask: h, type: geopoint, label: H, parameters: reference-geometry=Levels }
                                                                                 ^^^^^^ parameter-capitals
    `);
    expect(findings.map(({ message, help }) => `${message} ${help}`)).toMatchInlineSnapshot(`
      [
        "tick_labelset names the code list "Levels", but parameters are read in small letters, as "levels". Give the list a name without capital letters in the workbook: as: levels.",
        "seed names the question "Seed", but parameters are read in small letters, as "seed". Give the question a name without capital letters.",
        "reference-geometry names the repeat "Plot", but parameters are read in small letters, as "plot". Give the repeat a name without capital letters.",
        "reference-geometry names the code list "Levels", but parameters are read in small letters, as "levels". Give the list a name without capital letters in the workbook: as: levels.",
      ]
    `);
  });

  it('that a geometry refers to names a list, a file, an entity list or a repeat', () => {
    odk.with({ 'media/wells.csv': 'name,label\na,A\n', 'media/roads.xml': '<a/>' }).expect(`
      codelists:
        places: { codes: { a: A } }
      forms:
        f:
          entities: [{ list_name: trees, label: "'x'" }]
          items:
            - { ask: wells, type: csv-external }
            - { ask: roads, type: xml-external }
            - { ask: q, type: select_one_from_file f.csv, label: Q }
            - { repeat: plot, label: P, items: [{ ask: e, type: geoshape, label: E }] }
            - { group: g, label: G, items: [{ note: n, label: N }] }
            - { ask: a, type: geopoint, label: A, parameters: reference-geometry=places }
            - { ask: b, type: geopoint, label: B, parameters: reference-geometry=wells }
            - { ask: c, type: geotrace, label: C, parameters: reference-geometry=roads }
            - { ask: d, type: geoshape, label: D, parameters: reference-geometry=f }
            - { ask: h, type: geopoint, label: H, parameters: reference-geometry=trees }
            - { ask: i, type: geopoint, label: I, parameters: "reference-geometry=\${plot}" }
            - { ask: j, type: geopoint, label: J, parameters: reference-geometry=place }
                                                                                 ^^^^^ parameter-value
            - { ask: k, type: geopoint, label: K, parameters: "reference-geometry=\${g}" }
                                                                                  ^^^^ parameter-value
            - { ask: l, type: geopoint, label: L, parameters: "reference-geometry=\${gone}" }
                                                                                  ^^^^^^^ unknown-reference
            - { ask: m, type: geopoint, label: M, parameters: reference-geometry=f.csv }
                                                                                 ^^^^^ parameter-value
    `);
  });

  it('seeds a shuffle with one question or a number', () => {
    both.expect(`
      codelists:
        crop: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: s, type: integer, label: S }
            - { ask: a, type: select_one crop, label: A, parameters: "randomize=true seed=\${s}" }
            - { ask: b, type: select_one crop, label: B, parameters: "randomize=true seed=\${s}+1" }
                                                                                          ^^^^^^ parameter-value
            - { ask: c, type: select_one crop, label: C, parameters: "randomize=true seed=\${gone}" }
                                                                                          ^^^^^^^ unknown-reference
            - { ask: d, type: select_one crop, label: D, parameters: "randomize=true seed=\${s" }
                                                                                          ^^^ reference-syntax
    `);
  });
});

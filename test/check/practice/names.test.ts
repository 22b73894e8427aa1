import { describe, expect, it } from 'vitest';
import { at } from '../../support/outline.ts';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();
const LONG = 'household_member_education_level_1';
const FITS = 'household_member_education_level';

describe('a long name', () => {
  it('is told once, where it is written', () => {
    const { findings } = checked.expect(`
      variables:
        ${LONG}: { type: text, label: L }
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-name
        ${FITS}: { type: text, label: L }
      forms:
        f: { items: [${LONG}, ${FITS}] }
        g: { items: [${LONG}, { ask: ${FITS}, as: q }] }
    `);
    expect(findings[0]?.message).toBe(`"${LONG}" has 34 characters; Stata keeps the first 32.`);
  });

  it('is one that a form or a prefix gives', () => {
    const { findings } = checked.expect(`
      variables:
        education_level: { type: text, label: L }
      modules:
        m: { items: [education_level] }
                     ^^^^^^^^^^^^^^^ long-name
      forms:
        f:
          items:
            - { use: m, prefix: household_member_1_ }
            - { ask: education_level, as: household_education_level_highest }
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-name
            - { ask: household_local_education_level_1, type: text, label: L }
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ long-name
    `);
    expect(findings[0]?.related.map(({ location }) => at(location))).toEqual(['snippet.yaml:8:16']);
  });

  it('counts characters, and only of what becomes a column', () => {
    checked.expect(`
      variables:
        ${'ي'.repeat(32)}: { type: text, label: L }
        ${'𐐀'.repeat(32)}: { type: text, label: L }
      forms:
        f:
          items:
            - { note: ${LONG}, label: L }
            - { group: ${LONG}_group, label: G, items: [{ ask: "q", type: text, label: L }] }
    `);
  });
});

describe('a permanent id', () => {
  it('belongs to one variable', () => {
    const { findings } = checked.expect(`
      variables:
        sex: { type: text, label: S, id: D-1 }
        age: { type: text, label: A, id: D-1 }
                                         ^^^ duplicate-id
        size: { like: sex, label: H }
        weight: { like: sex, label: H, id: D-2 }
      forms:
        f:
          items:
            - sex
            - { ask: sex, as: resp_sex }
            - { calculate: twice, calculation: 1 + 1, id: D-2 }
                                                          ^^^ duplicate-id
            - { ask: local, type: text, label: L, id: constructor }
    `);
    expect(findings.map(({ message, related }) => [message, related.map(({ location }) => at(location))])).toEqual([
      ['The id "D-1" of "age" already belongs to "sex".', ['snippet.yaml:2:36']],
      ['The id "D-2" of "twice" already belongs to "weight".', ['snippet.yaml:5:38']],
    ]);
  });

  it('may be placed by a module as often as it is used', () => {
    checked.expect(`
      modules: { m: { items: [{ calculate: c, calculation: 1 + 1, id: D-3 }] } }
      forms:
        f: { items: [{ use: m }, { use: m, suffix: _2 }] }
        g: { items: [{ use: m }] }
    `);
  });
});

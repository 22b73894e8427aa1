import { describe, expect, it } from 'vitest';
import { at } from '../support/outline.ts';
import { nothing, reading } from '../support/tester.ts';

const MANIFEST_kobo = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [kobo]\n';
const MANIFEST_odk = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [odk]\n';
const MANIFEST_xlsform = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [xlsform]\n';

const both = reading.checked();
const kobo = nothing.with({ 'dictionary.yaml': MANIFEST_kobo }).checked();
const odk = nothing.with({ 'dictionary.yaml': MANIFEST_odk }).checked();
const xlsform = nothing.with({ 'dictionary.yaml': MANIFEST_xlsform }).checked();

describe('a name that stands twice among siblings', () => {
  it('is refused in every profile, with the first one beside it', () => {
    const { findings } = xlsform.expect(`
      variables:
        age: { type: integer, label: Age }
      forms:
        f: { items: [age, { note: n, label: N }, age] }
                                                 ^^^ duplicate-name
    `);
    expect(findings.flatMap(({ related }) => related.map(({ location }) => at(location)))).toEqual([
      'snippet.yaml:4:16',
    ]);
  });

  it('is one of a question, a group and a repeat alike', () => {
    odk.expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A }
            - { group: a, label: A, items: [{ note: n1, label: N }] }
                       ^ duplicate-name
            - { repeat: a, label: A, items: [{ note: n2, label: N }] }
                        ^ duplicate-name
            - { calculate: a, calculation: 1 }
                           ^ duplicate-name
    `);
  });

  it('is a warning for ODK and an error for KoboToolbox where only capital letters differ', () => {
    const snippet = `
      forms:
        f:
          items:
            - { ask: age, type: integer, label: A }
            - { ask: AGE, type: integer, label: A }
    `;
    expect(odk.compile(snippet).findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(kobo.compile(snippet).findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  it('is fine in two forms', () => {
    both.expect(`
      variables:
        age: { type: integer, label: Age }
      forms:
        f: { items: [age] }
        g: { items: [age] }
    `);
  });
});

describe('a name that stands twice in different groups', () => {
  it('is refused by KoboToolbox', () => {
    kobo.expect(`
      forms:
        f:
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A }] }
            - { group: h, label: H, items: [{ ask: a, type: text, label: A }] }
                                                   ^ duplicate-name
    `);
  });

  it('is fine for ODK while nothing refers to it, also with other capital letters', () => {
    odk.expect(`
      forms:
        f:
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A }] }
            - { group: h, label: H, items: [{ ask: a, type: text, label: A }, { ask: B, type: text, label: B }] }
            - { group: i, label: H, items: [{ ask: b, type: text, label: B }] }
    `);
  });

  it('is refused everywhere once an expression, a text or a trigger refers to it', () => {
    odk.expect(`
      forms:
        f:
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A }, { ask: b, type: text, label: A }] }
            - { group: h, label: H, items: [{ ask: a, type: text, label: A }, { ask: b, type: text, label: A }] }
                                                   ^ duplicate-name
                                                                                     ^ duplicate-name
            - { note: n, label: "You said \${a}." }
            - { calculate: c, calculation: 1, trigger: "\${b}" }
    `);
  });

  it('is refused everywhere once the hierarchy of lists refers to it', () => {
    odk.expect(`
      codelists:
        admin1: { codes: { n: North } }
        admin2: { parent: { codelist: admin1, column: p }, codes: { n1: { label: N1, p: n } } }
      forms:
        f:
          items:
            - group: here
              label: G
              items: [{ ask: a1, type: select_one admin1, label: A }, { ask: a2, type: select_one admin2, label: A }]
            - { group: there, label: G, items: [{ ask: a1, type: text, label: A }] }
                                                       ^^ duplicate-name
    `);
  });
});

describe('names that the converter adds', () => {
  it('are those of or_other', () => {
    odk.expect(`
      codelists:
        l: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: q, type: select_one l or_other, label: Q }
            - { ask: q_other, type: text, label: O }
                     ^^^^^^^ duplicate-name
    `);
  });

  it('are those of a computed number of repetitions', () => {
    odk.expect(`
      forms:
        f:
          items:
            - { ask: member_count, type: integer, label: How many? }
            - repeat: member
              label: Member
              repeat_count: if(\${member_count} > 20, 20, \${member_count})
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-name
              items: [{ ask: nm, type: text, label: Name }]
    `);
  });

  it('do not come from a reference alone, nor from a repeat without a number', () => {
    both.expect(`
      forms:
        f:
          items:
            - { ask: member_count, type: integer, label: How many? }
            - { repeat: member, label: M, repeat_count: "\${member_count}", items: [{ ask: nm, type: text, label: N }] }
            - { ask: visit_count, type: integer, label: How many? }
            - { repeat: visit, label: V, items: [{ ask: day, type: date, label: D }] }
    `);
  });
});

describe('a module that is placed twice', () => {
  it('is told at its second use, with the first beside it', () => {
    const { findings } = both.expect(`
      modules:
        m: { items: [{ ask: a, type: text, label: A }] }
      forms:
        f:
          items:
            - use: m
            - use: m
                   ^ duplicate-name
    `);
    expect(findings.flatMap(({ related }) => related.map(({ location }) => at(location)))).toEqual([
      'snippet.yaml:6:14',
    ]);
  });

  it('is told at the innermost place where its two ways part', () => {
    both.expect(`
      modules:
        inner: { items: [{ ask: a, type: text, label: A }] }
        outer:
          items:
            - use: inner
            - use: inner
                   ^^^^^ duplicate-name
      forms:
        f:
          items:
            - use: outer
    `);
  });

  it('is fine with a prefix', () => {
    both.expect(`
      modules:
        m: { items: [{ ask: a, type: text, label: A }] }
      forms:
        f:
          items:
            - use: m
            - use: m
              prefix: second_
    `);
  });
});

import { describe, expect, it } from 'vitest';
import { placed } from '../support/outline.ts';
import { reading } from '../support/tester.ts';

const base = reading.with({
  'base.yaml': `
    codelists:
      sex: { codes: { f: F, m: M } }
      shelter: { codes: { tent: Tent, other: { label: Other, special: other } } }
    variables:
      sex: { type: select_one sex, label: Sex, relevant: "\${age} > 1", constraint: . != '' }
      age: { type: integer, label: Age }
      shelter: { type: select_one shelter, label: Shelter, specify: shelter_other }
      shelters: { type: select_multiple shelter, label: Shelters, specify: which }
      which: { type: text, label: Which?, relevant: "\${age} > 5" }
      gone: { type: integer, label: Gone, retired: { since: 1.4.0, use: age } }
  `,
});

const form = (items: string): ReturnType<ReturnType<typeof base.expect>['form']> =>
  base.expect({ 'f.yaml': `forms:\n  f:\n    items:\n${items}` }).form();

describe('Items of each kind', () => {
  it('are placed as written', () => {
    const items = `
      - age
      - ask: sex
      - { ask: sex, as: resp_sex, constraint: . = 'f' }
      - { ask: local, type: text, label: Mine }
      - { note: thanks, label: Thank you }
      - { calculate: pos, calculation: position(..) }
      - group: g
        appearance: field-list
        relevant: \${age} > 0
        items:
          - repeat: r
            repeat_count: \${age}
            items: [{ ask: age, as: inner }]
      - { group: matrix, type: kobomatrix, items: [] }
      - { group: l, type: loop over sex, items: [] }
    `;
    expect(placed(form(items), 'relevant', 'constraint', 'calculation', 'repeat_count', 'appearance')).toBe(
      `
integer age
select_one sex sex | relevant: \${age} > 1 | constraint: . != ''
select_one sex resp_sex | relevant: \${age} > 1 | constraint: . = 'f'
text local
note thanks
calculate pos | calculation: position(..)
group g | relevant: \${age} > 0 | appearance: field-list
  repeat r | repeat_count: \${age}
    integer inner
kobomatrix matrix
loop over sex l
`.trim(),
    );
  });

  it('an ask changes key by key, and an empty value removes', () => {
    const items = '      - { ask: sex, relevant: , constraint: ". = 1", label: { fr: Sexe } }\n';
    expect(placed(form(items), 'relevant', 'constraint', 'label')).toBe(
      'select_one sex sex | label: en "Sex", fr "Sexe" | constraint: . = 1',
    );
  });

  it('an ask may be like a variable', () => {
    const items = '      - { ask: spouse_sex, like: sex, relevant: }\n';
    expect(placed(form(items), 'relevant', 'label')).toBe('select_one sex spouse_sex | label: en "Sex"');
  });

  it('that name nothing are errors', () => {
    base.expect({
      'f.yaml': `
        forms:
          f:
            items:
              - agee
                ^^^^ unknown-variable: Did you mean "age"?
              - { ask: nothing, label: N }
                       ^^^^^^^ unknown-variable
              - { ask: other, like: sexx }
                                    ^^^^ unknown-variable: Did you mean "sex"?
              - { use: nowhere }
                       ^^^^^^^ unknown-module
              - { ask: age, type: text }
                                  ^^^^ local-variable
              - { label: Nameless }
                  ^^^^^ unknown-key
              - { gruop: g, items: [] }
                  ^^^^^ unknown-key: Did you mean "group"?
              - [age]
                ^^^^^ wrong-shape
              - { group: g, type: table, items: [] }
                                  ^^^^^ wrong-value
              - { group: h }
                ^^^^^^^^^^^^ missing-key: "items"
      `,
    });
  });
});

describe('A question to specify', () => {
  it('follows the question, for the code that is marked', () => {
    expect(placed(form('      - shelter\n'), 'relevant', 'label')).toBe(
      `
select_one shelter shelter | label: en "Shelter"
text shelter_other | label: en "Please specify" | relevant: \${shelter} = 'other'
`.trim(),
    );
  });

  it('is a variable where there is one, under its own condition as well', () => {
    expect(placed(form('      - { ask: shelters, as: s2 }\n'), 'relevant', 'label')).toBe(
      `
select_multiple shelter s2 | label: en "Shelters"
text which | label: en "Which?" | relevant: \${age} > 5 and selected(\${s2}, 'other')
`.trim(),
    );
  });

  it('needs a code for it, in a list that exists', () => {
    base.expect({
      'f.yaml': `
        forms:
          f:
            items:
              - { ask: sex, specify: x }
                                     ^ specify-without-other
              - { ask: a, type: text, specify: y }
                                               ^ specify-without-other
              - { ask: b, type: select_one nowhere, specify: z }
      `,
    });
  });
});

describe('An item written as a row of the survey sheet', () => {
  it('is told what to write, and what it holds is no second mistake', () => {
    const { findings } = reading.checked().expect(`
      forms:
        f:
          items:
            - name: age
              ^^^^ unknown-key: Did you mean "ask"?
              type: integer
              label: Age
            - begin group: g
              ^^^^^^^^^^^ unknown-key: Did you mean "group"?
              label: G
              items:
                - { question: sex, type: text, label: Sex }
                    ^^^^^^^^ unknown-key: Did you mean "ask"?
            - type: begin_repeat
                    ^^^^^^^^^^^^ unknown-type
              name: r
              label: R
              items: [{ ask: size, type: integer, label: Size }]
            - ask: sum
              type: calculate
              calculation: \${age} + sum(\${size}) + string-length(\${sex})
    `);
    expect(findings.map(({ help }) => help).at(-1)).toBe(
      'Write a repeat with what stands in it: { repeat: NAME, label: …, items: […] }',
    );
  });

  it('opens and closes no group', () => {
    const { findings } = reading.checked().expect(`
      forms:
        f:
          items:
            - type: begin group
                    ^^^^^^^^^^^ unknown-type
              name: g
            - type: end group
                    ^^^^^^^^^ unknown-type
    `);
    expect(findings[1]?.help).toBe('Delete the row: a group ends where its items: end.');
  });
});

describe('A retired variable', () => {
  it('is not placed, and the finding says what is asked instead', () => {
    const { form: retired } = base.expect({
      'f.yaml': `
        forms:
          f:
            items: [age, gone, { ask: gone, as: back, retired: }]
                         ^^^^ retired-variable
      `,
    });
    expect(placed(retired())).toBe('integer age\ninteger back');
  });
});

import { describe, expect, it } from 'vitest';
import { path, placed } from '../support/outline.ts';
import { reading } from '../support/tester.ts';

const roster = `variables:
  hh_size: { type: integer, label: How many live here? }
  age: { type: integer, label: 'How old is \${name}?', relevant: "\${name} != ''" }
  name: { type: text, label: Name }
modules:
  person:
    with: { oldest: 120, who: the person }
    items:
      - name
      - ask: age
        constraint: . <= $(oldest)
      - note: thanks
        label: Thank you, $(who). \${name} is \${age}.
      - group: more
        label: More
        relevant: \${age} > 5 and ../name != ''
        items:
          - calculate: label_of
            calculation: jr:choice-name(\${name}, '\${name}')
`;

describe('a module that is used', () => {
  it('is placed as it stands, its parameters filled by their defaults', () => {
    const form = reading.expect(`${roster}forms:\n  f: { title: F, items: [{ use: person }] }\n`).form();
    expect(placed(form, 'constraint', 'label', 'relevant')).toMatchInlineSnapshot(`
      "text name | label: en "Name"
      integer age | label: en "How old is \${name}?" | relevant: \${name} != '' | constraint: . <= 120
      note thanks | label: en "Thank you, the person. \${name} is \${age}."
      group more | label: en "More" | relevant: \${age} > 5 and ../name != ''
        calculate label_of"
    `);
  });

  it('is renamed with every reference in it: expressions, texts, paths, names inside quotes', () => {
    const use = '{ use: person, prefix: head_, suffix: _1 }';
    const form = reading.expect(`${roster}forms:\n  f: { title: F, items: [${use}] }\n`).form();
    expect(placed(form, 'calculation', 'label', 'relevant')).toMatchInlineSnapshot(`
      "text head_name_1 | label: en "Name"
      integer head_age_1 | label: en "How old is \${head_name_1}?" | relevant: \${head_name_1} != ''
      note head_thanks_1 | label: en "Thank you, the person. \${head_name_1} is \${head_age_1}."
      group head_more_1 | label: en "More" | relevant: \${head_age_1} > 5 and ../head_name_1 != ''
        calculate head_label_of_1 | calculation: jr:choice-name(\${head_name_1}, '\${head_name_1}')"
    `);
  });

  it('leaves alone what comes in from outside: a parameter, and the condition of the use itself', () => {
    const items = `      - name
      - use: person
        prefix: other_
        with: { oldest: "\${age_limit}", who: "\${name}" }
        relevant: \${name} = 'x' or \${name} = 'y'
      - { ask: age_limit, type: integer, label: Limit }
`;
    const form = reading.expect(`${roster}forms:\n  f:\n    title: F\n    items:\n${items}`).form();
    expect(placed(form, 'constraint', 'label', 'relevant')).toMatchInlineSnapshot(`
      "text name | label: en "Name"
      text other_name | label: en "Name" | relevant: \${name} = 'x' or \${name} = 'y'
      integer other_age | label: en "How old is \${other_name}?" | relevant: \${other_name} != '' and (\${name} = 'x' or \${name} = 'y') | constraint: . <= \${age_limit}
      note other_thanks | label: en "Thank you, \${name}. \${other_name} is \${other_age}." | relevant: \${name} = 'x' or \${name} = 'y'
      group other_more | label: en "More" | relevant: \${other_age} > 5 and ../other_name != '' and (\${name} = 'x' or \${name} = 'y')
        calculate other_label_of
      integer age_limit | label: en "Limit""
    `);
  });

  it('is renamed level by level when modules use modules', () => {
    const more = `  couple:
    items:
      - use: person
        with: { who: "\${partner}" }
        except: [more]
      - { ask: partner, type: text, label: Partner }
      - { use: person, prefix: p_, except: [thanks, more], with: { oldest: "\${age}" } }
forms:
  f: { title: F, items: [{ use: couple, prefix: x_ }] }
`;
    const form = reading.expect(roster + more).form();
    expect(placed(form, 'constraint', 'label')).toMatchInlineSnapshot(`
      "text x_name | label: en "Name"
      integer x_age | label: en "How old is \${x_name}?" | constraint: . <= 120
      note x_thanks | label: en "Thank you, \${x_partner}. \${x_name} is \${x_age}."
      text x_partner | label: en "Partner"
      text x_p_name | label: en "Name"
      integer x_p_age | label: en "How old is \${x_p_name}?" | constraint: . <= \${x_age}"
    `);
  });

  it('fills a parameter in the language of the text around it', () => {
    const files = {
      'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\n',
      'a.yaml': `modules:
  consent:
    with:
      purpose: { en: to help, fr: aider }
    items:
      - note: intro
        label: { en: We ask $(purpose)., fr: Nous demandons pour $(purpose). }
forms:
  f: { title: F, items: [{ use: consent }] }
`,
    };
    expect(placed(reading.expect(files).form(), 'label')).toBe(
      'note intro | label: en "We ask to help.", fr "Nous demandons pour aider."',
    );
  });

  it('knows of every facet where it was typed and what it went through', () => {
    const { items } = reading.expect(`${roster}forms:\n  f: { title: F, items: [{ use: person }] }\n`).form();
    const age = items[1];
    expect(age?.facets.label && path(age.facets.label.origin)).toBe('snippet.yaml:3:32 ask age, use person');
    expect(age?.facets.constraint && path(age.facets.constraint.origin)).toBe('snippet.yaml:11:21 use person');
    expect(age && path(age.origin)).toBe('snippet.yaml:10:14 use person');
  });
});

describe('what is wrong with a use', () => {
  it('is told where it is written', () => {
    reading.expect(`${roster}forms:
  f:
    title: F
    items:
      - use: persn
             ^^^^^ unknown-module: Did you mean "person"
      - use: person
        with: { oldst: 3 }
                       ^ unknown-parameter: Did you mean "oldest"
        except: [thank]
                 ^^^^^ unknown-exception: Did you mean "thanks"
`);
  });

  it('says which parameter lacks a value, and which is not declared', () => {
    reading.expect(`modules:
  m:
    with: { agency: }
    items:
      - note: hello
        label: $(agency) and $(agenzy)
                             ^^^^^^^^^ undeclared-parameter: Did you mean "agency"
forms:
  f: { title: F, items: [{ use: m }] }
                                ^ parameter-without-value: "agency"
`);
  });

  it('does not follow a circle', () => {
    reading.expect(`modules:
  a: { items: [{ use: b }] }
  ^ definition-cycle: a → b → a
  b: { items: [{ use: a }, { note: n, label: N }] }
forms:
  f: { title: F, items: [{ use: a }] }
`);
  });

  it('keeps an item that was left out from being referred to, and shows where it was left out', () => {
    const { findings } = reading.checked().expect(`modules:
  contact:
    items:
      - { ask: phone, type: text, label: Phone }
      - { ask: owner, type: text, label: Whose? }
forms:
  f:
    title: F
    items:
      - { use: contact, except: [phone] }
      - { note: bye, label: 'We call \${phone}' }
                                     ^^^^^^^^ unknown-reference
`);
    expect(findings[0]?.related).toMatchObject([{ message: 'left out of module "contact" here' }]);
  });
});

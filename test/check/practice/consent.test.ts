import { describe, expect, it } from 'vitest';
import { nothing } from '../../support/tester.ts';

const manifest = (more = ''): string =>
  `lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [odk]\npolicy:\n  consent: { variable: consent, value: granted }\n${more}`;

const CONSENT = `
  codelists:
    consent: { codes: { granted: Granted, refused: Refused } }
    yes_no: { codes: { yes: Yes, no: No } }
  variables:
    consent: { type: select_one consent, label: Do you agree? }
    age: { type: integer, label: How old are you?, sensitivity: personal }
    name: { type: text, label: What is your name?, sensitivity: personal, identifies: direct }
    size: { type: integer, label: How many people live here? }
`;

const checked = nothing.with({ 'dictionary.yaml': manifest(), 'consent.yaml': CONSENT }).checked();

/** A form that asks for consent, and then the age under these keys. */
function gated(keys: string): void {
  checked.expect(`
    forms:
      f:
        items:
          - consent
          - { ask: member, type: integer, label: How many?, relevant: "\${consent} = 'granted'" }
          - { ask: needs, type: select_multiple yes_no, label: Needs?, relevant: "selected(\${consent}, 'granted')" }
          - { calculate: agreed, calculation: "if(\${consent} = 'granted', 1, 0)" }
          - { calculate: copied, calculation: "coalesce(\${member}, '')" }
          - { ask: age, ${keys} }
  `);
}

function open(keys: string): void {
  checked.expect(`
    forms:
      f:
        items:
          - consent
          - { ask: member, type: integer, label: How many?, relevant: "\${consent} = 'granted'" }
          - { ask: needs, type: select_multiple yes_no, label: Needs?, relevant: "selected(\${consent}, 'granted')" }
          - { ask: free, type: integer, label: Free? }
          - { calculate: agreed, calculation: "if(\${consent} = 'granted', 1, 0)" }
          - { calculate: sum, calculation: "\${member} + 1" }
          - { ask: age, ${keys} }
                   ^^^ asked-without-consent
  `);
}

describe('a personal question', () => {
  it.each([
    "${consent} = 'granted'",
    "'granted' = ${consent}",
    "(${consent}) = 'granted'",
    "selected(${consent}, 'granted')",
    "${size} > 3 and ${consent} = 'granted'",
    "(${consent} = 'granted' and ${free} > 1) or (${free} > 2 and selected(${consent}, 'granted'))",
    "not(${consent} != 'granted')",
    "not(not(${consent} = 'granted'))",
    "not(${consent} != 'granted' or ${free} > 3)",
    'false()',
    "false() or ${consent} = 'granted'",
  ])('is asked after consent with relevant: %s', (relevant) => {
    checked.expect(`
      forms:
        f:
          items:
            - consent
            - size
            - { ask: free, type: integer, label: Free? }
            - { ask: age, relevant: "${relevant}" }
    `);
  });

  it.each([
    '${member} > 0',
    '0 < ${member}',
    '${member} >= 1',
    '${member} < 5',
    '${member} <= 5',
    '${member} = 2',
    "${member} != ''",
    "not(${member} = '')",
    "selected(${needs}, 'yes')",
    'count-selected(${needs}) > 0',
    'count-selected(${needs}) = 2',
    'string-length(${needs}) >= 1',
    '${agreed} = 1',
    "${agreed} = '1'",
    "${copied} != ''",
    "if(${member} = '', 0, 3) > 2",
  ])('is asked after consent by way of another answer: %s', (relevant) => {
    gated(`relevant: "${relevant}"`);
  });

  it.each([
    'true()',
    "${consent} != 'refused'",
    "${consent} = 'refused'",
    "not(${consent} = 'granted')",
    "not(selected(${consent}, 'refused'))",
    "${consent} = 'granted' or ${free} > 3",
    "not(${consent} != 'granted' and ${free} > 3)",
    "${consent} != ''",
    "${last-saved#consent} = 'granted'",
    '${member} >= 0 or ${free} > 1',
    'count-selected(${needs}) >= 0',
    'count-selected(${needs}) = 0',
    "${member} != '2'",
    "${member} = ''",
    'not(${member} > 3)',
    '${agreed} = 0',
    "${agreed} != ''",
    "${sum} != ''",
    '${last-saved#member} > 1',
    "contains(${consent}, 'granted')",
  ])('is asked without consent with relevant: %s', (relevant) => {
    open(`relevant: "${relevant}"`);
  });

  it('is asked without consent where the code is written in other letters, which is a mistake of its own', () => {
    checked.expect(`
      forms:
        f:
          items:
            - consent
            - { ask: age, relevant: "\${consent} = 'Granted'" }
                     ^^^ asked-without-consent
                                                  ^^^^^^^^^ code-not-in-list
    `);
  });

  it('is asked after consent inside a group, a repeat or a repeat without rows', () => {
    checked.expect(`
      forms:
        f:
          items:
            - consent
            - group: people
              label: People
              relevant: \${consent} = 'granted'
              items:
                - size
                - group: more
                  label: More
                  items: [age]
            - repeat: member
              label: Member
              repeat_count: if(\${size} = '', 0, \${size})
              items: [name]
    `);
  });

  it('may depend on an answer further down', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: age, relevant: "\${size} > 1" }
            - consent
            - { ask: size, relevant: "\${consent} = 'granted'" }
    `);
  });

  it('is guarded by the module that places it, under whichever name consent is asked', () => {
    checked.expect(`
      modules:
        people: { items: [consent, { ask: age, relevant: "\${consent} = 'granted'" }] }
      forms:
        f:
          items:
            - { use: people, prefix: head_ }
            - { ask: name, relevant: "\${head_consent} = 'granted'" }
    `);
  });

  it('is told at the outermost group that does not ask for consent, with the others of it', () => {
    const { findings } = checked.expect(`
      modules:
        people: { items: [{ group: people, label: People, items: [age, { group: names, label: Names, items: [name] }] }] }
      forms:
        f:
          items:
            - group: all
              label: All
              items:
                - consent
                - { group: people, label: People, items: [age, { group: names, label: Names, items: [name] }] }
                           ^^^^^^ asked-without-consent
    `);
    expect(findings[0]?.message).toContain('2 personal questions of "people"');
    expect(findings[0]?.message).toContain('"age" and "name"');
  });

  it('is told by itself where it is the only one of a group', () => {
    checked.expect(`
      forms:
        f:
          items:
            - consent
            - { group: people, label: People, items: [size, age] }
                                                            ^^^ asked-without-consent
    `);
  });

  it('is told once more for another form', () => {
    const { findings } = checked.compile(`
      modules: { people: { items: [consent, age] } }
      forms:
        f: { items: [{ use: people }] }
        g: { items: [{ use: people }] }
    `);
    expect(findings.map(({ message }) => message.includes('"f"'))).toEqual([true, false]);
  });

  it('whose condition cannot be read is not told twice', () => {
    checked.expect(`
      forms:
        f:
          items:
            - consent
            - { ask: age, relevant: "\${consent} = " }
                                                ^ expression-syntax
    `);
  });
});

describe('what is not a personal question', () => {
  it('is asked before consent without a finding', () => {
    checked.expect(`
      forms:
        f:
          metadata: [start, deviceid, username, phonenumber]
          items:
            - { note: hello, label: Hello }
            - size
            - consent
            - { calculate: twice, calculation: "\${size} * 2", sensitivity: personal }
    `);
  });

  it('becomes one by what the manifest or the question says', () => {
    nothing.with({ 'dictionary.yaml': manifest('  sensitivity: personal\n'), 'consent.yaml': CONSENT }).checked()
      .expect(`
        forms:
          f:
            items: [consent, size]
                             ^^^^ asked-without-consent
      `);
    checked.expect(`
      forms:
        f:
          metadata: [{ ask: phone, type: phonenumber, sensitivity: personal }]
                            ^^^^^ asked-without-consent
          items: [consent, { ask: size, identifies: quasi }]
    `);
  });
});

describe('consent that must be given or refused', () => {
  it('is given where it was not refused', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: consent, required: yes }
            - { ask: age, relevant: "\${consent} != 'refused'" }
            - { ask: name, relevant: "not(selected(\${consent}, 'refused'))" }
    `);
  });

  it('is not, where there is a third answer', () => {
    checked.expect(`
      codelists: { three: { codes: { granted: Granted, refused: Refused, later: Later } } }
      forms:
        f:
          items:
            - { ask: other, as: consent, type: select_one three, label: Agree?, required: yes }
            - { ask: age, relevant: "\${consent} != 'refused'" }
                     ^^^ asked-without-consent
    `);
  });
});

describe('a form about people', () => {
  it('asks for consent at all', () => {
    const { findings } = checked.expect(`
      forms:
        f: { items: [size, age, name] }
        ^ form-without-consent
        g: { items: [size] }
    `);
    expect(findings[0]?.message).toBe('Form "f" asks "age" and "name", but not "consent".');
  });

  it('needs no gate where the manifest names none', () => {
    nothing
      .with({ 'dictionary.yaml': 'lexiform: 1\ndictionary: test\nprofiles: [odk]\n' })
      .checked()
      .expect(`forms: { f: { items: [{ ask: q, type: text, label: Q, identifies: direct, sensitivity: personal }] } }`);
  });
});

describe('the gate of the manifest', () => {
  it('names a question that exists, and a code of its list', () => {
    nothing
      .with({ 'consent.yaml': CONSENT })
      .checked()
      .expect({
        'dictionary.yaml': `
          lexiform: 1
          dictionary: test
          profiles: [odk]
          policy:
            consent: { variable: consent, value: grantet }
                                                 ^^^^^^^ consent-policy
        `,
      });
    nothing
      .with({ 'consent.yaml': CONSENT })
      .checked()
      .expect({
        'dictionary.yaml': `
          lexiform: 1
          dictionary: test
          profiles: [odk]
          policy:
            consent: { variable: konsent, value: granted }
                                 ^^^^^^^ unknown-variable
        `,
      });
  });

  it('names both', () => {
    nothing.checked().expect({
      'dictionary.yaml': `
        lexiform: 1
        dictionary: test
        policy:
          consent: { variable: consent }
                               ^^^^^^^ consent-policy
      `,
    });
    nothing.checked().expect({
      'dictionary.yaml': `
        lexiform: 1
        dictionary: test
        policy:
          consent: { value: granted }
                            ^^^^^^^ consent-policy
      `,
    });
  });

  it('may be a question of forms alone, or one without a list', () => {
    checked.expect({
      'consent.yaml': `
        forms:
          f: { items: [{ ask: consent, type: text, label: Write granted }] }
      `,
    });
  });
});

describe('conditions without end', () => {
  it('are followed for a while only', () => {
    const links = Array.from(
      { length: 300 },
      (_, index) =>
        `- { calculate: c${index}, calculation: "if(\${c${index + 1}} = 'x', \${c${index + 1}}, \${c${index + 1}})" }`,
    );
    const { findings } = checked.compile(
      `forms:\n  f:\n    items:\n      - consent\n      ${links.join('\n      ')}\n      - { calculate: c300, calculation: "\${c0}" }\n      - { ask: age, relevant: "\${c0} = 'x'" }\n`,
    );
    expect(findings.map(({ rule }) => rule)).toContain('asked-without-consent');
  });
});

import { describe, expect, it } from 'vitest';
import { at } from '../../support/outline.ts';
import { nothing, reading } from '../../support/tester.ts';

const checked = reading.checked();

describe('a sensitive question', () => {
  it('says why it is asked', () => {
    const { findings } = checked.expect(`
      variables:
        with: { type: text, label: W, sensitivity: sensitive, purpose: To refer the person to a doctor. }
        without: { type: text, label: W, sensitivity: sensitive }
                                                      ^^^^^^^^^ sensitive-without-purpose
        removed: { like: with, label: R, purpose: , sensitivity: sensitive }
                                                                 ^^^^^^^^^ sensitive-without-purpose
        like: { like: without, label: L }
        personal: { type: text, label: P, sensitivity: personal }
      forms:
        f:
          items:
            - without
            - { ask: without, as: again }
            - { ask: personal, sensitivity: sensitive }
                                            ^^^^^^^^^ sensitive-without-purpose
            - { ask: local, type: text, label: L, sensitivity: sensitive }
                                                               ^^^^^^^^^ sensitive-without-purpose
    `);
    expect(findings.map(({ message }) => message)).toEqual([
      '"without" is sensitive, but says no purpose.',
      '"removed" is sensitive, but says no purpose.',
      '"personal" is sensitive, but says no purpose.',
      '"local" is sensitive, but says no purpose.',
    ]);
  });

  it('is one that is asked, not one that is computed or shown', () => {
    checked.expect(`
      variables:
        score: { type: calculate, calculation: 1 + 1, sensitivity: sensitive }
        shown: { type: note, label: N, sensitivity: sensitive }
      forms:
        f: { items: [{ calculate: c, calculation: 1 + 1, sensitivity: sensitive }] }
    `);
  });
});

describe('a purpose', () => {
  it('is a text like a definition: in languages, inherited by like and ask', () => {
    const { variable, form } = reading.expect(`
      variables:
        a: { type: text, label: A, purpose: { en: To help. } }
        b: { like: a, label: B }
      forms: { f: { items: [b] } }
    `);
    const purposes = [variable('a'), variable('b'), ...form().items].map((item) =>
      item.kind === 'question' ? item.meaning.purpose?.byLanguage.get('en')?.string.text : undefined,
    );
    expect(purposes).toEqual(['To help.', 'To help.', 'To help.']);
    checked.expect(`
      variables:
        a: { type: text, label: A, purpose: { fr: Pour aider. } }
                                                  ^^^^^^^^^^^ unknown-language
    `);
  });

  it('is translated in locale files', () => {
    const { variable } = nothing.expect({
      'dictionary.yaml': 'lexiform: 1\ndictionary: test\nlanguages: { en: English, fr: Français }\nprofiles: [odk]\n',
      'a.yaml': 'variables: { a: { type: text, label: A, purpose: To help. } }\n',
      'locales/fr.yaml': 'variables: { a: { purpose: Pour aider. } }\n',
    });
    expect(variable('a').meaning.purpose?.byLanguage.get('fr')?.string.text).toBe('Pour aider.');
  });
});

describe('what identifies a person', () => {
  it('is at least personal', () => {
    const { findings } = checked.expect(`
      variables:
        phone: { type: text, label: P, identifies: direct, sensitivity: internal }
                                                                        ^^^^^^^^ identifier-not-personal
        name: { type: text, label: N, identifies: direct }
                                                  ^^^^^^ identifier-not-personal
        number: { type: text, label: N, identifies: direct, sensitivity: personal }
        age: { type: text, label: N, identifies: quasi, sensitivity: public }
      forms: { f: { items: [phone, { ask: phone, as: phone_2 }] } }
    `);
    expect(findings.map(({ message }) => message)).toEqual([
      '"phone" identifies a person directly, but its sensitivity is "internal".',
      '"name" identifies a person directly and states no sensitivity, so it counts as "internal".',
    ]);
  });

  it('has the sensitivity that the manifest gives to all', () => {
    nothing
      .with({
        'dictionary.yaml': 'lexiform: 1\ndictionary: test\nprofiles: [odk]\npolicy: { sensitivity: personal }\n',
      })
      .checked()
      .expect('variables: { name: { type: text, label: N, identifies: direct } }\n');
  });
});

describe('a computed value', () => {
  const QUESTIONS = `
    variables:
      name: { type: text, label: N, sensitivity: sensitive, identifies: direct, purpose: To find the person again. }
      age: { type: integer, label: A, sensitivity: personal }
      site: { type: text, label: S }
      number: { type: text, label: S, sensitivity: personal, identifies: direct }
  `;
  const asking = checked.with({ 'questions.yaml': QUESTIONS });

  it.each([
    '${name}',
    '(${name})',
    "concat('Household of ', ${name})",
    "if(${age} > 18, ${name}, 'child')",
    'coalesce(${site}, ${name})',
    'substr(${name}, 0, 1)',
    "join(' ', ${site}, ${name})",
    'once(normalize-space(${name}))',
    '${last-saved#name}',
  ])('carries what it lets through: %s', (calculation) => {
    const { findings } = asking.compile(
      `forms: { f: { items: [site, age, name, { calculate: c, calculation: "${calculation}" }] } }\n`,
    );
    expect(findings.map(({ message }) => message)).toEqual([
      '"c" carries the answer to "name", which is sensitive, but it states no sensitivity, so it counts as "internal".',
    ]);
  });

  it.each([
    '${site}',
    "if(${name} = 'x', 1, 0)",
    '${age} + 1',
    'string-length(${name})',
    "pulldata('f', 'a', 'b', ${name})",
    "${name} != ''",
    "digest(${name}, 'SHA-256')",
  ])('carries nothing of what it compares, counts or looks up: %s', (calculation) => {
    asking.expect(`
      forms:
        f:
          attachments: [{ file: f.csv, from: server }]
          items: [site, age, name, { calculate: c, calculation: "${calculation}" }]
    `);
  });

  it('points at the reference, and at the gravest of several', () => {
    const { findings } = asking.expect(`
      variables:
        card: { type: calculate, calculation: "concat(\${age}, \${name})", sensitivity: personal }
                                                                ^^^^ carries-personal-data
        both: { type: calculate, calculation: "concat(\${age}, \${name})" }
                                                                ^^^^ carries-personal-data
        fine: { type: calculate, calculation: "concat(\${age}, \${name})", sensitivity: sensitive, identifies: direct }
        first: { type: text, label: F, default: "\${name}" }
                                                   ^^^^ carries-personal-data
      forms: { f: { items: [age, name, card, both, fine, first] } }
    `);
    expect(findings[0]?.message).toBe(
      '"card" carries the answer to "name", which is sensitive, but its sensitivity is "personal".',
    );
    expect(findings[0]?.related.map(({ location }) => at(location))).toEqual(['questions.yaml:2:46']);
  });

  it('says that it identifies a person where the answer does', () => {
    const { findings } = asking.expect(`
      forms:
        f:
          items:
            - number
            - { calculate: c, calculation: "concat('HH-', \${number})", sensitivity: personal }
                                                            ^^^^^^ carries-personal-data
            - { calculate: d, calculation: "concat('HH-', \${number})", sensitivity: personal, identifies: quasi }
    `);
    expect(findings[0]?.message).toBe(
      '"c" carries the answer to "number", which identifies a person directly, and does not say so.',
    );
  });

  it('is told once for a variable that several forms or uses compute', () => {
    asking.expect(`
      variables:
        c: { type: calculate, calculation: "\${name}" }
                                              ^^^^ carries-personal-data
      modules: { m: { items: [name, c] } }
      forms:
        f: { items: [{ use: m }, { use: m, suffix: _2 }] }
        g: { items: [{ use: m }] }
    `);
  });

  it('is also the name of a submission', () => {
    const { findings } = asking.expect(`
      forms:
        f:
          settings: { instance_name: "concat(\${site}, ' ', \${name})" }
                                                             ^^^^ identifier-in-instance-name
          items: [site, name]
        g:
          settings: { instance_name: "concat(\${site}, ' ', \${number})" }
          items: [site, number]
        h:
          settings: { instance_name: "'Plain'" }
          items: [site]
    `);
    expect(findings[0]?.message).toBe(
      'The instance_name of form "f" carries the answer to "name", which is sensitive and identifies a person directly.',
    );
  });
});

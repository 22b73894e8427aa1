import { describe, expect, it } from 'vitest';
import { nothing } from '../support/tester.ts';

const manifest = (text: string): ReturnType<typeof nothing.expect> => nothing.expect({ 'dictionary.yaml': text });

describe('The manifest', () => {
  it('says what the dictionary is', () => {
    const { dictionary } = manifest(`
      lexiform: 1
      dictionary: displacement-core
      title: Displacement tracking
      version: 1.10
      languages:
        en: English
        fr: { name: Français, header: French }
        ar: { name: العربية, header: "" }
      default_language: fr
      profiles: [odk, kobo, odk]
      policy:
        sensitivity: internal
        consent: { variable: consent, value: yes }
        small_cells: 05
    `);
    expect(dictionary.name.string.text).toBe('displacement-core');
    expect(dictionary.version?.string.text).toBe('1.10');
    expect(dictionary.title?.byLanguage.get('fr')?.string.text).toBe('Displacement tracking');
    expect(dictionary.languages.map(({ tag, header }) => `${tag} ${header}`)).toEqual([
      'en English (en)',
      'fr French',
      'ar ',
    ]);
    expect(dictionary.defaultLanguage).toBe('fr');
    expect(dictionary.profiles).toEqual(['kobo', 'odk']);
    expect([...dictionary.policy].map(([key, { string }]) => `${key} ${string.text}`)).toEqual([
      'consent.variable consent',
      'consent.value yes',
      'sensitivity internal',
      'small_cells 05',
    ]);
  });

  it('may leave out all but two keys', () => {
    const { dictionary } = manifest('lexiform: 1\ndictionary: small\n');
    expect(dictionary.languages).toEqual([]);
    expect(dictionary.defaultLanguage).toBe('');
    expect(dictionary.profiles).toEqual(['xlsform']);
  });

  it('needs these two', () => {
    manifest(`
      title: Nameless
      ^^^^^^^^^^^^^^^ missing-key: "dictionary"
      ^^^^^^^^^^^^^^^ missing-key: "lexiform"
    `);
  });

  it('needs them also where it is empty', () => {
    const rules = nothing.compile({ 'dictionary.yaml': '# nothing yet\n' }).findings.map(({ rule }) => rule);
    expect(rules).toEqual(['missing-key', 'missing-key']);
  });

  it('must be there', () => {
    const { findings } = nothing.compile({ 'a.yaml': 'variables: { a: { type: text } }\n' });
    expect(findings.map(({ rule }) => rule)).toEqual(['no-dictionary']);
  });

  it('is of a version that is known', () => {
    manifest('lexiform: 2\n          ^ wrong-value\ndictionary: d\n');
  });

  it('names languages, profiles and policies that exist', () => {
    manifest(`
      lexiform: 1
      dictionary: d
      languages: { en: English }
      default_language: fr
                        ^^ unknown-language
      profiles: [kobo, excel]
                       ^^^^^ wrong-value
      policy: { sensitivity: secret, consnet: x }
                             ^^^^^^ wrong-value
                                     ^^^^^^^ unknown-key: Did you mean "consent"?
      langauges: {}
      ^^^^^^^^^ unknown-key: Did you mean "languages"?
    `);
  });

  it('says each key and each language once', () => {
    manifest(`
      lexiform: 1
      dictionary: d
      languages: { en: English, en: Anglais }
                                ^^ duplicate-key
      dictionary: e
      ^^^^^^^^^^ duplicate-key
    `);
  });

  it('gives values of the right shape', () => {
    manifest(`
      lexiform: 1
      dictionary: [d]
                  ^^^ wrong-shape
      languages: [en, fr]
                 ^^^^^^^^ wrong-shape
      policy: strict
              ^^^^^^ wrong-shape
    `);
  });

  it('may hold sections like all other files', () => {
    const { variable } = manifest('lexiform: 1\ndictionary: d\nvariables: { a: { type: text } }\n');
    expect(variable('a').type.word).toBe('text');
  });
});

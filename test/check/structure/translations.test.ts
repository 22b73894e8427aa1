import { describe, expect, it } from 'vitest';
import { isKnownTag, shorterTag } from '../../../src/vocabulary/language-codes.ts';
import { slipOf } from '../../../src/core/suggest.ts';
import { nothing, type Tester } from '../../support/tester.ts';

function inLanguages(languages: string, profiles = 'kobo, odk'): Tester {
  const manifest = `lexiform: 1\ndictionary: test\nlanguages: ${languages}\nprofiles: [${profiles}]\n`;
  return nothing.with({ 'dictionary.yaml': manifest }).checked();
}

const two = inLanguages('{ en: English, fr: Français }');

describe('a text in two languages', () => {
  it('shows the same answers in both', () => {
    two.expect(`
      codelists: { l: { codes: { a: { en: "A \${n}", fr: B } } } }
                                                        ^ one-sided-reference
      forms:
        f:
          items:
            - { ask: n, type: text, label: { en: N, fr: N } }
            - { note: a, label: { en: "\${n} is here", fr: Est ici } }
                                                          ^^^^^^^ one-sided-reference: \${n}
            - { note: b, label: { en: "\${n} is here", fr: "Voici \${n}, \${n}" } }
            - { note: c, label: { mul: "\${n}" } }
            - { ask: d, type: select_one l, label: { en: N, fr: N } }
    `);
  });

  it('is not empty in one of them', () => {
    two.expect(`
      forms:
        f:
          items:
            - { note: a, label: { en: A, fr: "" }, hint: { en: " ", fr: B } }
                                             ^^ empty-text: "fr"
                                                               ^^^ empty-text: hint
            - { note: b, label: { en: A, fr: B } }
            - { note: c, label: { en: "", fr: "" } }
                      ^ missing-label
    `);
  });
});

const headingsOf = (languages: string): string[][] =>
  inLanguages(languages)
    .compile()
    .findings.map(({ message, help }) => [message, help]);

const form = (settings: string): string => `forms: { f: { ${settings}items: [{ note: n, label: { mul: N } }] } }`;

describe('the heading of a language', () => {
  it('ends with a tag that phones know', () => {
    expect(headingsOf('{ en: English, prs: دری, pt-BR: Português }')).toEqual([]);
    expect(headingsOf('{ en: { name: English, header: "" } }')).toEqual([]);
    expect(headingsOf('{ en: { name: English, header: English } }')).toEqual([
      [
        'The heading "English" does not end with the tag of its language.',
        'Write header: English (en), or leave header: out.',
      ],
    ]);
    expect(headingsOf('{ fra: Français }')).toEqual([['"fra" is not the tag of a language.', 'Use the tag fr.']]);
    expect(headingsOf('{ en: { name: English, header: X (xx) } }')[0]?.[0]).toBe('"xx" is not the tag of a language.');
  });

  it('is known by its first part', () => {
    expect(['en', 'fr', 'prs', 'ps', 'pt-BR', 'zh-Hant-TW'].filter((tag) => !isKnownTag(tag))).toEqual([]);
    expect(['eng', 'fre', 'xx', 'English', '', 'EN'].filter(isKnownTag)).toEqual([]);
    expect([shorterTag('ara'), shorterTag('ARA-SY'), shorterTag('prs')]).toEqual(['ar', 'ar-sy', undefined]);
  });

  it('is not left out for one of several where workbooks go out as written', () => {
    const languages = '{ en: { name: English, header: "" }, fr: Français }';
    const rules = (profile: string, settings = ''): string[] =>
      inLanguages(languages, profile)
        .compile(form(settings))
        .findings.map(({ rule }) => rule);
    expect(rules('xlsform')).toEqual(['plain-language']);
    expect(rules('xlsform', 'settings: { default_language: English (en) }, ')).toEqual([]);
    expect(rules('xlsform', 'languages: [en], ')).toEqual([]);
    expect(rules('kobo')).toEqual([]);
    expect(rules('odk')).toEqual([]);
  });
});

describe('a slip', () => {
  it('is a word that can hardly be another one', () => {
    const known = ['relevant', 'required', 'rows', 'image', 'multiline', 'field-list', 'hint'];
    const words = ['relevent', 'requried', 'mutliline', 'fieldlist', 'hnit', 'Required'];
    expect(words.map((word) => slipOf(word, known))).toEqual([
      'relevant',
      'required',
      'multiline',
      'field-list',
      'hint',
      'required',
    ]);
    expect(['notes', 'row', 'image2', 'source', 'hints', ''].flatMap((word) => slipOf(word, known) ?? [])).toEqual([]);
  });
});

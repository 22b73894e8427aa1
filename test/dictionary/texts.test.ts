import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const bilingual = reading.with({
  'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\ndefault_language: en\n',
});

const labels = (yaml: string, name: string): readonly string[] => {
  const { label } = bilingual.expect(yaml).variable(name).facets;
  return [...(label?.byLanguage ?? [])].map(([tag, { string }]) => `${tag}: ${string.text}`);
};

describe('A text', () => {
  it('without a language is one in the default language', () => {
    expect(labels('variables: { a: { type: text, label: Yes } }\n', 'a')).toEqual(['en: Yes']);
  });

  it('is a map from language to text, also for all languages', () => {
    expect(labels('variables: { a: { type: text, label: { fr: Oui, en: Yes } } }\n', 'a')).toEqual([
      'fr: Oui',
      'en: Yes',
    ]);
    expect(labels('variables: { a: { type: text, label: { mul: OK } } }\n', 'a')).toEqual(['mul: OK']);
  });

  it('is no list and no map of maps', () => {
    bilingual.expect(`
      variables:
        a: { type: text, label: [A] }
                                ^^^ wrong-shape
        b: { type: text, label: { en: { x: y } } }
                                      ^^^^^^^^ wrong-shape
    `);
  });

  it('says each language once', () => {
    bilingual.expect(
      'variables:\n  a: { type: text, label: { en: A, en: B } }\n                                   ^^ duplicate-key\n',
    );
  });

  it('loses nothing behind a number sign', () => {
    bilingual.expect(`
      variables:
        a:
          type: text  # a comment
          label: Household #1
                           ^^ needs-quotes: part of the text is lost: #1
          hint: Household  # two blanks make a comment
          hxl: #indicator
               ^^^^^^^^^^ needs-quotes: part of the text is lost: #indicator
          guidance_hint:
            en: #1
                ^^ needs-quotes
            fr: a#b
      codelists:
        l:
          codes: # one blank, but a map follows
            a: #1
               ^^ needs-quotes
            b: No #2
                  ^^ needs-quotes
    `);
  });
});

describe('What a variable, an ask and a like say of one text', () => {
  const base = `
    variables:
      a: { type: text, label: { en: A, fr: Ah } }
      b: { type: text, label: B }
    `;
  const asked = (item: string): readonly string[] => {
    const { form } = bilingual.expect({ 'a.yaml': base, 'b.yaml': `forms: { f: { items: [${item}] } }\n` });
    const [question] = form().items;
    return [...(question?.facets.label?.byLanguage ?? [])].map(([tag, { string }]) => `${tag}: ${string.text}`);
  };

  it('merges by language in an ask', () => {
    expect(asked('{ ask: a, label: { fr: Ha } }')).toEqual(['en: A', 'fr: Ha']);
  });

  it('knows the default language by either name', () => {
    expect(asked('{ ask: a, label: Changed }').toSorted()).toEqual(['en: Changed', 'fr: Ah']);
    expect(asked('{ ask: b, label: { en: Changed } }')).toEqual(['en: Changed']);
  });

  it('is replaced by one for all languages', () => {
    expect(asked('{ ask: a, label: { mul: Same } }')).toEqual(['mul: Same']);
  });

  it('is the last one written, however often it changed', () => {
    const { form } = bilingual.expect(`
      variables:
        a: { type: text, label: First }
      modules:
        m: { items: [{ ask: a, label: { en: Second } }] }
      forms:
        f: { items: [{ ask: a, label: Third }, { use: m, prefix: m_ }] }
    `);
    expect(form().items.map(({ facets }) => facets.label?.byLanguage.get('en')?.string.text)).toEqual([
      'Third',
      'Second',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { nothing } from '../support/tester.ts';

const MANIFEST_three =
  'lexiform: 1\ndictionary: test\nlanguages: { en: English, fr: Français, ar: العربية }\nprofiles: [kobo, odk]\n';
const MANIFEST_none = 'lexiform: 1\ndictionary: test\nprofiles: [kobo, odk]\n';

const three = nothing.with({ 'dictionary.yaml': MANIFEST_three }).checked();
const none = nothing.with({ 'dictionary.yaml': MANIFEST_none }).checked();

describe('a text that is missing in a language', () => {
  it('is told with what it is a text of and the languages that lack it', () => {
    const { findings } = three.expect(`
      codelists:
        l: { codes: { a: Only English, b: { label: { en: B, fr: B, ar: B }, image: { en: b.png, fr: b.png } } } }
                         ^^^^^^^^^^^^ missing-translation
                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ missing-translation
      variables:
        q: { type: select_one l, label: { en: Q, fr: Q }, hint: { fr: H } }
                                        ^^^^^^^^^^^^^^^^ missing-translation
                                                                ^^^^^^^^^ missing-translation
      forms:
        f: { attachments: [{ file: b.png, from: server }], items: [q, { group: g, label: G, items: [{ note: n, label: { mul: N } }] }] }
                                                                                         ^ missing-translation
    `);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/label of .a. .*Français and العربية/),
      expect.stringMatching(/image of .b. .*العربية/),
      expect.stringMatching(/label of .q. .*العربية/),
      expect.stringMatching(/hint of .q. .*English and العربية/),
      expect.stringMatching(/label of .g. .*Français and العربية/),
    ]);
  });

  it('is told once for a variable that several forms ask', () => {
    three.expect(`
      variables:
        q: { type: text, label: Q }
                                ^ missing-translation
      forms:
        f: { items: [q, { ask: q, as: q2 }] }
        g: { items: [q] }
    `);
  });

  it('does not matter in a language that the form does not have', () => {
    three.expect(`
      variables:
        q: { type: text, label: { en: Q, fr: Q } }
      forms:
        f: { languages: [fr, en], items: [q] }
    `);
  });

  it('does not matter in what no form shows', () => {
    three.expect(`
      codelists:
        unused: { label: Unused, codes: { a: A } }
        used: { label: A list, definition: Of words, codes: { a: { label: { mul: A } }, old: { label: Old, retired: 1.0.0 } } }
      variables:
        unused: { type: text, label: Unused }
        used: { type: select_one used, label: { mul: U }, definition: Only English, soft: [{ when: . = 'a', message: M }] }
      modules:
        m: { label: M, items: [unused] }
      forms:
        f: { title: T, definition: D, items: [used] }
    `);
  });

  it('does not matter in a list that goes out as a file, which has one language', () => {
    three.expect(`
      codelists:
        file: { delivery: external, codes: { a: A } }
      variables:
        q: { type: select_one file, label: { mul: Q } }
      forms:
        f: { items: [q] }
    `);
  });
});

describe('a language tag', () => {
  it('that the dictionary does not have is told wherever a text uses it', () => {
    three.expect(`
      codelists:
        l: { label: { en: L, es: L }, definition: { es: D }, codes: { a: { label: { mul: A, es: A } } } }
                                 ^ unknown-language
                                                        ^ unknown-language
                                                                                                ^ unknown-language
      variables:
        q: { type: select_one l, label: { mul: Q, es: Q }, definition: { es: D }, soft: [{ when: . = 'a', message: { es: M } }] }
                                                      ^ unknown-language
                                                                             ^ unknown-language
                                                                                                                         ^ unknown-language
      forms:
        f: { title: { es: T }, items: [q, { group: g, label: { mul: G, es: G }, items: [{ note: n, label: { mul: N, prs: N } }] }] }
                          ^ unknown-language
                                                                           ^ unknown-language
                                                                                                                         ^ unknown-language
    `);
  });

  it('is unknown in a dictionary without languages', () => {
    none.expect(`
      variables:
        q: { type: text, label: { en: Q } }
                                      ^ unknown-language
    `);
  });

  it('is not needed in a dictionary without languages', () => {
    none.expect(`
      codelists:
        l: { codes: { a: A } }
      variables:
        q: { type: select_one l, label: Q, hint: { mul: H } }
      forms:
        f: { title: T, items: [q] }
    `);
  });
});

const withLanguages = (languages: string, profile: string): ReturnType<typeof nothing.checked> =>
  nothing
    .with({ 'dictionary.yaml': `lexiform: 1\ndictionary: test\nlanguages: ${languages}\nprofiles: [${profile}]\n` })
    .checked();

describe('the headers of languages', () => {
  const form = `
    forms:
      f: { items: [{ note: n, label: { mul: N } }] }
      one: { languages: [en], items: [{ note: n, label: { mul: N } }] }
  `;

  it('cannot be the same for two languages of a form', () => {
    const languages = '{ en: { name: English, header: X (en) }, fr: { name: French, header: X (en) } }';
    const { findings } = withLanguages(languages, 'odk').compile(form);
    expect(findings.map(({ rule, message }) => [rule, message.includes('label::X (en)')])).toEqual([
      ['same-in-workbook', true],
    ]);
  });

  it('can be plain for several languages of a dictionary, where no form would have two plain columns', () => {
    const languages = '{ en: { name: English, header: "" }, fr: { name: French, header: "" } }';
    expect(withLanguages(languages, 'kobo').compile(form).findings).toEqual([]);
    expect(withLanguages(languages, 'odk').compile(form).findings).toEqual([]);
    expect(
      withLanguages(languages, 'xlsform')
        .compile(form)
        .findings.map(({ rule }) => rule),
    ).toEqual(['same-in-workbook']);
  });
});

import { describe, expect, it } from 'vitest';
import { delivered, lists, rows } from './deliver.ts';

const THREE = 'languages: { en: English, fr: Français, ar: العربية }';

const FORM = `
codelists:
  l:
    codes:
      a: { label: A, image: a.png }
      b: { label: { mul: B }, image: { fr: b.png } }
forms:
  f:
    items:
      - { ask: q, type: select_one l, label: { en: Q, fr: F }, hint: { ar: H }, required: yes, required_message: M }
`;

describe('a text that is missing in a language', () => {
  it('is there in the default language, or in the one that it has, where a converter would show a dash', () => {
    const delivery = delivered(FORM, 'kobo', THREE);
    expect(rows(delivery, 'label', 'hint', 'required_message')).toMatchInlineSnapshot(
      `"select_one l q | label: en "Q", fr "F", ar "Q" | hint: en "H", fr "H", ar "H" | required_message: en "M", fr "M", ar "M""`,
    );
    expect(lists(delivery)).toMatchInlineSnapshot(`
      "inline l
      a | en "A", fr "A", ar "A"
      b | en "B", fr "B", ar "B""
    `);
    expect(delivery.inline[0]?.codes.map(({ texts }) => [...(texts.image?.byLanguage.keys() ?? [])])).toEqual([
      ['en', 'fr', 'ar'],
      ['en', 'fr', 'ar'],
    ]);
  });

  it('stays away where nothing is adapted', () => {
    const delivery = delivered(FORM, 'xlsform', THREE);
    expect(rows(delivery, 'label', 'hint', 'required_message')).toMatchInlineSnapshot(
      `"select_one l q | label: en "Q", fr "F" | hint: ar "H" | required_message: en "M""`,
    );
  });

  it('is there in the default language of the dictionary, whatever the form opens with', () => {
    const form = FORM.replace('f:\n    items', 'f:\n    default_language: ar\n    languages: [ar, fr]\n    items');
    expect(rows(delivered(form, 'odk', THREE), 'label', 'hint')).toMatchInlineSnapshot(
      `"select_one l q | label: ar "Q", fr "F" | hint: ar "H", fr "H""`,
    );
  });

  it('is none in a dictionary without languages', () => {
    expect(rows(delivered('forms: { f: { items: [{ note: n, label: N }] } }', 'odk', 'title: T'), 'label')).toBe(
      'note n | label: - "N"',
    );
  });
});

const headers = (languages: string, form: string, profile: 'kobo' | 'odk' | 'xlsform'): readonly string[] =>
  delivered(
    `forms: { f: { ${form} items: [{ note: n, label: N }] } }`,
    profile,
    `languages: ${languages}`,
  ).languages.map(({ header }) => header);

describe('the languages of a form', () => {
  const all = '{ en: English, fr: { name: Français, header: French }, ar: { name: العربية, header: "" } }';

  it('have the headers that the dictionary says, in its order', () => {
    expect(headers(all, '', 'xlsform')).toEqual(['English (en)', 'French', '']);
    expect(headers(all, 'languages: [fr, en],', 'kobo')).toEqual(['English (en)', 'French']);
  });

  it('are one plain column where there is one only', () => {
    for (const profile of ['kobo', 'odk', 'xlsform'] as const)
      expect(headers(all, 'languages: [ar],', profile)).toEqual(['']);
  });

  it('have no plain column beside others for KoboToolbox, which takes it for a language without a name', () => {
    expect(headers(all, 'languages: [en, ar],', 'kobo')).toEqual(['English (en)', 'العربية (ar)']);
    expect(headers(all, 'languages: [ar, en], default_language: ar,', 'kobo')).toEqual([
      'English (en)',
      'العربية (ar)',
    ]);
  });

  it('have one for ODK only in the language that opens first, which pyxform takes it for', () => {
    expect(headers(all, 'default_language: ar,', 'odk')).toEqual(['English (en)', 'French', '']);
    expect(headers(all, 'default_language: fr,', 'odk')).toEqual(['English (en)', 'French', 'العربية (ar)']);
  });
});

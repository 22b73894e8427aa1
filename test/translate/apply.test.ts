import { describe, expect, it } from 'vitest';
import { openTranslations } from '../../src/dictionary/locales/open.ts';
import { readYamlFile } from '../../src/dictionary/project/project.ts';
import { memoryTree } from '../../src/source/files.ts';
import { applyTexts } from '../../src/translate/apply.ts';
import { present } from '../support/tester.ts';

const manifest =
  'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français, ar: العربية }\nprofiles: [kobo]\n';

/** The files that change when these texts are taken over into a language, without the hashes. */
function applied(
  files: Readonly<Record<string, string>>,
  tag: string,
  texts: Readonly<Record<string, string>>,
): unknown {
  const tree = memoryTree({ 'dictionary.yaml': manifest, ...files });
  const { units } = present(openTranslations(tree), 'a dictionary');
  const accepted = units.flatMap((unit) =>
    texts[unit.path] === undefined ? [] : [{ unit, text: texts[unit.path] ?? '' }],
  );
  expect(accepted).toHaveLength(Object.keys(texts).length);
  const read = (file: string): ReturnType<typeof readYamlFile> => readYamlFile(tree, file, () => undefined);
  const name = `locales/${tag}.yaml`;
  const locale = tree.paths.includes(name) ? read(name) : undefined;
  const { files: changed, begun } = applyTexts(accepted, { tag, defaultLanguage: 'en', locale, read });
  const all = [...changed, ...(begun === undefined ? [] : [[name, begun] as const])];
  return Object.fromEntries(
    all.map(([file, text]) => [file, text.replace(/(?:^|\n)sources:\n(?: .*\n?)+/, '\n').trim()]),
  );
}

describe('a translation', () => {
  it('stands beside its text where no locale file can name that', () => {
    const soft = 'variables:\n  a: { type: integer, label: A, soft: [{ when: . > 2, message: Many }] }\n';
    expect(applied({ 'a.yaml': soft }, 'fr', { 'variables.a.soft.1.message': 'Beaucoup' })).toEqual({
      'a.yaml':
        'variables:\n  a: { type: integer, label: A, soft: [{ when: . > 2, message: { en: Many, fr: Beaucoup } }] }',
      'locales/fr.yaml': '',
    });
    const rows =
      'codelists:\n  v:\n    codes:\n      - { code: a, label: { en: First, fr: Un } }\n      - code: a\n        label: Second\n';
    expect(
      applied({ 'a.yaml': rows }, 'ar', { 'codelists.v.codes.1.label': 'أول', 'codelists.v.codes.2.label': 'ثان' }),
    ).toEqual({
      'a.yaml':
        'codelists:\n  v:\n    codes:\n      - code: a\n        label:\n          en: First\n          fr: Un\n          ar: أول\n      - code: a\n        label:\n          en: Second\n          ar: ثان',
      'locales/ar.yaml': '',
    });
  });

  it('fills a language that was left open in the dictionary', () => {
    const open = 'variables:\n  a:\n    type: text\n    label:\n      en: A\n      fr:\n';
    expect(applied({ 'a.yaml': open }, 'fr', { 'variables.a.label': 'Un' })).toMatchObject({
      'a.yaml': 'variables:\n  a:\n    type: text\n    label:\n      en: A\n      fr: Un',
    });
  });

  it('joins those that a locale file has, in the way in which it names them', () => {
    const lists = 'codelists:\n  sex: { codes: { f: Female, m: Male, x: { label: Other, image: x.png } } }\n';
    const locale = '# by hand\ncodelists:\n  sex:\n    f: Femme  # short\n';
    const texts = { 'codelists.sex.codes.m.label': 'Homme', 'codelists.sex.codes.x.label': 'Autre' };
    expect(applied({ 'a.yaml': lists, 'locales/fr.yaml': locale }, 'fr', texts)).toEqual({
      'locales/fr.yaml':
        '# by hand\ncodelists:\n  sex:\n    f: Femme  # short\n    m: Homme\n    x:\n      label: Autre',
    });
    expect(applied({ 'a.yaml': lists }, 'fr', texts)).toEqual({
      'locales/fr.yaml': 'codelists:\n  sex:\n    codes:\n      m: Homme\n      x:\n        label: Autre',
    });
  });

  it('goes into a locale file in which nothing stands yet', () => {
    const files = { 'a.yaml': 'variables:\n  a: { type: text, label: A }\n', 'locales/fr.yaml': '# to be filled\n' };
    expect(applied(files, 'fr', { 'variables.a.label': 'Un' })).toEqual({
      'locales/fr.yaml': '# to be filled\nvariables:\n  a:\n    label: Un',
    });
  });
});

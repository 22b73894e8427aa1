import { describe, expect, it } from 'vitest';
import { imported } from './adopting.ts';

const LANGUAGES = 'label::English (en) | label::French (fr)';
const FORM = `
  | survey  | type           | name   | ${LANGUAGES} | hint::French (fr) |
  |         | begin_group    | about  | About you | À propos | |
  |         | select_one sex | gender | Sex | Sexe | Une réponse |
  |         | note           | title  | A note | Une note | |
  |         | end_group      |        | | | |
  |         | begin_group    | more   | More | Plus | |
  |         | note           | same   | One | Un | |
  |         | end_group      |        | | | |
  |         | begin_group    | last   | Last | Fin | |
  |         | note           | same   | Two | Deux | |
  |         | end_group      |        | | | |
  | choices | list_name      | name   | ${LANGUAGES} | region |
  |         | sex            | label  | Female | Femme | |
  |         | sex            | m      | Male | Homme | north |
`;

describe('translations of an imported dictionary', () => {
  it('stand in a file for each language, beside the texts of the first one', async () => {
    const all = await imported({ form: FORM }, { locales: true });
    expect(all.files.get('locales/fr.yaml')).toBe(`codelists:
  sex:
    codes:
      label: Femme
      m:
        label: Homme
variables:
  gender:
    label: Sexe
  title:
    label: Une note
forms:
  form:
    about:
      label: À propos
    more:
      label: Plus
    last:
      label: Fin
`);
    expect(all.text('variables.yaml')).toContain('    label: Sex\n    hint:\n      fr: Une réponse\n');
    expect(all.after('form')).toEqual(all.before('form'));
  });

  it('stay with questions that a file could not name: those whose names stand twice in a form', async () => {
    const all = await imported({ form: FORM }, { locales: true });
    expect(all.text('forms/form.yaml')).toContain(
      '          - ask: same\n            type: note\n            label:\n              en: One\n              fr: Un\n',
    );
  });

  it('stand beside each other where there are few languages, or where that is wanted', async () => {
    for (const locales of [undefined, false]) {
      const all = await imported({ form: FORM }, { locales });
      expect([...all.files.keys()].filter((file) => file.startsWith('locales/'))).toEqual([]);
      expect(all.text('codelists.yaml')).toContain(
        '      m:\n        label:\n          en: Male\n          fr: Homme\n        region: north\n',
      );
      expect(all.after('form')).toEqual(all.before('form'));
    }
  });

  it('have files of their own where there are more than three languages', async () => {
    const many = ['en', 'fr', 'ar', 'ps'];
    const all = await imported({
      form: `| survey | type | name | ${many.map((tag) => `label::${tag} (${tag})`).join(' | ')} |
             |        | text | who  | ${many.map((tag) => `who ${tag}`).join(' | ')} |`,
    });
    expect([...all.files.keys()].filter((file) => file.startsWith('locales/'))).toEqual([
      'locales/fr.yaml',
      'locales/ar.yaml',
      'locales/ps.yaml',
    ]);
    expect(all.after('form')).toEqual(all.before('form'));
  });

  it('have the tag of their language where a heading says only its name', async () => {
    const table = `
  | survey | type | name  | label::English | label::Kiswahili | label::Sorani | label::Home |
  |        | note | title | A note         | Maelezo          | تێبینی        | Note        |
`;
    const { files } = await imported({ form: table }, { locales: true });
    expect([...files.keys()].filter((file) => file.startsWith('locales/'))).toEqual([
      'locales/sw.yaml',
      'locales/ckb.yaml',
      'locales/qaa.yaml',
    ]);
    expect(files.get('dictionary.yaml')).toMatch(/sw:\n\s+name: Kiswahili\n\s+header: Kiswahili/);
  });
});

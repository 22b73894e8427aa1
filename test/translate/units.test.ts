import { describe, expect, it } from 'vitest';
import { openTranslations, type Translations } from '../../src/dictionary/locales/open.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { memoryTree } from '../../src/source/files.ts';
import { findPlaces } from '../../src/translate/places.ts';
import { present } from '../support/tester.ts';

const manifest = 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\nprofiles: [kobo]\n';

function open(files: Readonly<Record<string, string>>): Translations {
  return present(openTranslations(memoryTree({ 'dictionary.yaml': manifest, ...files })), 'a dictionary');
}

function outline({ units }: Translations): string {
  return units
    .map(({ path, kind, steps, byLanguage }) => {
      const texts = [...byLanguage].map(([tag, { string }]) => `${tag} ${string.text}`).join(' | ');
      return `${path} ${kind}${steps === undefined ? ' inline' : ''}: ${texts}`;
    })
    .join('\n');
}

describe('the texts of a dictionary', () => {
  it('stand once each, where they are written, with what a locale file says', () => {
    const found = open({
      'a.yaml': `codelists:
  sex:
    label: Sex
    codes:
      f: Female
      m: { en: Male, fr: Homme }
      dnk: { label: Does not know, image: dnk.png }
      x: { label: Gone, retired: 1.0.0 }
  rows:
    codes: [{ code: a, label: First }, { code: a, label: Second }]
variables:
  hh_size:
    type: integer
    label: How many live here?
    constraint_message: { en: Too many, fr: Trop }
    definition: All who sleep here.
    soft: [{ when: . > 20, message: Very large }]
  like_it: { like: hh_size }
  same: { type: text, label: { mul: OCHA } }
  old: { type: text, label: Old, retired: { since: 1.0.0 } }
modules:
  roster:
    with: { who: you, max: 20, name: hh_size }
    items:
      - { ask: hh_size, hint: "Count $(who)" }
      - group: more
        label: More
        items: [{ note: thanks, label: "Thanks \${$(name)}" }, { note: twice, label: One }, { note: twice, label: Two }]
forms:
  f:
    title: Registration
    items: [{ use: roster, with: { who: them } }, { use: roster, prefix: b_ }]
checks:
  c: { when: "\${hh_size} > 9", message: Many }
`,
      'locales/fr.yaml':
        'codelists: { sex: { f: Femme } }\nmodules: { roster: { thanks: { label: Merci }, with: { who: vous } } }\n',
    });
    expect(outline(found)).toBe(`codelists.sex.label definition: en Sex
codelists.sex.codes.f.label shown: en Female | fr Femme
codelists.sex.codes.m.label shown: en Male | fr Homme
codelists.sex.codes.dnk.label shown: en Does not know
codelists.sex.codes.dnk.image media: en dnk.png
codelists.rows.codes.1.label shown inline: en First
codelists.rows.codes.2.label shown inline: en Second
variables.hh_size.label shown: en How many live here?
variables.hh_size.constraint_message shown: en Too many | fr Trop
variables.hh_size.definition definition: en All who sleep here.
variables.hh_size.soft.1.message message inline: en Very large
modules.roster.with.who shown: en you | fr vous
modules.roster.hh_size.hint shown: en Count $(who)
modules.roster.more.label shown: en More
modules.roster.thanks.label shown: en Thanks \${$(name)} | fr Merci
modules.roster.items.2.items.2.label shown inline: en One
modules.roster.items.2.items.3.label shown inline: en Two
forms.f.title shown: en Registration
forms.f.items.1.with.who shown inline: en them
checks.c.message message: en Many`);
  });

  it('leave out parameters that have a partner for each language', () => {
    const items = '[{ note: n, label: { en: "We ask $(why)", fr: "Nous demandons $(why_fr)" } }]';
    const { units } = open({
      'a.yaml': `modules:\n  m: { with: { why: to help, why_fr: pour aider }, items: ${items} }\n`,
    });
    expect(units.map(({ path }) => path)).toEqual(['modules.m.n.label']);
  });

  it('know where forms show them', () => {
    const files = {
      'dictionary.yaml': manifest,
      'a.yaml': `codelists:
  sex: { codes: { f: Female } }
variables:
  age: { type: integer, label: Age? }
  sex: { type: select_one sex, label: Sex?, hint: Ask. }
forms:
  f: { title: First, items: [age, sex] }
  g: { title: Second, languages: [en], items: [sex] }
`,
    };
    const places = findPlaces(present(compileDictionary(memoryTree(files)).dictionary, 'a dictionary'));
    const { units } = present(openTranslations(memoryTree(files)), 'a dictionary');
    expect(Object.fromEntries(units.map(({ path, source }) => [path, places(source)]))).toEqual({
      'codelists.sex.codes.f.label': { forms: ['f', 'g'], asked: ['Sex?'], after: undefined, item: undefined },
      'variables.age.label': { forms: ['f'], asked: [], after: undefined, item: 'age' },
      'variables.sex.label': { forms: ['f', 'g'], asked: [], after: 'Age?', item: 'sex' },
      'variables.sex.hint': { forms: ['f', 'g'], asked: [], after: 'Age?', item: 'sex' },
      'forms.f.title': { forms: ['f'], asked: [], after: undefined, item: undefined },
      'forms.g.title': { forms: ['g'], asked: [], after: undefined, item: undefined },
    });
  });
});

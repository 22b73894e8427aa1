import { describe, expect, it } from 'vitest';
import { codes, placed } from '../support/outline.ts';
import { present, reading } from '../support/tester.ts';

const files = {
  'dictionary.yaml':
    'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français, ar: العربية }\nprofiles: [kobo]\n',
  'a.yaml': `codelists:
  sex:
    label: Sex
    codes:
      f: Female
      m: { en: Male }
      dnk: { label: Does not know, special: dont_know }
variables:
  hh_size: { type: integer, label: How many live here?, hint: { en: Count all } }
modules:
  roster:
    label: Roster
    items:
      - hh_size
      - group: vulnerability
        label: Vulnerability
        items:
          - { note: thanks, label: Thank you }
forms:
  f: { title: Registration, items: [{ use: roster }] }
`,
};

const french = `variables:
  hh_size: { label: Combien vivent ici ?, hint: Comptez tous }
codelists:
  sex: { label: Sexe, f: Femme, m: Homme, dnk: Ne sait pas }
modules:
  roster: { vulnerability: { label: Vulnérabilité }, thanks: { label: Merci } }
forms:
  f: { title: Enregistrement }
sources: { variables.hh_size.label: 47e844 }
`;

describe('a locale file', () => {
  it('puts its texts beside those of the dictionary, wherever they stand', () => {
    const { dictionary, form } = reading.expect({ ...files, 'locales/fr.yaml': french });
    expect(placed(form(), 'label', 'hint')).toBe(
      [
        'integer hh_size | label: en "How many live here?", fr "Combien vivent ici ?" | hint: en "Count all", fr "Comptez tous"',
        'group vulnerability | label: en "Vulnerability", fr "Vulnérabilité"',
        '  note thanks | label: en "Thank you", fr "Merci"',
      ].join('\n'),
    );
    expect(codes(present(dictionary.codeLists.get('sex'), 'list'))).toBe(
      'f | en "Female", fr "Femme"\nm | en "Male", fr "Homme"\ndnk | en "Does not know", fr "Ne sait pas" | special dont_know | exclusive',
    );
    expect(form().title?.byLanguage.get('fr')?.string.text).toBe('Enregistrement');
  });

  it('may repeat what the dictionary says, but not differ from it', () => {
    reading.expect({
      ...files,
      'locales/en.yaml': `variables:
  hh_size: { label: How many live here?, hint: Count everybody }
                                               ^^^^^^^^^^^^^^^ text-in-two-places
`,
    });
  });

  it('tells what mirrors nothing, and languages that the dictionary does not have', () => {
    reading.expect({
      ...files,
      'locales/fr.yaml': `variables:
  hh_sise: { label: Combien ? }
  ^^^^^^^ locale-target: Did you mean "hh_size"
modules:
  roster: { vulnerabilty: { label: Vulnérabilité } }
            ^^^^^^^^^^^^ locale-target: Did you mean "vulnerability"
checkz: {}
^^^^^^ unknown-key: a locale file
`,
    });
    const { findings } = reading.compile({ ...files, 'locales/es.yaml': 'variables: {}\n' });
    expect(findings.map(({ rule }) => rule)).toEqual(['unknown-language']);
  });
});

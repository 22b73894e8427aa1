import { expect, it } from 'vitest';
import { checkDictionary } from '../../../src/check/check.ts';
import { compileProject } from '../../../src/dictionary/compile.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import { memoryTree } from '../../../src/source/files.ts';

const core = {
  'dictionary.yaml': 'lexiform: 1\ndictionary: small\nlanguages: { en: English, fr: Français }\nprofiles: [odk]\n',
  'all.yaml': `codelists:
  wall: { country: extend, codes: { mud: { label: { en: Mud, fr: Boue }, image: { mul: mud.png } }, brick: Brick } }
variables:
  hh_wall:
    type: select_one wall
    label: { en: Which walls?, fr: Quels murs ? }
    image: { en: wall.png, fr: mur.png }
    localise: Show the walls of the country.
forms:
  visit: { title: Visit, items: [hh_wall] }
`,
};

function countryOf(layer: string): Dictionary {
  const { countries } = compileProject(memoryTree({ ...core, 'countries/xa/country.yaml': `country: xa\n${layer}` }));
  const dictionary = countries[0]?.compile().dictionary;
  if (!dictionary) throw new Error('the country can be read');
  return dictionary;
}

function rulesIn(layer: string): readonly string[] {
  const dictionary = countryOf(layer);
  return checkDictionary(dictionary, dictionary.profiles).map(({ rule }) => rule);
}

it('a picture that a country names is for all of its languages', () => {
  const { variables, codeLists } = countryOf(
    'variables: { hh_wall: { image: ours.png } }\ncodelists: { wall: { codes: { mud: { image: ours.png } } } }\n',
  );
  const texts = [variables.get('hh_wall')?.facets.image, codeLists.get('wall')?.codes[0]?.texts.image];
  for (const text of texts)
    expect([...(text?.byLanguage ?? [])].map(([tag, { string }]) => [tag, string.text])).toEqual([['mul', 'ours.png']]);
});

it('a country can say that what it is to adapt fits as it is', () => {
  expect(rulesIn('')).toContain('localise-open');
  expect(rulesIn('variables:\n  hh_wall:\n    localise:\n')).not.toContain('localise-open');
});

import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

function told(profiles: string, languages: string, question: string): readonly string[] {
  const { findings } = reading
    .with({
      'dictionary.yaml': `lexiform: 1\ndictionary: test\n${languages}\nprofiles: [${profiles}]\n`,
      'lists.yaml': 'codelists:\n  towns: { attributes: [area], codes: { a: { label: A, area: n } } }\n',
    })
    .checked().compile(`
      forms:
        f:
          items:
            - { ask: area, type: text, label: Area }
            - { ask: q, label: Q, ${question} }
    `);
  return findings.map(({ severity, rule, message }) => `${severity} ${rule} ${/sheet \w+/.exec(message)?.[0]}`);
}

const external = 'type: select_one_external towns, choice_filter: "area = ${area}"';
const ENGLISH = 'languages: { en: English }';

describe('a list on a sheet of its own', () => {
  it('cannot be deployed by KoboToolbox with a plain column of labels', () => {
    expect(told('kobo', '', external)).toEqual(['error kobo-sheet sheet external_choices']);
    expect(told('xlsform', '', external)).toEqual(['warning kobo-sheet sheet external_choices']);
    expect(told('odk', '', external)).toEqual([]);
  });

  it('can be deployed with a column a language, but for tags, which have one column only', () => {
    expect(told('kobo, odk', ENGLISH, external)).toEqual([]);
    expect(told('kobo, odk', 'languages: { en: { name: English, header: "" } }', external)).toEqual([
      'error kobo-sheet sheet external_choices',
    ]);
    expect(told('kobo, odk', ENGLISH, 'type: osm towns')).toEqual(['error kobo-sheet sheet osm']);
    expect(told('odk', ENGLISH, 'type: osm towns')).toEqual([]);
  });

  it('is not there without a list', () => {
    expect(told('kobo', ENGLISH, 'type: osm')).toEqual([]);
  });
});

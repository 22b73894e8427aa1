import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { planOf } from '../support/workbook-tables.mjs';
import { manifest, run, tempFolder } from './project.ts';

const core = `codelists:
  level: { codes: { none: { en: None, fr: Aucune }, some: { en: Some, fr: Quelques } } }
variables:
  consent: { type: select_one level, label: { en: Do you agree?, fr: D’accord ? }, lock: [relevant] }
  see: { type: select_one level, label: { en: Do you see well?, fr: Voyez-vous bien ? }, hint: { en: H, fr: I }, lock: all, open: [hint] }
  age: { type: integer, label: { en: How old?, fr: Quel âge ? }, obligation: core }
forms:
  visit: { title: Visit, items: [consent, see, age] }
  other: { title: Other, items: [age] }
`;

const files = {
  'dictionary/dictionary.yaml': manifest,
  'dictionary/core.yaml': core,
  'dictionary/countries/xa/country.yaml': `country: xa
languages: { en: English }
variables:
  age: { label: Your age? }
forms:
  other:
`,
};

describe('lexiform check FORM.xlsx --contract DICTIONARY', () => {
  it.each(['kobo', 'odk'])('says nothing of a form as it was built: %s', async (profile) => {
    const folder = tempFolder(files);
    await run(folder, 'build', 'dictionary', '--profile', profile);
    for (const form of ['core/visit/visit', 'core/other/other', 'xa/visit/visit']) {
      const checked = await run(folder, 'check', `build/${profile}/${form}.xlsx`, '--contract', 'dictionary');
      expect(checked).toEqual({ code: 0, out: '', err: '' });
    }
  });

  it('tells at the cell what somebody changed, and shows the line that locks it', async () => {
    const folder = tempFolder({ ...files, 'edited.xlsx': await edited('visit') });
    const { code, out } = await run(folder, 'check', 'edited.xlsx', '--contract', 'dictionary', '--format', 'compact');
    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => /locked|obligation|list-not/.test(line))).toEqual([
      'edited.xlsx:survey!A1: error obligation-broken This workbook leaves out "age" in the form "visit", but its obligation is core.',
      'edited.xlsx:survey!C3: error locked-change This workbook changes label of "see" from "Do you see well?" to "Can you see?", but the variable "see" says lock: all.',
      'edited.xlsx:choices!B4: error locked-addition This workbook adds the code "bad" to the list "level", but the variable "see" says lock: all.',
    ]);
    const pretty = await run(folder, 'check', 'edited.xlsx', '--contract', 'dictionary', '--format', 'pretty');
    expect(pretty.out).toContain('dictionary/core.yaml:5:');
    expect(pretty.out).toContain('the variable "see" locks it here');
  });

  it('takes the form and the country that are named', async () => {
    const folder = tempFolder({ ...files, 'unknown.xlsx': await edited('') });
    const unclear = await run(folder, 'check', 'unknown.xlsx', '--contract', 'dictionary');
    expect(unclear).toMatchObject({ code: 2 });
    expect(unclear.err).toContain('It has: visit, other');
    const named = await run(folder, 'check', 'unknown.xlsx', '--contract', 'dictionary', '--form', 'visit');
    expect(named.out).toContain('Can you see?');
    const country = await run(
      folder,
      'check',
      'unknown.xlsx',
      '--contract',
      'dictionary',
      '--form',
      'visit',
      '--country',
      'xa',
    );
    expect(country.out).toContain('Can you see?');
    const none = await run(folder, 'check', 'unknown.xlsx', '--contract', 'dictionary', '--country', 'xb');
    expect(none).toMatchObject({ code: 2 });
    expect(none.err).toContain('The dictionary has no country "xb".');
  });

  it('reads plain columns as the language of what is written without one', async () => {
    const plain = await writeWorkbook(
      planOf(`
        | survey | type             | name    | label            | hint |
        |        | select_one level | consent | Do you agree?    |      |
        |        | select_one level | see     | Do you see well? | Look |
        |        | integer          | age     | How old are you? |      |

        | choices | list_name | name | label |
        |         | level     | none | None  |
        |         | level     | some | A few |
      `),
    );
    const folder = tempFolder({ ...files, 'visit.xlsx': plain });
    const { out } = await run(folder, 'check', 'visit.xlsx', '--contract', 'dictionary', '--format', 'compact');
    expect(out.split('\n').filter((line) => line.includes('locked'))).toEqual([
      'visit.xlsx:choices!C3: error locked-change This workbook changes label of the code "some" of the list "level" from "Some" to "A few", but the variable "see" says lock: all.',
    ]);
  });

  it('is for workbooks, and needs a dictionary that can be read', async () => {
    const folder = tempFolder({ ...files, 'edited.xlsx': await edited('visit'), 'empty/dictionary.yaml': '' });
    const dictionary = await run(folder, 'check', 'dictionary', '--contract', 'dictionary');
    expect(dictionary).toMatchObject({ code: 2 });
    expect(dictionary.err).toContain('its countries are held against its core always');
    expect((await run(folder, 'check', 'edited.xlsx', '--contract', 'edited.xlsx')).err).toContain('names a workbook');
    expect((await run(folder, 'check', 'edited.xlsx', '--contract', 'nowhere')).code).toBe(2);
  });

  it('leaves out what a baseline knows', async () => {
    const folder = tempFolder({ ...files, 'edited.xlsx': await edited('visit') });
    const words = ['check', 'edited.xlsx', '--contract', 'dictionary'];
    await run(folder, ...words, '--write-baseline', 'known.json');
    expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toContain('locked-change');
    expect(await run(folder, ...words, '--baseline', 'known.json')).toMatchObject({ code: 0, out: '' });
  });
});

/** The form of the core as somebody edited it in Excel, under a form id. */
function edited(id: string): Promise<Uint8Array> {
  return writeWorkbook(
    planOf(`
      | survey | type             | name    | label::English (en) | label::Français (fr) | hint::English (en) | hint::Français (fr) |
      |        | select_one level | consent | Do you agree?       | D’accord ?           |                    |                     |
      |        | select_one level | see     | Can you see?        | Voyez-vous bien ?    | Another hint       | I                   |

      | choices | list_name | name | label::English (en) | label::Français (fr) |
      |         | level     | none | None                | Aucune               |
      |         | level     | some | Some                | Quelques             |
      |         | level     | bad  | Bad                 | Mal                  |

      | settings | form_title | ${id === '' ? 'style' : 'form_id'} |
      |          | Visit      | ${id === '' ? 'pages' : id} |
    `),
  );
}

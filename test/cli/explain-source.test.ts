import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { planOf } from '../support/workbook-tables.mjs';
import { run, tempFolder } from './project.ts';

const workbook = await writeWorkbook(
  planOf(`
  | survey | type           | name    | label::English (en) | label::Arabic (ar) | relevant      | hint::English (en) |
  |        | select_one sex | gender  | Who is asked?       | من يُسأل؟          |               |                    |
  |        | begin_repeat   | member  | Member              | فرد                |               |                    |
  |        | integer        | age     | How old?            | كم العمر؟          | \${gender} = 'f' | Years of \${gander} |
  |        | end_repeat     |         |                     |                    |               |                    |

  | choices | list_name | name | label::English (en) | label::Arabic (ar) |
  |         | sex       | f    | Female              | أنثى               |
  |         | sex       | m    | Male                | ذكر                |

  | settings | form_title |
  |          | Members    |
`),
);

const dictionary = {
  'dictionary.yaml': `lexiform: 1
dictionary: tiny
version: 1.0.0
languages: { en: English, fr: Français }
profiles: [kobo, odk]
`,
  'all.yaml': `codelists:
  yes_no: { codes: { yes: { en: Yes, fr: Oui }, no: { en: No, fr: Non } } }
  sure: { codes: { yes: { en: Surely, fr: Bien sûr } } }
  other_sure: { codes: { yes: { en: Sure, fr: Sûr } } }
  more: { codes: { yes: { en: Oh yes, fr: Mais oui } } }
variables:
  consent: { type: select_one yes_no, label: { en: Do you agree?, fr: Êtes-vous d’accord ? } }
  hh_size: { type: integer, label: { en: How many people?, fr: Combien ? }, constraint: . > 0 }
modules:
  household:
    items:
      - ask: hh_size
        relevant: \${consent} = 'yes'
`,
  'forms.yaml': `forms:
  visit:
    title: { en: Visit, fr: Visite }
    items:
      - consent
      - group: home
        label: { en: Home, fr: Foyer }
        items: [{ use: household, prefix: first_ }]
      - { note: bye, label: { en: "\${first_hh_size} people", fr: "\${first_hh_size} personnes" } }
  short: { title: { en: Short, fr: Bref }, items: [hh_size, consent] }
`,
};

async function explained(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]): Promise<string> {
  const { code, out, err } = await run(tempFolder(files), 'explain', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return `$ lexiform explain ${args.join(' ')}\n\n${out}`;
}

async function refused(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]): Promise<string> {
  const { code, out, err } = await run(tempFolder(files), 'explain', ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err;
}

describe('lexiform explain FORM.xlsx', () => {
  it('shows what is there, a name, a code and cells', async () => {
    const files = { 'form.xlsx': workbook };
    const texts = [];
    for (const name of [
      'age',
      'member',
      'sex',
      'sex/f',
      'survey!F4',
      'survey!5',
      'choices!D3',
      'settings!A2',
      'survey!D1',
    ])
      texts.push(await explained(files, 'form.xlsx', name));
    const text = [await explained(files, 'form.xlsx'), ...texts].join('\n');
    await expect(text).toMatchFileSnapshot('baselines/explain-workbook.txt');
  });

  it.each([
    ['gander', 'This workbook has no question, group, list, code or form "gander". Did you mean "gender"?'],
    ['survy!A1', 'There is no sheet "survy". Did you mean "survey"?\nThe workbook has: survey, choices and settings.'],
    ['survey!C99', '"C99" lies outside the sheet survey.\nIts last row is 5, and its last column F.'],
    ['survey!', '"" is no cell.\nWrite for example survey!C14, or survey!14 for the whole row.'],
    ['', 'This workbook has no question, group, list, code or form "".\nWrite a name'],
    ['survey!AAAA1', '"AAAA1" is no cell.'],
  ])('tells why there is no %s', async (name, words) => {
    expect(await refused({ 'form.xlsx': workbook }, 'form.xlsx', name)).toContain(words);
  });

  it('keeps what would move the cursor or the order of a line out of the terminal', async () => {
    const hostile = await writeWorkbook(
      planOf('| survey | type | name | label |\n|  | text | a | \u202Egnp.exe \u001B[31m red \u2066x |\n'),
    );
    const { out } = await run(tempFolder({ 'form.xlsx': hostile }), 'explain', 'form.xlsx', 'a');
    expect(out).toContain('gnp.exe');
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E\u2066\u2067]/);
  });

  it('shows the finding about a file that cannot be read', async () => {
    const { code, out } = await run(tempFolder({ 'form.xlsx': 'type,name\n' }), 'explain', 'form.xlsx', 'age');
    expect(code).toBe(1);
    expect(out).toContain('workbook-refused');
  });
});

describe('lexiform explain DICTIONARY', () => {
  it('leads from a name to its forms, and from a row of the built workbook to the line of the dictionary', async () => {
    const texts = [];
    for (const args of [
      ['hh_size'],
      ['first_hh_size'],
      ['home'],
      ['household'],
      ['visit'],
      ['survey!F4', '--form', 'visit'],
      ['survey!7', '--form', 'visit'],
      ['choices!C2', '--form', 'short'],
    ])
      texts.push(await explained(dictionary, '.', ...args));
    const text = [await explained(dictionary, '.'), ...texts].join('\n');
    await expect(text).toMatchFileSnapshot('baselines/explain-dictionary.txt');
  });

  it('asks which form a cell is of, and which list a code is of', async () => {
    expect(await refused(dictionary, '.', 'survey!C2')).toBe(
      'The dictionary has 2 forms, and each has a workbook of its own: "visit" and "short".\nSay which one, such as: --form visit\n',
    );
    expect(await refused(dictionary, '.', 'yes')).toBe(
      '"yes" is a code of 4 lists: "yes_no", "sure", "other_sure" and "more".\nSay which list, such as: yes_no/yes\n',
    );
  });

  it('takes a rule for a rule, and names the way to a name', async () => {
    const { code, out } = await run(tempFolder(dictionary), 'explain', 'unknown-type');
    expect(code).toBe(0);
    expect(out).toMatch(/^unknown-type {2}error\n/);
    expect(await refused(dictionary, 'gone.xlsx')).toMatch(/^There is no "gone\.xlsx"\.\nName a workbook/);
    expect(await refused(dictionary, 'hh_size')).toContain('lexiform explain form.xlsx NAME');
  });
});

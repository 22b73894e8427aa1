import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, tempFolder, writeFiles } from './project.ts';

const COUNTRY = 'dictionary/countries/xa/country.yaml';
const LOCALE = 'dictionary/countries/xa/locales/prs.yaml';

const core = `codelists:
  wall:
    country: extend
    codes: { mud: Mud, brick: Brick, other: { label: Other, special: other } }
variables:
  hh_size: { type: integer, label: How many people live here?, hint: Count all. }
  hh_wall: { type: select_one wall, label: What are the walls made of? }
  unasked: { type: text, label: Nobody asks this }
modules:
  end:
    items: [{ note: bye, label: Good bye }]
forms:
  visit: { title: Visit, items: [hh_size, hh_wall, { use: end }] }
  survey: { title: Survey, items: [hh_size] }
`;

const layer = `country: xa
languages: { en: English, prs: دری }
codelists:
  wall: { add: { xa_reed: Reed } }
variables:
  hh_size: { label: How many people sleep here? }
  xa_roof: { type: text, label: What is the roof made of? }
forms:
  survey:
  visit:
    change:
      - { after: hh_wall, add: [xa_roof, { note: xa_note, label: A note }] }
`;

function project(): string {
  return tempFolder({
    'dictionary/dictionary.yaml':
      'lexiform: 1\ndictionary: small\nlanguages: { en: English, fr: Français }\nprofiles: [odk]\n'.replaceAll(
        '\\\n',
        '\n',
      ),
    'dictionary/all.yaml': core,
    'dictionary/locales/fr.yaml': 'variables: { hh_size: { label: Combien de personnes vivent ici ? } }\n'.replaceAll(
      '\\\n',
      '\n',
    ),
    [COUNTRY]: layer,
  });
}

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** The file of a translator who answers each text with the same letters in another script. */
async function translated(folder: string): Promise<string> {
  await run(folder, 'translate', 'export', '--country', 'xa', '--language', 'prs', '--out', 'prs.po');
  const out = read(folder, 'prs.po');
  return out.replaceAll(
    /^msgid "([^"\\\n]+)"\nmsgstr ""$/gm,
    (_, text: string) => `msgid "${text}"\nmsgstr "متن ${text.length}"`,
  );
}

describe('translating the texts of a country', () => {
  it('gives out what the forms of the country show, as the country says it', async () => {
    const folder = project();
    const { code, err } = await run(
      folder,
      'translate',
      'export',
      '--country',
      'xa',
      '--language',
      'prs',
      '--as',
      'po',
    );
    expect(code).toBe(0);
    expect(err).toContain('written  translations.xa.prs.po: 11 texts (11 missing)');
    const texts = [...read(folder, 'translations.xa.prs.po').matchAll(/^msgctxt "(.*)"\nmsgid "(.*)"$/gm)];
    expect(texts.map(([, where, text]) => `${where}: ${text}`)).toEqual([
      'codelists.wall.codes.mud.label: Mud',
      'codelists.wall.codes.brick.label: Brick',
      'codelists.wall.codes.other.label: Other',
      'variables.hh_size.label: How many people sleep here?',
      'variables.hh_size.hint: Count all.',
      'variables.hh_wall.label: What are the walls made of?',
      'variables.xa_roof.label: What is the roof made of?',
      'modules.end.bye.label: Good bye',
      'forms.visit.title: Visit',
      'codelists.wall.codes.xa_reed.label: Reed',
      'forms.visit.xa_note.label: A note',
    ]);
  });

  it('takes translations back into the folder of the country, and leaves the core alone', async () => {
    const folder = project();
    const before = ['dictionary/all.yaml', 'dictionary/locales/fr.yaml', COUNTRY].map((file) => read(folder, file));
    writeFiles(folder, { 'prs.po': await translated(folder) });
    const { code, err, out } = await run(
      folder,
      'translate',
      'import',
      'prs.po',
      '--country',
      'xa',
      '--language',
      'prs',
      '--accept',
      'number-differs,translation-length',
    );
    expect(out + err).toContain('11 texts taken over');
    expect(code).toBe(0);
    expect(['dictionary/all.yaml', 'dictionary/locales/fr.yaml', COUNTRY].map((file) => read(folder, file))).toEqual(
      before,
    );
    expect(existsSync(path.join(folder, 'dictionary/locales/prs.yaml'))).toBe(false);
    expect(read(folder, LOCALE)).toContain('متن');
    const status = JSON.parse(
      (await run(folder, 'translate', 'status', '--country', 'xa', '--format', 'json', '--fail-under', '100')).out,
    ) as { country: string; languages: { language: string; percent: number; tracked: number }[] };
    expect(status).toMatchObject({ country: 'xa', languages: [{ language: 'prs', percent: 100, tracked: 11 }] });
    expect((await run(folder, 'check', '--country', 'xa', '--format', 'compact')).out).not.toContain(
      'missing-translation',
    );
  });

  it('notices what the core, or the country, says otherwise since', async () => {
    const folder = project();
    writeFiles(folder, { 'prs.po': await translated(folder) });
    const args = ['--country', 'xa', '--language', 'prs', '--accept', 'number-differs,translation-length'] as const;
    await run(folder, 'translate', 'import', 'prs.po', ...args);
    writeFiles(folder, {
      'dictionary/all.yaml': core.replace('Count all.', 'Count everyone.'),
      [COUNTRY]: layer.replace('label: A note', 'label: Another note'),
    });
    const { out } = await run(folder, 'check', '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: { rule: string; related: { message: string }[] }[] };
    expect(findings.filter(({ rule }) => rule === 'stale-translation')).toHaveLength(2);
  });

  it('speaks of the languages of the country', async () => {
    const folder = project();
    const wrong = await run(folder, 'translate', 'export', '--country', 'xa', '--language', 'fr');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('"fr" is not a language of the dictionary.');
    expect((await run(folder, 'translate', 'status', '--country', 'xx')).err).toContain('no country "xx"');
  });
});

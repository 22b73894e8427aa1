import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/formats/xlsx-read.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { manifest, run, tempFolder, tiny, writeFiles } from './project.ts';

const household = `variables:
  hh_size:
    type: integer
    label: How many people live here?
    hint: Count **everyone** who slept here in the last 30 days.
  hoh_name: { type: text, label: { en: Name of the head, fr: Nom du chef } }  # inline
  hoh_age: { type: integer, label: "How old is \${hoh_name}?" }
forms:
  visit:
    title: Visit
    items: [hh_size, hoh_name, hoh_age]
  other:
    title: Other
    languages: [en]
    items:
      - { note: only_english, label: Only in English }
`;
const project = { 'dictionary/dictionary.yaml': manifest, 'dictionary/household.yaml': household };

function text(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

async function exported(folder: string, ...options: string[]): Promise<string> {
  const { code } = await run(folder, 'translate', 'export', '--language', 'fr', '--out', 'fr.po', ...options);
  expect(code).toBe(0);
  return text(folder, 'fr.po');
}

/** The file as a translator leaves it: each text beside its path. */
function filled(po: string, texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts).reduce(
    (before, [name, target]) =>
      before.replace(
        new RegExp(`(msgctxt "${name}"\\nmsgid [^\\n]*\\nmsgstr )[^\\n]*`),
        (_, start: string) => `${start}"${target}"`,
      ),
    po,
  );
}

const FRENCH = {
  'variables.hh_size.label': 'Combien de personnes vivent ici ?',
  'variables.hh_size.hint': 'Comptez **tous** ceux qui ont dormi ici ces 30 derniers jours.',
  'variables.hoh_name.label': 'Nom du chef de ménage',
  'variables.hoh_age.label': 'Quel âge a ${hoh_name} ?',
  'forms.visit.title': 'Visite',
} as const;

describe('translate export', () => {
  it('gives a workbook with the texts that forms show in this language, in the order of the dictionary', async () => {
    const folder = tempFolder(project);
    const { code, err } = await run(folder, 'translate', 'export', '--language', 'fr');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'written  translations.fr.xlsx: 5 texts (4 missing, 1 translated)\n',
    });
    const book = readWorkbook(readFileSync(path.join(folder, 'translations.fr.xlsx')));
    const rows = book.kind === 'workbook' ? (book.sheets[0]?.rows ?? []) : [];
    const cells = rows.map((row) => row.cells.map(({ value }) => String(value).split('\n')[0]).join(' | '));
    expect(cells).toEqual([
      'Text | What and where | English (en) | Français (fr) | State | Still right? | Room | Comment | Check',
      expect.stringMatching(
        /^variables.hh_size.label \| Question \(hh_size\) \| How many people live here\? \| missing \| 40 \| \w{6}-0$/,
      ),
      expect.stringMatching(/^variables.hh_size.hint \| Help below a question \(hh_size\) \| Count/),
      expect.stringMatching(/^variables.hoh_name.label \| .* \| Name of the head \| Nom du chef \| translated \| /),
      expect.stringMatching(/^variables.hoh_age.label \| .* \| How old is \$\{hoh_name\}\? \| missing/),
      expect.stringMatching(/^forms.visit.title \| Title of a form visit \| Visit \| missing/),
    ]);
  });

  it('keeps to states and forms that are asked for', async () => {
    const folder = tempFolder(project);
    expect(await exported(folder, '--only', 'translated,stale')).toContain('variables.hoh_name.label');
    expect(await exported(folder, '--only', 'translated')).not.toContain('variables.hh_size.label');
    expect(await exported(folder, '--form', 'other')).not.toContain('msgctxt');
  });

  it('says what is wrong with the call', async () => {
    const folder = tempFolder(project);
    const wrong = async (...args: string[]): Promise<string> => (await run(folder, 'translate', ...args)).err;
    expect(await wrong('export', '--language', 'fre')).toMatch(
      /"fre" is not a language of the dictionary. Did you mean "fr"\?/,
    );
    expect(await wrong('export', '--language', 'en')).toMatch(/The dictionary is written in English/);
    expect(await wrong('export', '--language', 'fr', '--form', 'visite')).toMatch(/Did you mean "visit"\?/);
    expect(await wrong('export', '--language', 'fr', '--only', 'gone')).toMatch(
      /missing, stale, same as source, translated/,
    );
    expect(await wrong('import', 'none.xlsx', '--language', 'fr')).toMatch(/There is no "none.xlsx"/);
    expect(await wrong('status', '--fail-under', '120')).toMatch(/It is a percentage/);
  });
});

describe('translate import', () => {
  it('changes nothing where nothing was translated', async () => {
    const folder = tempFolder(project);
    for (const file of ['fr.xlsx', 'fr.po', 'fr.xlf']) {
      await run(folder, 'translate', 'export', '--language', 'fr', '--out', file);
      const { code, out, err } = await run(folder, 'translate', 'import', file, '--language', 'fr');
      expect({ code, out, err }).toEqual({ code: 0, out: '', err: '0 texts taken over; 5 unchanged.\n' });
    }
    expect(text(folder, 'dictionary/household.yaml')).toBe(household);
    expect(existsSync(path.join(folder, 'dictionary/locales'))).toBe(false);
  });

  it('puts new texts into the locale file, and changes those that stand in the dictionary there', async () => {
    const folder = tempFolder(project);
    writeFiles(folder, { 'fr.po': filled(await exported(folder), FRENCH) });
    const { code, out, err } = await run(folder, 'translate', 'import', 'fr.po', '--language', 'fr');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe('written  dictionary/household.yaml\nwritten  dictionary/locales/fr.yaml\n5 texts taken over.\n');
    expect(text(folder, 'dictionary/household.yaml')).toBe(household.replace('Nom du chef', 'Nom du chef de ménage'));
    expect(text(folder, 'dictionary/locales/fr.yaml')).toMatch(
      new RegExp(`^variables:
  hh_size:
    label: Combien de personnes vivent ici \\?
    hint: Comptez \\*\\*tous\\*\\* ceux qui ont dormi ici ces 30 derniers jours.
  hoh_age:
    label: Quel âge a \\$\\{hoh_name\\} \\?
forms:
  visit:
    title: Visite
sources:
  variables.hh_size.label: \\w{6}
  variables.hh_size.hint: \\w{6}
  variables.hoh_name.label: \\w{6}
  variables.hoh_age.label: \\w{6}
  forms.visit.title: \\w{6}
$`),
    );
    expect((await run(folder, 'check', '--form', 'visit')).out).toBe('');
  });

  it('takes what is well, and tells of the rest where it stands in the file', async () => {
    const folder = tempFolder(project);
    const wrong = {
      ...FRENCH,
      'variables.hh_size.hint': 'Comptez **tous ceux qui ont dormi ici ces 3 derniers jours.',
      'variables.hoh_age.label': 'Quel âge a ${nom} ?',
    };
    writeFiles(folder, { 'fr.po': filled(await exported(folder), wrong) });
    const { code, out, err } = await run(folder, 'translate', 'import', 'fr.po', '--language', 'fr');
    expect(code).toBe(1);
    expect(err).toMatch(/3 texts taken over; 2 refused, see below/);
    expect(out).toMatch(
      /^fr\.po:\d+:1: error markup-differs .*\nfr\.po:\d+:1: error number-differs .* 3 .* 30\.\nfr\.po:\d+:1: error translation-references .*\$\{nom\}.*\n$/,
    );
    const accepted = await run(
      folder,
      'translate',
      'import',
      'fr.po',
      '--language',
      'fr',
      '--accept',
      'number-differs,markup-differs',
    );
    expect(accepted.err).toMatch(/1 text taken over; 1 refused, see below; 3 unchanged/);
  });

  it('does not take a translation of a text that was changed meanwhile, nor overwrite a newer one', async () => {
    const folder = tempFolder(project);
    writeFiles(folder, { 'fr.po': filled(await exported(folder), FRENCH) });
    const changed = household.replace('live here', 'sleep here').replace('Nom du chef', 'Nom de la cheffe');
    writeFiles(folder, { 'dictionary/household.yaml': changed });
    const { out, err } = await run(folder, 'translate', 'import', 'fr.po', '--language', 'fr');
    expect(err).toMatch(/3 texts taken over; 2 refused/);
    expect(out).toMatch(
      /translation-source The text was changed since the translator got it: it was "How many people live here\?"/,
    );
    expect(out).toMatch(/translation-changed The dictionary has had "Nom de la cheffe" since/);
    expect(text(folder, 'dictionary/household.yaml')).toBe(changed);
  });

  it('tells an edited source from a changed one, in the workbook at its cell', async () => {
    const folder = tempFolder(project);
    await run(folder, 'translate', 'export', '--language', 'fr');
    const book = readWorkbook(readFileSync(path.join(folder, 'translations.fr.xlsx')));
    const [head, ...rows] = book.kind === 'workbook' ? (book.sheets[0]?.rows ?? []) : [];
    const columns = (head?.cells ?? []).map(({ value }) => ({ header: String(value), width: 20 }));
    const plan = rows.map(({ cells }) =>
      columns.map((_, at) => String(cells.find(({ column }) => column === at + 1)?.value ?? '')),
    );
    Object.assign(plan[4] ?? [], { 2: 'Home visit', 3: 'Visite' });
    Object.assign(plan[0] ?? [], { 3: '  Combien de personnes vivent ici ?\r\n', 7: 'Guests too?' });
    const sheets = [{ name: 'Texte', rightToLeft: false, columns, rows: plan.map((cells) => ({ cells })) }];
    writeFiles(folder, { 'back.xlsx': await writeWorkbook({ sheets }) });
    const { out, err } = await run(folder, 'translate', 'import', 'back.xlsx', '--language', 'fr');
    expect(out).toBe(
      'back.xlsx:Texte!H2: info translation-comment On "variables.hh_size.label": "Guests too?"\n' +
        'back.xlsx:Texte!C6: error translation-source The source was changed in this file: it says "Home visit", the dictionary "Visit".\n',
    );
    expect(err).toMatch(/1 text taken over; 1 refused/);
    expect(text(folder, 'dictionary/locales/fr.yaml')).toContain('    label: Combien de personnes vivent ici ?\n');
  });

  it('refuses a file of another language, and one that is no such file', async () => {
    const folder = tempFolder({
      ...project,
      'es.po': 'msgid ""\nmsgstr "Language: es\\n"\n',
      'x.xlsx': 'no',
      'y.xlf': '<a',
    });
    const outcome = async (file: string): Promise<string> =>
      (await run(folder, 'translate', 'import', file, '--language', 'fr')).out;
    expect(await outcome('es.po')).toMatch(/translation-file "es.po" is in the language "es"/);
    expect(await outcome('x.xlsx')).toMatch(/translation-file "x.xlsx" cannot be read/);
    expect(await outcome('y.xlf')).toMatch(/translation-file "y.xlf" is no proper XML/);
  });

  it('leaves out what is still marked as fuzzy, and takes a stale translation that is said to fit', async () => {
    const folder = tempFolder(project);
    writeFiles(folder, { 'fr.po': filled(await exported(folder), FRENCH) });
    await run(folder, 'translate', 'import', 'fr.po', '--language', 'fr');
    const now = text(folder, 'dictionary/household.yaml');
    writeFiles(folder, { 'dictionary/household.yaml': now.replace('live here', 'are living here') });
    const stale = await exported(folder, '--only', 'stale');
    expect(stale).toContain('#, fuzzy\nmsgctxt "variables.hh_size.label"');
    const fuzzy = filled(stale, { 'variables.hh_size.label': 'Combien vivent ici ?' });
    writeFiles(folder, { 'fuzzy.po': fuzzy, 'fits.po': stale.replace('#, fuzzy\n', '') });
    expect((await run(folder, 'translate', 'import', 'fuzzy.po', '--language', 'fr')).err).toBe(
      '0 texts taken over; 1 left out that are marked as fuzzy.\n',
    );
    expect((await run(folder, 'check')).out).toMatch(
      /stale-translation "Combien de personnes vivent ici \?" translates an older text/,
    );
    expect((await run(folder, 'translate', 'import', 'fits.po', '--language', 'fr')).err).toMatch(/1 text taken over/);
    expect((await run(folder, 'check')).out).not.toMatch(/stale-translation/);
  });
});

describe('translate export --before', () => {
  it('shows what a stale text said when it was translated', async () => {
    const folder = tempFolder(project);
    writeFiles(folder, { 'fr.po': filled(await exported(folder), FRENCH) });
    await run(folder, 'translate', 'import', 'fr.po', '--language', 'fr');
    const now = text(folder, 'dictionary/household.yaml');
    writeFiles(folder, { 'old/dictionary.yaml': manifest, 'old/household.yaml': now });
    writeFiles(folder, { 'dictionary/household.yaml': now.replace('live here', 'are living here') });
    expect(await exported(folder, '--only', 'stale', '--before', 'old')).toContain(
      '#, fuzzy\n#| msgid "How many people live here?"\nmsgctxt "variables.hh_size.label"\nmsgid "How many people are living here?"\n',
    );
    writeFiles(folder, { 'old/household.yaml': now.replace('live here', 'sleep here') });
    expect(await exported(folder, '--only', 'stale', '--before', 'old')).not.toContain('#|');
  });
});

describe('translate status', () => {
  it('counts by language and form, and fails under a limit', async () => {
    const folder = tempFolder(project);
    const { out } = await run(folder, 'translate', 'status');
    expect(out).toBe(
      '              up to date  texts  stale  missing  as source\n' +
        'fr  Français       20.0%      5      0        4          0\n' +
        '  visit            20.0%      5      0        4          0\n',
    );
    const { code, err } = await run(folder, 'translate', 'status', '--fail-under', '95');
    expect({ code, err }).toEqual({ code: 1, err: 'Under 95%: fr has 20%; fr has 20% of visit.\n' });
    const json = JSON.parse((await run(folder, 'translate', 'status', '--format', 'json')).out) as {
      languages: unknown[];
    };
    expect(json.languages[0]).toMatchObject({
      language: 'fr',
      direction: 'ltr',
      total: 5,
      translated: 1,
      missing: 4,
      percent: 20,
    });
    expect((await run(folder, 'translate', 'status', '--format', 'markdown')).out).toContain('| fr  Français | 20');
  });

  it('is content with what is whole', async () => {
    const folder = tempFolder({
      ...tiny,
      'dictionary/household.yaml': tiny['dictionary/household.yaml'].replace(
        'title: Visit',
        'title: { en: Visit, fr: Visite }',
      ),
    });
    expect((await run(folder, 'translate', 'status', '--fail-under', '100')).code).toBe(0);
  });
});

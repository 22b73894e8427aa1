import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8 } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { xlsx } from '../support/xlsx-parts.mjs';
import { planOf } from '../support/workbook-tables.mjs';
import { run, tempFolder, tiny } from './project.ts';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));
const PATIENCE = { timeout: 20_000 };

function workbook(markdown: string): Promise<Uint8Array> {
  return writeWorkbook(planOf(markdown));
}

const good = await workbook(`
  | survey | type           | name   | label::English (en) | label::French (fr)   |
  |        | integer        | age    | How old are you?    | Quel âge avez-vous ? |
  |        | select_one sex | gender | Who is asked?       | Qui répond ?         |

  | choices | list_name | name   | label::English (en) | label::French (fr) |
  |         | sex       | female | Female              | Femme              |
  |         | sex       | male   | Male                | Homme              |
`);

const wrong = await workbook(`
  | survey | type    | name  | label                | relevant     |
  |        | integer | age   | How old are you?     |              |
  |        | text    | where | Where do you \\| live? | \${agee} > 5 |
`);

const withMacros = xlsx({ parts: { 'xl/vbaProject.bin': 'x' } });

/** A file of the container format of old Office programs, with the name of a stream in it. */
function compound(stream: string): Uint8Array {
  const header = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([
    header,
    Buffer.alloc(600),
    Buffer.from(`Root Entry\0${stream}\0`, 'utf16le'),
    Buffer.alloc(600),
  ]);
}

describe('lexiform check FORM.xlsx', () => {
  it('says nothing of a good one', async () => {
    const folder = tempFolder({ 'form.xlsx': good });
    expect(await run(folder, 'check', 'form.xlsx', '--fail-on', 'warning')).toEqual({ code: 0, out: '', err: '' });
  });

  it('says of the file as it is what KoboToolbox refuses, whatever a build would adapt', async () => {
    const filtered = await workbook(`
      | survey | type                       | name   | label         | choice_filter |
      |        | select_one colour or_other | colour | Which colour? | name != 'red' |

      | choices | list_name | name | label |
      |         | colour    | red  | Red   |
    `);
    const { code, out } = await run(tempFolder({ 'form.xlsx': filtered }), 'check', 'form.xlsx', '--profile', 'kobo');
    expect(code).toBe(1);
    expect(out).toContain('form.xlsx:survey!A2: error or-other');
  });

  it('names the cell of a mistake', async () => {
    const folder = tempFolder({ 'forms/My form (2).xlsx': wrong });
    const { code, out } = await run(folder, 'check', 'forms/My form (2).xlsx');
    expect(code).toBe(1);
    expect(out).toBe(
      'forms/My form (2).xlsx:survey!D3: error unknown-reference ${agee} names no question of form "My form (2)". Did you mean "age"?\n',
    );
  });

  it.each([
    ['an old one', 'form.xls', compound('Workbook'), 'old kind (.xls)'],
    ['one with macros', 'form.xlsm', withMacros, 'macros'],
    ['one with a password', 'form.xlsx', compound('EncryptedPackage'), 'password'],
    ['an empty file', 'form.xlsx', new Uint8Array(), 'empty'],
    ['a text', 'form.xlsx', strToU8('type,name,label\n'), 'plain text'],
  ])('refuses %s in a finding', async (_, name, bytes, words) => {
    const { code, out, err } = await run(tempFolder({ [name]: bytes }), 'check', name);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(new RegExp(`^${name}:1:1: error workbook-refused .*${words.replaceAll(/[().]/g, '\\$&')}`));
  });

  it('takes a folder that is called like a workbook for a folder', async () => {
    const { code, out } = await run(tempFolder({ 'form.xlsx/notes.txt': '' }), 'check', 'form.xlsx');
    expect(code).toBe(1);
    expect(out).toContain('no-dictionary');
    const files = Object.fromEntries(Object.entries(tiny).map(([name, text]) => [`form.xlsx/${name}`, text]));
    expect(await run(tempFolder(files), 'check', 'form.xlsx')).toMatchObject({ code: 0 });
  });

  it('knows its form by the name of the file', async () => {
    const folder = tempFolder({ 'form.xlsx': wrong });
    expect(await run(folder, 'check', 'form.xlsx', '--form', 'form')).toMatchObject({ code: 1 });
    expect(await run(folder, 'check', 'form.xlsx', '--form', 'from')).toEqual({
      code: 2,
      out: '',
      err: 'The workbook has no form "from".\nDid you mean "form"?\n',
    });
  });

  it('sets the findings of a baseline aside', async () => {
    const folder = tempFolder({ 'form.xlsx': wrong });
    await run(folder, 'check', 'form.xlsx', '--write-baseline', 'known.json');
    expect(await run(folder, 'check', 'form.xlsx', '--baseline', 'known.json')).toMatchObject({ code: 0, out: '' });
  });

  it.each([
    [
      ['check', 'gone.xlsx'],
      'There is no "gone.xlsx".\nName a workbook (.xlsx), or the folder that holds dictionary.yaml.\n',
    ],
    [['check', 'form.xlsx', '--fix'], '--fix mends dictionaries; a workbook is mended in Excel.\n'],
    [['build', 'form.xlsx', '--out', '.'], 'The workbook is in ".", and nothing is built there.\n'],
  ])('%j is told in a sentence', async (args, words) => {
    const folder = tempFolder({ 'form.xlsx': good });
    const { code, out, err } = await run(folder, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(readdirSync(folder)).toEqual(['form.xlsx']);
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /^xlsform\/core\/(.*)\.\w+$/.test(file))
    .toSorted();
}

describe('lexiform build FORM.xlsx', () => {
  it('writes every target', async () => {
    const folder = tempFolder({ 'form.xlsx': good });
    const targets = ['xlsform', 'schema', 'codebook', 'report'].flatMap((target) => ['--target', target]);
    const { code, err } = await run(folder, 'build', 'form.xlsx', '--out', 'made', ...targets);
    expect({ code, err }).toMatchObject({ code: 0 });
    const files = filesBelow(path.join(folder, 'made'));
    for (const file of ['form/form.xlsx', 'form/form.kobo.schema.json', 'form/report/form.en.hbs', 'codebook/fr.html'])
      expect(files).toContain(`xlsform/core/${file}`);
    const made = readFileSync(path.join(folder, 'made/xlsform/core/form/form.xlsx'));
    writeFileSync(path.join(folder, 'form.xlsx'), made);
    expect((await run(folder, 'build', 'form.xlsx', '--out', 'made', ...targets)).err).toContain('made is up to date');
  });

  it('writes nothing of a wrong one', async () => {
    const folder = tempFolder({ 'form.xlsx': wrong });
    expect(await run(folder, 'build', 'form.xlsx')).toMatchObject({ code: 1, err: 'Nothing was written to build.\n' });
  });

  it('leaves what was built of another workbook or of a dictionary', async () => {
    const folder = tempFolder({ ...tiny, 'a.xlsx': good, 'b.xlsx': good });
    await run(folder, 'build');
    await run(folder, 'build', 'a.xlsx');
    await run(folder, 'build', 'b.xlsx');
    for (const form of ['kobo/core/visit/visit', 'xlsform/core/a/a', 'xlsform/core/b/b'])
      expect(readFileSync(path.join(folder, `build/${form}.xlsx`)).length).toBeGreaterThan(0);
  });
});

interface Watching {
  /** Waits until the last look found so many errors, and the command waits for the next change. */
  readonly sees: (errors: number) => Promise<void>;
  readonly looks: () => number;
}

function watching(folder: string): Watching {
  const args = [BIN, 'check', 'form.xlsx', '--watch', '--format', 'json'];
  const child = spawn(process.execPath, args, { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  const summaries: string[] = [];
  let talk = '';
  child.stdout.on('data', (chunk: Buffer) => summaries.push(...(chunk.toString().match(/"errors": \d+/g) ?? [])));
  child.stderr.on('data', (chunk: Buffer) => (talk += chunk.toString()));
  const looks = (): number => talk.split('Watching').length - 1;
  return {
    looks,
    sees: async (errors) => {
      await expect.poll(() => summaries.at(-1), PATIENCE).toBe(`"errors": ${errors}`);
      await expect.poll(looks, PATIENCE).toBeGreaterThanOrEqual(summaries.length);
    },
  };
}

describe('lexiform check --watch FORM.xlsx', () => {
  it('looks again when Excel has saved it', async () => {
    const folder = tempFolder({ 'form.xlsx': good });
    const file = (name: string): string => path.join(folder, name);
    const { sees, looks } = watching(folder);
    await sees(0);
    const before = looks();
    writeFileSync(file('~$form.xlsx'), 'who has it open');
    mkdirSync(file('other'));
    for (const [bytes, errors] of [[wrong, 1] as const, [good, 0] as const, [wrong, 1] as const]) {
      // Excel writes aside, moves the old file away, puts the new one in its place, and deletes the old one.
      writeFileSync(file('7A3C5D10'), bytes);
      renameSync(file('form.xlsx'), file('5E1F0B22.tmp'));
      renameSync(file('7A3C5D10'), file('form.xlsx'));
      rmSync(file('5E1F0B22.tmp'));
      await sees(errors);
    }
    rmSync(file('~$form.xlsx'));
    expect(looks()).toBeLessThanOrEqual(before + 6);
  });

  it('waits for a workbook that is gone for a while', async () => {
    const folder = tempFolder({ 'form.xlsx': good });
    const { sees } = watching(folder);
    await sees(0);
    renameSync(path.join(folder, 'form.xlsx'), path.join(folder, 'away.xlsx'));
    await sees(1);
    renameSync(path.join(folder, 'away.xlsx'), path.join(folder, 'form.xlsx'));
    await sees(0);
  });
});

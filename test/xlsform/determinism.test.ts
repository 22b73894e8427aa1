import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { diskTree, type FileTree } from '../../src/source/files.ts';
import { formFiles } from '../../src/xlsform/form-files.ts';
import { present } from '../support/tester.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const DICTIONARY = path.join(PROJECT, 'dictionary');

/** The files of a build, by their paths, as hashes. */
type Build = Readonly<Record<string, string>>;

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function built(folder: string): Promise<Build> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hashes = files.toSorted().map(async (file) => {
    const name = path.relative(folder, file).replaceAll(path.sep, '/');
    return [name, hash(await readFile(file))] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

describe('the shipped dictionary, built by the command', () => {
  let home = '';
  let first: Build = {};
  let runs = 0;

  beforeAll(async () => {
    if (!existsSync(path.join(PROJECT, 'dist/command/process-host.js')))
      throw new Error('dist/ is not there: run `npm run build` first (`npm test` does)');
    home = await mkdtemp(path.join(tmpdir(), 'lexiform-determinism-'));
    first = await build(DICTIONARY);
    // The date in a zip container counts in steps of two seconds.
    await wait(2100);
  }, 60_000);

  afterAll(() => rm(home, { recursive: true, force: true }));

  async function build(dictionary: string, env: Readonly<Record<string, string>> = {}): Promise<Build> {
    runs += 1;
    const out = path.join(home, `build ${runs}`);
    const command = [path.join(PROJECT, 'bin/lexiform.js'), 'build', dictionary, '--out', out];
    await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } });
    return built(out);
  }

  it('has workbooks and files for both profiles', () => {
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining([
        'kobo/core/household_registration/household_registration.xlsx',
        'odk/core/location_assessment/media/site_register.csv',
      ]),
    );
  });

  it('is the same at another moment', async () => {
    expect(await build(DICTIONARY)).toEqual(first);
  });

  it.each([
    { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' },
  ])('is the same in $TZ with $LANG', async (env) => {
    expect(await build(DICTIONARY, env)).toEqual(first);
  });

  it('is the same from a copy in a folder with blanks and Arabic letters in its name', async () => {
    const copy = path.join(home, 'a copy of القاموس');
    await cp(DICTIONARY, copy, { recursive: true });
    expect(await build(copy)).toEqual(first);
  });
});

async function compiled(tree: FileTree): Promise<Build> {
  const dictionary = present(compileDictionary(tree).dictionary, 'dictionary');
  const { report } = createCollector();
  const made: [string, string][] = [];
  for (const profile of dictionary.profiles)
    for (const form of dictionary.forms.values())
      for (const file of await formFiles(dictionary, form, profile, report))
        made.push([`${profile}/${form.name.string.text}/${file.path}`, hash(await file.bytes)]);
  return Object.fromEntries(made);
}

describe('the shipped dictionary, compiled in memory', () => {
  it('is the same whatever the order of its files', async () => {
    const tree = diskTree(DICTIONARY, '');
    const first = await compiled(tree);
    expect(Object.keys(first).length).toBeGreaterThan(6);
    expect(await compiled({ ...tree, paths: tree.paths.toReversed() })).toEqual(first);
    expect(
      await compiled({ ...tree, paths: tree.paths.toSorted((a, b) => (hash(text(a)) < hash(text(b)) ? -1 : 1)) }),
    ).toEqual(first);
  });
});

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

import { spawn } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { broken, tempFolder, tiny, writeFiles } from './project.ts';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));
const PATIENCE = { timeout: 20_000 };

interface Watching {
  /** How many errors each look has found. */
  readonly summaries: readonly string[];
  /** Waits until the last look found so many errors, and the command waits for the next change. */
  readonly sees: (errors: number) => Promise<void>;
  /** Waits until the command has said something. */
  readonly says: (words: string) => Promise<void>;
  /** The exit code, once the command has ended by itself. */
  readonly ends: () => Promise<number | null>;
  readonly talk: () => string;
}

function watching(folder: string): Watching {
  const child = spawn(process.execPath, [BIN, 'check', '--watch', '--format', 'json'], { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  const summaries: string[] = [];
  let talk = '';
  child.stdout.on('data', (chunk: Buffer) => summaries.push(...(chunk.toString().match(/"errors": \d+/g) ?? [])));
  child.stderr.on('data', (chunk: Buffer) => (talk += chunk.toString()));
  const end = new Promise<number | null>((resolve) => child.on('close', resolve));
  const looks = (): number => talk.split('Watching').length - 1;
  return {
    summaries,
    sees: async (errors) => {
      await expect.poll(() => summaries.at(-1), PATIENCE).toBe(`"errors": ${errors}`);
      await expect.poll(looks, PATIENCE).toBeGreaterThanOrEqual(summaries.length);
    },
    says: (words) => expect.poll(() => talk, PATIENCE).toContain(words),
    ends: () => end,
    talk: () => talk,
  };
}

it('lexiform check --watch looks again after each change', async () => {
  const folder = tempFolder(tiny);
  const { summaries, sees } = watching(folder);
  await sees(0);
  writeFiles(folder, { 'dictionary/household.yaml': broken['dictionary/household.yaml'] });
  await sees(1);
  expect(summaries).toEqual(['"errors": 0', '"errors": 1']);
});

it('sees changes in the layers of countries, and countries that come and go', async () => {
  const layer = 'dictionary/countries/xa/country.yaml';
  const folder = tempFolder(tiny);
  const { sees } = watching(folder);
  await sees(0);
  writeFiles(folder, { [layer]: 'country: xa\nforms: { visit: { change: [{ remove: [hh_sise] }] } }\n' });
  await sees(1);
  writeFiles(folder, { [layer]: 'country: xa\n' });
  await sees(0);
  writeFiles(folder, { [layer]: 'country: xb\n' });
  await sees(1);
  rmSync(path.join(folder, 'dictionary/countries'), { recursive: true });
  await sees(0);
});

it('looks again where editors put a new file in the place of the old one, each time', async () => {
  const folder = tempFolder(tiny);
  const { sees } = watching(folder);
  await sees(0);
  for (const [files, errors] of [[broken, 1] as const, [tiny, 0] as const, [broken, 1] as const]) {
    const aside = path.join(folder, 'dictionary/.household.yaml.swp');
    writeFileSync(aside, files['dictionary/household.yaml']);
    renameSync(aside, path.join(folder, 'dictionary/household.yaml'));
    await sees(errors);
  }
});

it('waits for a dictionary that is gone for a while, and sees folders that are new', async () => {
  const folder = tempFolder(tiny);
  const { sees, says } = watching(folder);
  await sees(0);
  renameSync(path.join(folder, 'dictionary'), path.join(folder, 'away'));
  await says('is gone');
  writeFiles(folder, { 'away/more/deep/q.yaml': 'variables: { q: { type: txt, label: Q } }\n' });
  renameSync(path.join(folder, 'away'), path.join(folder, 'dictionary'));
  await sees(1);
  writeFiles(folder, { 'dictionary/more/deep/q.yaml': '' });
  await sees(0);
});

// Other systems do not tell that a folder itself went away.
it.runIf(process.platform === 'linux')(
  'ends with a sentence where even the folder around the dictionary is gone',
  async () => {
    const folder = tempFolder();
    writeFiles(path.join(folder, 'project'), tiny);
    const { sees, ends, talk } = watching(path.join(folder, 'project'));
    await sees(0);
    renameSync(path.join(folder, 'project'), path.join(folder, 'away'));
    expect(await ends()).toBe(2);
    expect(talk()).toContain('cannot be watched: it is gone.\nWithout --watch, the command runs once.\n');
    expect(talk()).not.toContain('    at ');
  },
);

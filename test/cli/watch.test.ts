import { spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { broken, tempFolder, tiny, writeFiles } from './project.ts';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));

interface Watching {
  readonly summaries: readonly string[];
  /** Waits until the command has looked so many times. */
  readonly looks: (times: number) => Promise<void>;
}

function watching(folder: string): Watching {
  const child = spawn(process.execPath, [BIN, 'check', '--watch', '--format', 'json'], { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  const summaries: string[] = [];
  let looks = 0;
  child.stdout.on('data', (chunk: Buffer) => summaries.push(...(chunk.toString().match(/"errors": \d+/g) ?? [])));
  child.stderr.on('data', (chunk: Buffer) => (looks += chunk.toString().split('Watching').length - 1));
  return { summaries, looks: (times) => expect.poll(() => looks, { timeout: 20_000 }).toBe(times) };
}

it('lexiform check --watch looks again after each change', async () => {
  const folder = tempFolder(tiny);
  const { summaries, looks } = watching(folder);
  await looks(1);
  writeFiles(folder, broken);
  await looks(2);
  expect(summaries).toEqual(['"errors": 0', '"errors": 1']);
});

it('looks again where editors put a new file in the place of the old one, each time', async () => {
  const folder = tempFolder(tiny);
  const { summaries, looks } = watching(folder);
  await looks(1);
  const saves = [broken, tiny, broken];
  for (const [index, files] of saves.entries()) {
    const aside = path.join(folder, 'dictionary/.household.yaml.swp');
    writeFileSync(aside, files['dictionary/household.yaml']);
    renameSync(aside, path.join(folder, 'dictionary/household.yaml'));
    await looks(index + 2);
  }
  expect(summaries).toEqual(['"errors": 0', '"errors": 1', '"errors": 0', '"errors": 1']);
});

it('waits for a dictionary that is gone for a while, and sees folders that are new', async () => {
  const folder = tempFolder(tiny);
  const { summaries, looks } = watching(folder);
  await looks(1);
  renameSync(path.join(folder, 'dictionary'), path.join(folder, 'away'));
  await looks(2);
  expect(summaries).toHaveLength(1);
  writeFiles(folder, { 'away/more/deep/q.yaml': 'variables: { q: { type: txt, label: Q } }\n' });
  renameSync(path.join(folder, 'away'), path.join(folder, 'dictionary'));
  await looks(3);
  writeFiles(folder, { 'dictionary/more/deep/q.yaml': '' });
  await looks(4);
  expect(summaries).toEqual(['"errors": 0', '"errors": 1', '"errors": 0']);
});

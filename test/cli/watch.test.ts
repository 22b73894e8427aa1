import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { broken, tempFolder, tiny, writeFiles } from './project.ts';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));

it('lexiform check --watch looks again after each change', async () => {
  const folder = tempFolder(tiny);
  const child = spawn(process.execPath, [BIN, 'check', '--watch', '--format', 'json'], { cwd: folder });
  onTestFinished(() => void child.kill('SIGKILL'));
  const summaries: unknown[] = [];
  let watching = 0;
  child.stdout.on('data', (chunk: Buffer) => summaries.push(...(chunk.toString().match(/"errors": \d+/g) ?? [])));
  child.stderr.on('data', (chunk: Buffer) => (watching += chunk.toString().split('Watching').length - 1));
  await expect.poll(() => watching, { timeout: 20_000 }).toBe(1);
  writeFiles(folder, { 'dictionary/household.yaml': broken['dictionary/household.yaml'] });
  await expect.poll(() => watching, { timeout: 20_000 }).toBe(2);
  expect(summaries).toEqual(['"errors": 0', '"errors": 1']);
});

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { hostOf, run, tempFolder, tiny, writeFiles } from './project.ts';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));
const ids = Array.from({ length: 14 }, (_, number) => `x${number}`);

/** Each country has a warning of its own, about a text that it has in one language only. */
const layer = (id: string, more = ''): string => `country: ${id}
title: Country ${id}
forms:
  visit: { change: [{ after: hh_size, add: [{ note: ${id}_note, label: { en: Note of ${id} } }] }] }
${more}`;

const project = {
  ...tiny,
  ...Object.fromEntries(ids.map((id) => [`dictionary/countries/${id}/country.yaml`, layer(id)])),
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:xlsx|json)$/.test(file))
    .toSorted();

/** The command as it is installed, where another thread helps if there is a processor for it. */
async function installed(cwd: string, ...args: readonly string[]): Promise<{ readonly code: number; out: string }> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.resume();
  const code = await new Promise<number>((resolve) => child.once('close', resolve));
  return { code, out };
}

it('two threads build the same files as one, and tell the same', { timeout: 300_000 }, async () => {
  const folder = tempFolder(project);
  const alone = await run(folder, 'build', '--out', 'alone');
  const helped = await installed(folder, 'build', '--out', 'helped');
  expect(helped).toEqual({ code: 0, out: alone.out });
  expect(alone.out.match(/missing-translation/g)).toHaveLength(ids.length);
  const files = filesBelow(path.join(folder, 'alone'));
  expect(files).toHaveLength((ids.length + 1) * 2 * 3 + 1);
  expect(filesBelow(path.join(folder, 'helped'))).toEqual(files);
  const differing = files.filter(
    (file) => !readFileSync(path.join(folder, 'alone', file)).equals(readFileSync(path.join(folder, 'helped', file))),
  );
  expect(differing).toEqual([]);
  expect(await installed(folder, 'check')).toEqual({ code: 0, out: (await run(folder, 'check')).out });
});

it('one country with an error keeps all from being written', { timeout: 300_000 }, async () => {
  const folder = tempFolder(project);
  await run(folder, 'build', '--country', 'x3');
  const before = filesBelow(path.join(folder, 'build'));
  writeFiles(folder, { 'dictionary/countries/x12/country.yaml': layer('x12', 'variables: { hh_sise: }\n') });
  const { code, err, out } = await run(folder, 'build');
  expect([code, err]).toEqual([1, 'Nothing was written to build.\n']);
  expect(out).toMatch(/x12\/country\.yaml:5:\d+: error /);
  expect(await installed(folder, 'build')).toEqual({ code: 1, out });
  expect(filesBelow(path.join(folder, 'build'))).toEqual(before);
  expect(readdirSync(folder).toSorted()).toEqual(['build', 'dictionary']);
  expect((await run(folder, 'build', '--out', 'new')).code).toBe(1);
  expect(existsSync(path.join(folder, 'new'))).toBe(false);
});

it('what a baseline knows of a country keeps nothing from being written', async () => {
  const folder = tempFolder({
    ...tiny,
    'dictionary/countries/x0/country.yaml': layer('x0', 'variables: { hh_sise: }\n'),
  });
  await run(folder, 'check', '--write-baseline', 'known.json');
  expect((await run(folder, 'build', '--baseline', 'known.json')).code).toBe(0);
  expect(readdirSync(path.join(folder, 'build/kobo')).toSorted()).toEqual(['core', 'x0']);
});

it('a country that is gone takes its files with it, and others stay when one is built', async () => {
  const few = Object.fromEntries(Object.entries(project).filter(([file]) => !/x\d\d|x[3-9]/.test(file)));
  const folder = tempFolder(few);
  await run(folder, 'build');
  expect(readdirSync(path.join(folder, 'build/kobo')).toSorted()).toEqual(['core', 'x0', 'x1', 'x2']);
  expect((await run(folder, 'build', '--country', 'x1')).err).toContain('build is up to date: 24 files.');
  const { err } = await run(folder, 'build', '--country', 'x1', '--form', 'visitt');
  expect(err).toContain('The dictionary has no form "visitt".');
  rmSync(path.join(folder, 'dictionary/countries/x0'), { recursive: true });
  expect((await run(folder, 'build')).err).toContain('18 as before, 6 removed');
  expect(readdirSync(path.join(folder, 'build/odk')).toSorted()).toEqual(['core', 'x1', 'x2']);
});

it('a person at a terminal sees a line for each country, and nobody else does', async () => {
  const folder = tempFolder({ ...tiny, 'dictionary/countries/x0/country.yaml': layer('x0') });
  let told = '';
  const host = { ...hostOf(folder), terminal: true, err: (text: string) => void (told += text) };
  await main(['build'], host, '0.0.0');
  expect(told).toBe('core  1 form\nx0    1 form\nbuild: 12 files written.\n');
  expect((await run(folder, 'build')).err).toBe('build is up to date: 12 files.\n');
  expect((await run(folder, 'build', '--country', 'x0', '--target', 'schema')).err).toBe(
    'x0  kobo  schema    visit\nx0  odk  schema    visit\nbuild is up to date: 12 files.\n',
  );
});

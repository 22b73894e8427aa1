// The workbooks of a build: `<build>/<profile>/<core or country>/<form>/<form>.xlsx` and `media/`.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROFILES } from './convert.mjs';
import { SetupError, run } from './process.mjs';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Builds a dictionary of the project into a folder, with the command that users run. */
export async function buildDictionary(dictionary, folder) {
  const command = ['bin/lexiform.js', 'build', dictionary, '--out', folder];
  if (!existsSync(join(PROJECT, command[0])))
    throw new SetupError(`${command[0]} is not there: build the project first`);
  const result = await run(process.execPath, command, { cwd: PROJECT, timeout: 300_000, env: { NO_COLOR: '1' } });
  if (result.timedOut) throw new SetupError('lexiform build did not end within 300 s');
  if (result.code === 0) return;
  throw new SetupError(`lexiform build ${dictionary} ended with ${result.code}:\n${result.stdout}\n${result.stderr}`);
}

/** Every workbook of a build that some converter is asked for, in a fixed order. */
export async function findWorkbooks(build) {
  const workbooks = [];
  for (const profile of PROFILES) {
    const found = await workbooksUnder(resolve(build), profile);
    if (found.length === 0) throw new SetupError(`no workbook below ${join(build, profile)}`);
    workbooks.push(...found);
  }
  return workbooks;
}

async function workbooksUnder(build, profile) {
  const root = join(build, profile);
  const entries = await readdir(root, { recursive: true }).catch(() => []);
  const files = entries.filter((name) => name.endsWith('.xlsx')).toSorted();
  return files.map((name) => {
    const source = join(root, name);
    const [layer] = relative(root, source).split(sep);
    return { profile, layer, form: basename(name, '.xlsx'), source, media: join(dirname(source), 'media') };
  });
}

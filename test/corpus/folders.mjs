// Where real forms are: in the folder that was named, or beside the checkout, where a machine has them.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from '../reference/process.mjs';

const VARIABLE = 'LEXIFORM_CORPUS';
const BESIDE = '../shared/corpus/forms';

/** What the last lines of a run without real forms say. */
export const NO_CORPUS = `no real forms: ${VARIABLE} names no folder, and ${BESIDE} is not there`;

/** The folder of real forms; undefined where there is none. One that was named must be there. */
export function corpusFolder(named) {
  const folder = named ?? (process.env[VARIABLE] || undefined);
  if (folder !== undefined) return folder;
  const beside = fileURLToPath(new URL(`../../${BESIDE}`, import.meta.url));
  return existsSync(beside) ? beside : undefined;
}

/** The workbooks of a folder, in a fixed order. */
export async function workbooksIn(folder) {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.xlsx$/iu.test(name)).toSorted();
  if (files.length === 0) throw new SetupError(`no workbook in ${folder}`);
  return files.map((name) => join(folder, name));
}

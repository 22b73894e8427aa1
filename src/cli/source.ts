import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { suggest } from '../core/suggest.ts';
import { quote } from '../diagnostics/quote.ts';
import { diskTree, type FileTree, type KeptFiles, workbookTree } from '../source/files.ts';
import { UsageError } from './host.ts';

const MANIFEST = 'dictionary.yaml';
export const WHAT_TO_NAME = 'Name a workbook (.xlsx), or the folder that holds dictionary.yaml.';

/** The workbook or the folder of the dictionary that a command is about; without a name, the nearest one at or above the current folder. */
export function findSource(named: string | undefined, cwd: string, whatToName = WHAT_TO_NAME): string {
  return named === undefined ? nearest(cwd) : namedFolder(named, cwd, whatToName);
}

/**
 * The same for commands that have something else to do than to tell what is wrong with a source.
 * @throws UsageError also for a folder without a dictionary, which is not searched: it may hold a whole disk
 */
export function findDictionary(named: string | undefined, cwd: string): string {
  const found = findSource(named, cwd);
  if (isWorkbook(found) || existsSync(path.join(found, MANIFEST))) return found;
  throw new UsageError(`There is no ${MANIFEST} in ${quote(named ?? found)}.`, WHAT_TO_NAME);
}

/** The files below a source as they are at this moment; those that are kept are read again only where they changed. */
export function openSource(source: string, cwd: string, kept?: KeptFiles): FileTree {
  if (isWorkbook(source)) {
    const folder = path.dirname(source);
    return workbookTree(folder, prefixOf(folder, cwd), path.basename(source), kept);
  }
  // Whoever watches sees the folder go and come back, as it does when git changes branches.
  if (!existsSync(source))
    throw new UsageError(`The folder ${quote(source)} is gone.`, 'Name the folder that holds dictionary.yaml.');
  return diskTree(source, prefixOf(source, cwd), kept);
}

/** What forms are written in, or sent around as; the reader says of each kind but one what to do about it. */
const WORKBOOKS = /\.(?:xls[xmb]?|ods|numbers|csv|md|pdf)$/i;

/** A folder is no workbook, whatever its name. */
export function isWorkbook(file: string): boolean {
  return WORKBOOKS.test(file) && statSync(file, { throwIfNoEntry: false })?.isDirectory() !== true;
}

function namedFolder(named: string, cwd: string, whatToName: string): string {
  if (named.trim() === '') throw new UsageError('The name of the source is empty.', whatToName);
  const full = path.resolve(cwd, named);
  if (!existsSync(full)) throw new UsageError(`There is no ${quote(named)}.`, whatToName);
  if (statSync(full).isDirectory()) return existsSync(path.join(full, MANIFEST)) ? full : inside(full);
  if (path.basename(full) === MANIFEST) return path.dirname(full);
  if (isWorkbook(full)) return full;
  throw new UsageError(`${quote(named)} is not a dictionary, and no workbook.`, whatToName);
}

/** Whoever builds into the folder of the source, or over it, finds outputs among what they wrote. */
export function refuseSource(folder: string, out: string, shown: string): void {
  const way = path.relative(out, folder);
  if (way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way)) return;
  const sentence = `The ${isWorkbook(folder) ? 'workbook' : 'dictionary'} is in ${quote(shown)}, and nothing is built there.`;
  throw new UsageError(sentence, 'Name another folder, such as: --out build');
}

/** A project folder holds its dictionary in `dictionary/`. */
function inside(folder: string): string {
  const below = path.join(folder, 'dictionary');
  return existsSync(path.join(below, MANIFEST)) ? below : folder;
}

function nearest(cwd: string): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    const found = [folder, path.join(folder, 'dictionary')].find((each) => existsSync(path.join(each, MANIFEST)));
    if (found !== undefined) return found;
    if (path.dirname(folder) === folder) break;
  }
  throw new UsageError(
    'There is no dictionary here or in a folder above.',
    'Name its folder, or start one with: lexiform init',
  );
}

/** How messages name the folder: relative to where the command runs, so that a click opens the file. */
export function prefixOf(folder: string, cwd: string): string {
  const relative = path.relative(cwd, folder).split(path.sep).join('/');
  return relative === '' ? '' : `${relative}/`;
}

/** Keeps a command to the forms that were named. */
export function chosenForms<Form>(
  forms: ReadonlyMap<string, Form>,
  names: readonly string[],
  source: 'dictionary' | 'workbook' = 'dictionary',
): ReadonlyMap<string, Form> {
  for (const name of names) {
    if (forms.has(name)) continue;
    const likely = suggest(name, forms.keys());
    const hint = likely === undefined ? `It has: ${[...forms.keys()].join(', ')}.` : `Did you mean ${quote(likely)}?`;
    throw new UsageError(`The ${source} has no form ${quote(name)}.`, hint);
  }
  return names.length === 0 ? forms : new Map([...forms].filter(([name]) => names.includes(name)));
}

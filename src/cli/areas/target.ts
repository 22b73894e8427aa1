import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readTarget, type Target } from '../../adopt/areas/write/target.ts';
import { compareText } from '../../core/location.ts';
import { quote } from '../../diagnostics/quote.ts';
import { type FileTree, readFile } from '../../source/files.ts';
import { UsageError } from '../host.ts';
import { openSource, prefixOf } from '../source.ts';

const MANIFEST = 'dictionary.yaml';
const WHAT_TO_NAME = 'Name a dictionary, or the layer of a country in it: --out dictionary/countries/xa';

/** A folder on the disk that places are imported into. */
export interface OpenedTarget {
  readonly target: Target;
  /** Where the paths of its tree begin. */
  readonly root: string;
}

/**
 * The dictionary around a folder that need not be there yet; without one, the folder alone.
 * @throws UsageError
 */
export function openTarget(out: string, cwd: string): OpenedTarget {
  if (out.trim() === '') throw new UsageError('--out names no folder.', WHAT_TO_NAME);
  const named = path.resolve(cwd, out);
  if (existsSync(named) && !statSync(named).isDirectory())
    throw new UsageError(`${quote(out)} is a file.`, WHAT_TO_NAME);
  const around = dictionaryAround(named);
  const below = path.join(named, 'dictionary');
  const folder = around === undefined && existsSync(path.join(below, MANIFEST)) ? below : named;
  const root = around ?? folder;
  const isDictionary = existsSync(path.join(root, MANIFEST));
  const tree = isDictionary ? openSource(root, cwd) : folderTree(root, prefixOf(root, cwd));
  return { target: readTarget(tree, path.relative(root, folder).split(path.sep).join('/')), root };
}

function dictionaryAround(named: string): string | undefined {
  for (let folder = named; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, MANIFEST))) return folder;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/** The files of one folder, but not of those below it: it may hold a whole disk. */
function folderTree(folder: string, prefix: string): FileTree {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const paths = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return { prefix, paths: paths.toSorted(compareText), unreadable: [], read: (file) => readFile(folder, file) };
}

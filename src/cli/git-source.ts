import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../diagnostics/quote.ts';
import { type FileTree, memoryTree } from '../source/files.ts';
import { UsageError } from './host.ts';

const PREFIX = 'git:';
/** All files of a project together, in bytes. */
const LARGEST = 1024 * 1024 * 1024;

/** `git:v1.3.0` is the source as it was at that tag, branch or commit. */
export function isGitSource(named: string): boolean {
  return named.startsWith(PREFIX);
}

/**
 * The files of a source as they were.
 * @param source the folder of the dictionary, or the workbook, as it is on disk
 * @throws UsageError where git does not know the revision, or the source was not there
 */
export function openGitSource(named: string, source: string): FileTree {
  const revision = named.slice(PREFIX.length);
  const isFile = statSync(source).isFile();
  const folder = isFile ? path.dirname(source) : source;
  const commit = commitOf(revision, folder, named);
  const listed = git(['ls-tree', '-r', '-z', commit, '--', isFile ? path.basename(source) : '.'], folder, named);
  const entries = listed.toString('utf8').split('\0').flatMap(entryOf);
  if (entries.length === 0)
    throw new UsageError(`${quote(path.basename(source))} was not there at ${quote(revision)}.`, WHICH);
  const files = Object.fromEntries(withContents(entries, folder, named));
  const tree = { ...memoryTree(files), prefix: `${named}:` };
  return isFile ? { ...tree, workbook: path.basename(source) } : tree;
}

const WHICH = 'Write a tag, branch or commit: git:v1.3.0, git:main, git:3f9a1c. "git log" lists them.';

/** A revision that begins with a dash would be an option to git. */
function commitOf(revision: string, folder: string, named: string): string {
  if (revision === '' || revision.startsWith('-')) throw new UsageError(`${quote(named)} names no revision.`, WHICH);
  return git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], folder, named)
    .toString('utf8')
    .trim();
}

interface Entry {
  readonly file: string;
  readonly id: string;
}

/** `100644 blob ID<tab>path`, for plain files. */
function entryOf(line: string): readonly Entry[] {
  const [, id, file] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
  return id === undefined || file === undefined ? [] : [{ file, id }];
}

/** Asks for all files in one go: git answers `ID blob SIZE`, the bytes and a line end, for each. */
function withContents(entries: readonly Entry[], folder: string, named: string): [string, Uint8Array][] {
  const answer = git(['cat-file', '--batch'], folder, named, entries.map(({ id }) => `${id}\n`).join(''));
  let at = 0;
  return entries.map(({ file }) => {
    const end = answer.indexOf('\n', at);
    const size = Number(answer.toString('utf8', at, end).split(' ')[2]);
    const bytes = answer.subarray(end + 1, end + 1 + size);
    at = end + 1 + size + 1;
    return [file, new Uint8Array(bytes)];
  });
}

function git(args: readonly string[], folder: string, named: string, input = ''): Buffer {
  const { stdout, status, error } = spawnSync('git', args, { cwd: folder, input, maxBuffer: LARGEST });
  if (error !== undefined)
    throw new UsageError(`${quote(named)} cannot be read: git does not run here.`, 'Install git.');
  if (status !== 0) throw new UsageError(`git knows no ${quote(named.slice(PREFIX.length))} here.`, WHICH);
  return stdout;
}

import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '../core/location.ts';

/** The files of a project, on disk or in memory. Paths are relative to its root, with `/`, in code-unit order. */
export interface FileTree {
  /** The one workbook that is meant; left out for a dictionary. */
  readonly workbook?: string;
  /** Where messages say the files are: put in front of each path. */
  readonly prefix: string;
  readonly paths: readonly string[];
  /** What could not be read while the files were listed, such as a folder without permission. */
  readonly unreadable: readonly Unreadable[];
  /** The bytes of a file, or why they cannot be had. */
  read(file: string): Uint8Array | Unreadable;
}

export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

export function isUnreadable(answer: Uint8Array | Unreadable): answer is Unreadable {
  return !(answer instanceof Uint8Array);
}

/** Larger files are refused: nothing a person writes comes near, and memory is several times a file's size. */
export const LARGEST_FILE = 128 * 1024 * 1024;

/** Files that were read before, with what the disk said of them: a file that has not changed gives the very same bytes. */
export type KeptFiles = Map<string, { readonly state: string; readonly bytes: Uint8Array }>;

/** Every file below a folder; hidden folders, `node_modules` and links that lead outside are left out. */
export function diskTree(root: string, prefix: string, kept?: KeptFiles): FileTree {
  const paths: string[] = [];
  const unreadable: Unreadable[] = [];
  const home = realpathSync(root);
  const visit = (folder: string): void => {
    for (const entry of readdirSync(path.join(home, folder), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.startsWith('~$')) continue;
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) attempt(file, unreadable, () => visit(file));
      else if (isRegular(home, file, entry)) paths.push(file);
      else if (entry.isSymbolicLink() && !existsSync(path.join(home, file)))
        unreadable.push({ path: file, reason: 'it is a link to a file that is not there' });
    }
  };
  attempt('', unreadable, () => visit(''));
  const read: FileTree['read'] = (file) => readFile(home, file, kept);
  return { prefix, paths: paths.toSorted(compareText), unreadable, read };
}

/** One workbook, with the files that stand beside it. */
export function workbookTree(folder: string, prefix: string, name: string, kept?: KeptFiles): FileTree {
  return { workbook: name, prefix, paths: [name], unreadable: [], read: (file) => readFile(folder, file, kept) };
}

/** Files held in memory: for tests, and for other versions of a project. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const contents = new Map(Object.entries(files));
  const paths = [...contents.keys()].toSorted(compareText);
  return {
    prefix: '',
    paths,
    unreadable: [],
    read: (file) => {
      const content = contents.get(file);
      if (content === undefined) return { path: file, reason: 'there is no such file' };
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

/** Whether it is a file, or a link to one that does not lead out of the folder. */
export function isRegular(home: string, file: string, entry: Pick<Dirent, 'isFile'>): boolean {
  return entry.isFile() || staysInside(realpathSync(home), file);
}

function staysInside(home: string, file: string): boolean {
  try {
    const target = realpathSync(path.join(home, file));
    return target.startsWith(home + path.sep) && statSync(target).isFile();
  } catch {
    return false;
  }
}

function attempt(file: string, unreadable: Unreadable[], action: () => void): void {
  try {
    action();
  } catch (error) {
    unreadable.push({ path: file, reason: reasonOf(error) });
  }
}

export function readFile(home: string, file: string, kept?: KeptFiles): Uint8Array | Unreadable {
  try {
    const full = path.join(home, file);
    const found = statSync(full, { bigint: true });
    if (!found.isFile()) return { path: file, reason: found.isDirectory() ? IS_FOLDER : 'it is a pipe or a device' };
    const { size, mtimeNs, ctimeNs, ino } = found;
    if (size > LARGEST_FILE) return { path: file, reason: `it is larger than ${LARGEST_FILE / 1024 / 1024} MB` };
    const state = [size, mtimeNs, ctimeNs, ino].join(' ');
    const before = kept?.get(full);
    if (before?.state === state) return before.bytes;
    const bytes = readFileSync(full);
    if (/\.(ya?ml|csv)$/i.test(file)) kept?.set(full, { state, bytes });
    return bytes;
  } catch (error) {
    return { path: file, reason: reasonOf(error) };
  }
}

const IS_FOLDER = 'it is a folder';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you have no permission to open it',
  EPERM: 'you have no permission to open it, or another program holds it',
  EBUSY: 'another program, such as Excel, holds it open',
  EISDIR: IS_FOLDER,
  ENOTDIR: 'part of its path is a file, not a folder',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'the disk is full',
};

/** Why the operating system refused, in a reader's words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'it cannot be opened' : `the system answers ${code}`);
}

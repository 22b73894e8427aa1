import { PublishError } from './publish-error.ts';

/** Which files of an output folder are ours, by tag; lies in the folder itself. */
export const MARKER = '.lexiform-build.json';

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file, which also bars the superscript digits.
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\s*\.|\s*$)/i;
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001F\u007F<>:"|?*\\]|\p{Cs}/u;
const LONGEST = 255;

/** Why a path is not safe inside an output folder, or undefined when it is. Paths are relative, with `/`. */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (path.startsWith('/')) return 'it does not begin inside the output folder';
  if (foldPath(path) === MARKER) return 'that file tells which outputs are ours';
  for (const name of path.split('/')) {
    const problem = nameProblem(name);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function nameProblem(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return `it has "${name}" for a name between its slashes`;
  const forbidden = FORBIDDEN.exec(name);
  if (forbidden) return `${JSON.stringify(forbidden[0])} cannot stand in a file name on every system`;
  if (RESERVED.test(name)) return `Windows keeps the name "${name}" for itself`;
  if (/[. ]$/.test(name)) return `Windows drops the dot or blank at the end of "${name}"`;
  if (Buffer.byteLength(name) > LONGEST) return `"${name.slice(0, 40)}…" is longer than ${LONGEST} bytes`;
  return undefined;
}

/** Two paths that fold alike are one file on Windows or macOS. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The folders that a path stands in, from the outermost. */
export function foldersOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}

/** The paths of one publication: takes each after checking it alone and against those before it. */
export function pathChecker(): (path: string) => void {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  return (path) => {
    const problem = pathProblem(path) ?? clash(path, files, folders);
    if (problem !== undefined) throw new PublishError('path', path, `"${path}" cannot be written: ${problem}.`);
    files.set(foldPath(path), path);
    for (const folder of foldersOf(path)) folders.set(foldPath(folder), path);
  };
}

function clash(
  path: string,
  files: ReadonlyMap<string, string>,
  folders: ReadonlyMap<string, string>,
): string | undefined {
  const same = files.get(foldPath(path));
  if (same !== undefined) return `"${same}" is the same file where capital and small letters are equal`;
  const below = folders.get(foldPath(path));
  if (below !== undefined) return `"${below}" needs a folder of that name`;
  const above = foldersOf(path).find((folder) => files.has(foldPath(folder)));
  return above === undefined ? undefined : `"${above}" is a file of this build`;
}

import { chmod, lstat, opendir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolders } from './make-folders.ts';
import { oneByOne } from './one-by-one.ts';
import { codeOf, systemError } from './publish-error.ts';
import { type PublishHost, thisProcess } from './publish-host.ts';
import { asidePath, discard, recover, type Target } from './publish-leftovers.ts';
import { renamePatiently } from './rename-patiently.ts';

/**
 * Writes one file beside its place and renames it into place, so that neither an error nor a kill leaves half of it.
 * Folders above it are made; a file that holds these bytes already is left alone, and one that is replaced keeps its mode.
 * A device or a pipe, such as /dev/null, is written to: a file in its place would break what others use it for.
 * @throws PublishError `busy`, `in-use`, `system`, with the file as it was
 */
export async function writeFileAside(
  file: string,
  bytes: Uint8Array,
  host: PublishHost = thisProcess,
): Promise<'written' | 'unchanged'> {
  return oneByOne(file, (target) => writeAlone(target, bytes, host));
}

/**
 * The same for a file that comes in pieces and may be larger than memory; it is written whether it changed or not.
 * Errors of the pieces pass through.
 */
export async function writeStreamAside(
  file: string,
  pieces: Pieces,
  host: PublishHost = thisProcess,
): Promise<'written'> {
  return oneByOne(file, async (target) => {
    await recover(target, host);
    return place(target, pieces, host);
  });
}

/**
 * The same for a file that somebody else writes, who is told where: beside its place.
 * @throws PublishError, and whatever the writer throws
 */
export async function writeAsideBy(
  file: string,
  write: (path: string) => Promise<void>,
  host: PublishHost = thisProcess,
): Promise<'written'> {
  return oneByOne(file, async (target) => {
    await recover(target, host);
    return place(target, write, host);
  });
}

/**
 * Makes a folder, and those above it.
 * @throws PublishError
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder);
    const opened = await opendir(folder); // a file in its place is no folder
    await opened.close();
  } catch (error) {
    throw systemError(folder, error);
  }
}

type Pieces = AsyncIterable<string | Uint8Array>;
type Content = Uint8Array | Pieces | ((path: string) => Promise<void>);

async function writeAlone(target: Target, bytes: Uint8Array, host: PublishHost): Promise<'written' | 'unchanged'> {
  await recover(target, host);
  return (await holds(target.path, bytes)) ? 'unchanged' : place(target, bytes, host);
}

async function place(target: Target, content: Content, host: PublishHost): Promise<'written'> {
  if (await isDevice(target.path)) return writeInto(target, content);
  const aside = asidePath(target, 'new', host);
  try {
    await makeFolders(path.dirname(target.path));
    await writeNew(aside, content);
    await copyMode(target.path, aside);
    await renamePatiently(host, aside, target.path, target.shown);
    return 'written';
  } catch (error) {
    await discard(aside, aside, host);
    throw codeOf(error) === '' ? error : systemError(target.shown, error);
  }
}

async function writeNew(aside: string, content: Content): Promise<void> {
  await (typeof content === 'function' ? content(aside) : writeFile(aside, content, { flag: 'wx' }));
}

/** Whether a path is a regular file with these very bytes. */
export async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  const known = await lstat(file).catch(() => undefined);
  if (!known?.isFile() || known.size !== bytes.length) return false;
  return readFile(file).then(
    (content) => content.equals(bytes),
    () => false,
  );
}

async function isDevice(file: string): Promise<boolean> {
  const known = await lstat(file).catch(() => undefined);
  return known !== undefined && !known.isFile() && !known.isDirectory();
}

async function writeInto({ path: device, shown }: Target, content: Content): Promise<'written'> {
  try {
    await (typeof content === 'function' ? content(device) : writeFile(device, content));
    return 'written';
  } catch (error) {
    throw codeOf(error) === '' ? error : systemError(shown, error);
  }
}

async function copyMode(from: string, to: string): Promise<void> {
  const known = await lstat(from).catch(() => undefined);
  if (known) await chmod(to, known.mode);
}

import { chmod, lstat, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolders } from './make-folders.ts';
import { oneByOne } from './one-by-one.ts';
import { systemError } from './publish-error.ts';
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

async function writeAlone(target: Target, bytes: Uint8Array, host: PublishHost): Promise<'written' | 'unchanged'> {
  await recover(target, host);
  if (await holds(target.path, bytes)) return 'unchanged';
  if (await isDevice(target.path)) return writeInto(target, bytes);
  const aside = asidePath(target, 'new', host);
  try {
    await makeFolders(path.dirname(target.path));
    await writeFile(aside, bytes, { flag: 'wx' });
    await copyMode(target.path, aside);
    await renamePatiently(host, aside, target.path, target.shown);
    return 'written';
  } catch (error) {
    await discard(aside, aside, host);
    throw systemError(target.shown, error);
  }
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

async function writeInto({ path: device, shown }: Target, bytes: Uint8Array): Promise<'written'> {
  try {
    await writeFile(device, bytes);
    return 'written';
  } catch (error) {
    throw systemError(shown, error);
  }
}

async function copyMode(from: string, to: string): Promise<void> {
  const known = await lstat(from).catch(() => undefined);
  if (known) await chmod(to, known.mode);
}

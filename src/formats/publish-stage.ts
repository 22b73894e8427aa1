import { chmod, constants, copyFile, link, lstat, mkdir, readlink, rmdir, stat } from 'node:fs/promises';
import { symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolders } from './make-folders.ts';
import type { OutputFolder } from './output-folder.ts';
import { systemError } from './publish-error.ts';
import type { PublishHost } from './publish-host.ts';
import { asidePath, discard, refuseOthers, type Target } from './publish-leftovers.ts';
import { renamePatiently } from './rename-patiently.ts';

/** A complete new tree beside the target, of which nothing is seen until `swapIn`. Its presence keeps other builds out. */
export interface Stage {
  readonly target: Target;
  readonly path: string;
  /** The outermost folder above the target that had to be made for it. */
  readonly made: string | undefined;
}

/** @throws PublishError `busy`, `system` */
export async function openStage(target: Target, host: PublishHost): Promise<Stage> {
  const made = await onDisk(target, () => makeFolders(path.dirname(target.path)));
  const stage = { target, path: asidePath(target, 'new', host), made };
  try {
    await onDisk(target, () => mkdir(stage.path));
    await refuseOthers(target, host);
    return stage;
  } catch (error) {
    await dropStage(stage, host);
    throw error;
  }
}

/** Removes a stage that is not to be swapped in, and the folders made for it. */
export async function dropStage(stage: Stage, host: PublishHost): Promise<void> {
  await discard(stage.path, stage.path, host);
  if (stage.made === undefined) return;
  for (let folder = path.dirname(stage.target.path); folder.startsWith(stage.made); folder = path.dirname(folder)) {
    await rmdir(folder).catch(() => undefined);
  }
}

export async function stageFile(stage: Stage, file: string, bytes: Uint8Array | string): Promise<void> {
  await onDisk(stage.target, async () => {
    await writeFile(await placeFor(stage, file), bytes, { flag: 'wx' });
  });
}

/** Takes over files and empty folders of the target as they are. */
export async function stageKept(
  stage: Stage,
  files: readonly string[],
  emptyFolders: readonly string[],
): Promise<void> {
  await onDisk(stage.target, async () => {
    for (const file of files) await keepFile(path.join(stage.target.path, file), await placeFor(stage, file));
    for (const folder of emptyFolders) await mkdir(path.join(stage.path, folder), { recursive: true });
  });
}

/**
 * Puts the stage in place of the target by two renames. A kill between them leaves the old tree aside, from where the
 * next build restores it.
 * @throws PublishError `in-use`, `system`, with everything as it was
 */
export async function swapIn(stage: Stage, before: OutputFolder, host: PublishHost): Promise<void> {
  const { target } = stage;
  const shown = openFile(before) ?? target.shown;
  if (!before.exists) return renamePatiently(host, stage.path, target.path, shown);
  const old = asidePath(target, 'old', host);
  await onDisk(target, async () => chmod(stage.path, (await stat(target.path)).mode));
  await renamePatiently(host, target.path, old, shown);
  try {
    await renamePatiently(host, stage.path, target.path, shown);
  } catch (error) {
    await renamePatiently(host, old, target.path, target.shown);
    throw error;
  }
  await discard(old, asidePath(target, 'gone', host), host);
}

/** Excel marks a workbook that it holds open by a file `~$form.xlsx` beside it. */
function openFile(folder: OutputFolder): string | undefined {
  const lock = folder.files.find((file) => path.posix.basename(file).startsWith('~$'));
  return lock?.replace(/~\$(?=[^/]*$)/, '');
}

async function placeFor(stage: Stage, file: string): Promise<string> {
  const place = path.join(stage.path, file);
  await mkdir(path.dirname(place), { recursive: true });
  return place;
}

/** A second name for the same file costs nothing; file systems without such names get a copy. */
async function keepFile(from: string, to: string): Promise<void> {
  const known = await lstat(from);
  if (known.isSymbolicLink()) return symlink(await readlink(from), to);
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await utimes(to, known.atime, known.mtime);
  }
}

async function onDisk<T>(target: Target, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw systemError(target.shown, error);
  }
}

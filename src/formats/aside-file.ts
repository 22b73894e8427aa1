import { lstat, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { systemError } from './publish-error.ts';
import { type PublishHost, thisProcess } from './publish-host.ts';
import { asidePath, discard, recover, targetOf } from './publish-leftovers.ts';
import { renamePatiently } from './rename-patiently.ts';

/** A file that is written piece by piece beside its place, and stands there whole or not at all. */
export interface AsideFile {
  write(text: string): Promise<void>;
  /** Renames it into its place. */
  keep(): Promise<void>;
  /** Leaves what stands in its place as it is. */
  drop(): Promise<void>;
}

/**
 * Begins a file that is too large to be held in memory. A device or a pipe, such as /dev/null, is written to as it is.
 * @throws PublishError `busy`, `system`
 */
export async function openAside(file: string, host: PublishHost = thisProcess): Promise<AsideFile> {
  const target = await targetOf(file);
  const known = await lstat(target.path).catch(() => undefined);
  // A folder cannot be written to, which the attempt tells.
  const isDevice = known !== undefined && !known.isFile();
  if (!isDevice) await recover(target, host);
  const aside = isDevice ? target.path : asidePath(target, 'new', host);
  const orTold = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw systemError(target.shown, error);
    }
  };
  const handle = await orTold(async () => {
    await mkdir(path.dirname(aside), { recursive: true });
    return open(aside, isDevice ? 'w' : 'wx');
  });
  const end = async (): Promise<void> => orTold(async () => handle.close());
  return {
    write: async (text) => orTold(async () => void (await handle.write(text))),
    keep: async () => {
      await end();
      if (!isDevice) await orTold(async () => renamePatiently(host, aside, target.path, target.shown));
    },
    drop: async () => {
      await end();
      if (!isDevice) await discard(aside, aside, host);
    },
  };
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readOutputFolder } from './output-folder.ts';
import { systemError } from './publish-error.ts';
import { recoverOutput, targetOf } from './publish-leftovers.ts';

/** A file of an earlier build, which is read when it is needed. */
export interface BuiltFile {
  readonly path: string;
  /** @throws PublishError `system` */
  readonly read: () => Promise<Uint8Array>;
}

/**
 * What earlier builds of a tag have left in an output folder; none where there is no such folder.
 * @throws PublishError `busy`, `conflict`, `marker`, `system`
 */
export async function builtFiles(out: string, tag: string): Promise<readonly BuiltFile[]> {
  await recoverOutput(out);
  const target = await targetOf(out);
  const { tags } = await readOutputFolder(target);
  return (tags.get(tag) ?? []).map((file) => ({
    path: file,
    read: async () => {
      try {
        return await readFile(path.join(target.path, file));
      } catch (error) {
        throw systemError(target.shown, error);
      }
    },
  }));
}

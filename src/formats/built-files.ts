import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readOutputFolder } from './output-folder.ts';
import { systemError } from './publish-error.ts';
import { recoverOutput, targetOf } from './publish-leftovers.ts';
import type { OutputFile } from './publish.ts';

/**
 * What earlier builds of a tag have left in an output folder; none where there is no such folder.
 * @throws PublishError `busy`, `conflict`, `marker`, `system`
 */
export async function builtFiles(out: string, tag: string): Promise<readonly OutputFile[]> {
  await recoverOutput(out);
  const target = await targetOf(out);
  const { tags } = await readOutputFolder(target);
  try {
    const files = tags.get(tag) ?? [];
    return await Promise.all(
      files.map(async (file) => ({ path: file, bytes: await readFile(path.join(target.path, file)) })),
    );
  } catch (error) {
    throw systemError(target.shown, error);
  }
}

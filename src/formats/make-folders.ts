import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder and those above it, and tells the outermost one that had to be made. `recursive` of Node takes "no such
 * file" to mean that the folder above is missing, and tries without end where that is there but takes no others, as /proc.
 * @throws the error of the operating system
 */
export async function makeFolders(folder: string): Promise<string | undefined> {
  if (await exists(folder)) return undefined;
  const parent = path.dirname(folder);
  const made = parent === folder ? undefined : await makeFolders(parent);
  try {
    await mkdir(folder);
  } catch (error) {
    // Another build may have made it in the meantime.
    if (!(await exists(folder))) throw error;
  }
  return made ?? folder;
}

function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}

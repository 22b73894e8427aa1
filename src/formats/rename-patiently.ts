import { codeOf, PublishError, systemError } from './publish-error.ts';
import type { PublishHost } from './publish-host.ts';

// Virus scanners and file indexers hold a new file for some tenths of a second; Excel holds one for as long as it is open.
const PAUSES = [50, 100, 200, 400, 800];

/**
 * Renames a file or folder, with more tries while another program holds it.
 * @param shown what an error message calls it
 * @throws PublishError `in-use` or `system`
 */
export async function renamePatiently(host: PublishHost, from: string, to: string, shown: string): Promise<void> {
  for (const milliseconds of [...PAUSES, 0]) {
    try {
      return await host.rename(from, to);
    } catch (error) {
      if (!isHeld(host, error)) throw systemError(shown, error);
      if (milliseconds === 0) throw heldError(shown, error);
      await host.pause(milliseconds);
    }
  }
}

function isHeld(host: PublishHost, error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EBUSY' || (host.windows && (code === 'EPERM' || code === 'EACCES'));
}

function heldError(shown: string, error: unknown): PublishError {
  const sentence = `"${shown}" is open in another program, such as Excel; close it and build again. Nothing was changed.`;
  return new PublishError('in-use', shown, sentence, error);
}

import { reasonOf } from '../source/files.ts';

/**
 * Why files could not be put in place; nothing was changed then. `path` names the file or folder that is in the way.
 * - `path`: a name that is not safe on every system;
 * - `conflict`: a file that is not ours, or belongs to another build, would be overwritten;
 * - `in-use`: another program holds a file or folder open;
 * - `busy`: another build writes to the same folder at this moment;
 * - `marker`: `.lexiform-build.json` cannot be read;
 * - `system`: the operating system refused.
 */
export type PublishErrorCode = 'path' | 'conflict' | 'in-use' | 'busy' | 'marker' | 'system';

export class PublishError extends Error {
  override readonly name = 'PublishError';
  readonly code: PublishErrorCode;
  readonly path: string;

  constructor(code: PublishErrorCode, path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.path = path;
  }
}

/** What the operating system refused, in a reader's words; errors that are worded already stay as they are. */
export function systemError(path: string, error: unknown): PublishError {
  if (error instanceof PublishError) return error;
  const reason = codeOf(error) === 'ENOENT' ? 'its folder is not there and cannot be made' : reasonOf(error);
  const sentence = `"${path}" could not be written: ${reason}. Nothing was changed.`;
  return new PublishError('system', path, sentence, error);
}

/** The code of a system error such as ENOENT, or '' for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

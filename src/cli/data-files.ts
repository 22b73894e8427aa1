import path from 'node:path';
import { quote } from '../diagnostics/quote.ts';
import { diskFile } from '../submissions/disk-file.ts';
import type { DataFile } from '../submissions/submission.ts';
import { type Host, UsageError } from './host.ts';

const WHAT_TO_NAME = 'Name a file of submissions: --data FILE';

/**
 * The files of submissions that a command was given; one that is named twice would count twice.
 * @throws UsageError where one cannot be read
 */
export function dataFiles(named: readonly string[], { cwd }: Host): readonly DataFile[] {
  const paths = new Map(named.map((file) => [path.resolve(cwd, file), file]));
  return [...paths].map(([full, file]) => {
    const opened = diskFile(full, file);
    if ('pieces' in opened) return opened;
    throw new UsageError(`${quote(file)} cannot be read: ${opened.reason}.`, WHAT_TO_NAME);
  });
}

import { realpathSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../diagnostics/quote.ts';
import { diskFile, isDataFile } from '../submissions/disk-file.ts';
import type { DataFile } from '../submissions/submission.ts';
import { type Host, UsageError } from './host.ts';

const WHAT_TO_NAME = 'Name a file of submissions: --data FILE, or what was pulled: --server NAME';

/**
 * The files of submissions that a command was given; one that is named twice, if only by a link, would count twice.
 * @throws UsageError where one cannot be read, and where there is none
 */
export function dataFiles(named: readonly string[], { cwd }: Host): readonly DataFile[] {
  if (named.length === 0) throw new UsageError('There are no submissions to look at.', WHAT_TO_NAME);
  const files = new Map<string, DataFile>();
  for (const file of named) {
    if (file.trim() === '') throw new UsageError('The name of a file of submissions is empty.', WHAT_TO_NAME);
    const full = path.resolve(cwd, file);
    const opened = diskFile(full, file);
    if (!isDataFile(opened)) throw new UsageError(`${quote(file)} cannot be read: ${opened.reason}.`, WHAT_TO_NAME);
    const place = realpathSync(full);
    if (!files.has(place)) files.set(place, opened);
  }
  return [...files.values()];
}

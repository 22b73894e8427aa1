import { createReadStream, statSync } from 'node:fs';
import { reasonOf, type Unreadable } from '../source/files.ts';
import type { DataFile } from './submission.ts';

/** Large enough that some hundred submissions are done at a time. In bytes. */
const PIECE = 1024 * 1024;

/** A file on disk, or why it cannot be had; `name` is how messages name it. It is opened anew for each reading. */
export function diskFile(path: string, name: string): DataFile | Unreadable {
  try {
    const state = statSync(path);
    if (state.isDirectory()) return { path: name, reason: 'it is a folder; name the files in it' };
    if (!state.isFile()) return { path: name, reason: 'it is no file on a disk; save the data to a file first' };
    const { size } = state;
    return { name, size, pieces: (from = 0) => createReadStream(path, { start: from, highWaterMark: PIECE }) };
  } catch (error) {
    return { path: name, reason: reasonOf(error) };
  }
}

export function isDataFile(answer: DataFile | Unreadable): answer is DataFile {
  return 'pieces' in answer;
}

import { closeSync, mkdtempSync, openSync, read as readCallback, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { PublishError } from '../../formats/publish-error.ts';
import { reasonOf } from '../../source/files.ts';

/** Lines that go to disk once there are many of them. */
export interface Spill {
  readonly add: (line: string) => void;
  /** The lines in their order, some at a time. */
  readonly lines: () => AsyncIterable<readonly string[]>;
  readonly end: () => void;
}

const read = promisify(readCallback);
const NEWLINE = 10;
/** Characters that are kept in memory, and bytes that are read at once. */
const PIECE = 1 << 18;

export function createSpill(folder: string): Spill {
  let file: SpillFile | undefined;
  let held: string[] = [];
  let size = 0;
  const flush = (): void => {
    file ??= openFile(folder);
    file.write(`${held.join('\n')}\n`);
    held = [];
    size = 0;
  };
  return {
    add: (line) => {
      held.push(line);
      size += line.length;
      if (size >= PIECE) flush();
    },
    lines: async function* () {
      if (file) yield* file.lines();
      if (held.length > 0) yield held;
    },
    end: () => {
      file?.end();
      file = undefined;
      held = [];
    },
  };
}

interface SpillFile {
  readonly write: (text: string) => void;
  readonly lines: () => AsyncIterable<readonly string[]>;
  readonly end: () => void;
}

/**
 * What stands in the file can be answers of people, so nobody else may read it, and nothing of it may lie around: its name
 * is taken away as soon as it is open, and the system frees the room when this process ends, however it ends.
 */
function openFile(folder: string): SpillFile {
  const own = within(folder, () => mkdtempSync(path.join(folder, 'lexiform-')));
  const file = within(folder, () => openSync(path.join(own, 'findings'), 'wx+', 0o600));
  const isGone = remove(own);
  let length = 0;
  return {
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length;) {
        const from = done;
        const written = within(folder, () => writeSync(file, bytes, from, bytes.length - from, length + from));
        done += written;
      }
      length += bytes.length;
    },
    lines: () => linesOf(file, length),
    end: () => {
      closeSync(file);
      if (!isGone) remove(own);
    },
  };
}

/** Some systems keep the name of an open file; there it goes at the end. */
function remove(own: string): boolean {
  try {
    rmSync(own, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

async function* linesOf(file: number, length: number): AsyncIterable<readonly string[]> {
  const piece = Buffer.alloc(PIECE);
  let rest = Buffer.alloc(0);
  for (let at = 0; at < length;) {
    const { bytesRead } = await read(file, piece, 0, Math.min(PIECE, length - at), at);
    if (bytesRead === 0) throw new Error('the file of findings is shorter than what was written to it');
    at += bytesRead;
    const bytes = Buffer.concat([rest, piece.subarray(0, bytesRead)]);
    const end = bytes.lastIndexOf(NEWLINE);
    rest = bytes.subarray(end + 1);
    if (end > 0) yield bytes.toString('utf8', 0, end).split('\n');
  }
}

function within<Value>(folder: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const advice = 'Give a folder with more room in the environment variable TMPDIR';
    const sentence = `Findings cannot be kept in "${folder}": ${reasonOf(error)}. ${advice}.`;
    throw new PublishError('system', folder, sentence, error);
  }
}

// Child processes and temporary folders of one run. Whatever a run starts or makes ends with it, on Ctrl-C too.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

const children = new Map(); // child → a promise of its end
const folders = new Set();
let ending = false;

/** A failure that the reader of the log can act on: printed as its message alone. */
export class SetupError extends Error {
  name = 'SetupError';
}

/**
 * Runs a program to its end and never rejects.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ input?: string, timeout?: number, cwd?: string, env?: Record<string, string> }} options `timeout` in milliseconds, after
 *   which the program and all that it started are ended
 * @returns {Promise<{ code: number | null, stdout: string, stderr: string, timedOut: boolean }>}
 *   `code` is null where the program was ended or could not be started; `stderr` then says why
 */
export function run(command, args, { input = '', timeout = 60_000, cwd, env } = {}) {
  if (ending) return never();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true });
  const result = { code: null, stdout: '', stderr: '', timedOut: false };
  const timer = setTimeout(() => {
    result.timedOut = true;
    end(child);
  }, timeout);
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', (text) => (result[stream] += text));
  }
  child.stdin.on('error', () => {}); // a program that ends before it has read everything says why on stderr
  child.stdin.end(input);
  const ended = new Promise((resolve) => {
    child.on('close', resolve).on('error', (error) => {
      result.stderr += error.message;
      resolve(null);
    });
  });
  children.set(child, ended);
  return ended.then((code) => {
    clearTimeout(timer);
    children.delete(child);
    return ending ? never() : { ...result, code };
  });
}

/** Maps over `items` with at most `limit` at work at once; results keep the order of the items. */
export async function pool(items, limit, work) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

/** A new empty folder that is gone when the run ends. */
export async function temporaryFolder(name) {
  return removeAtEnd(await mkdtemp(join(tmpdir(), `${name}-`)));
}

/** Marks a folder as one to remove when the run ends, should it still be there. */
export function removeAtEnd(folder) {
  folders.add(folder);
  return folder;
}

/** Ends what is still running, then removes what is temporary; nothing can be started any more. */
export async function cleanUp() {
  ending = true;
  const ends = [...children.values()];
  for (const child of children.keys()) end(child);
  await Promise.all(ends);
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Each child leads a group of its own, so that what it started ends too. */
function end(child) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // already ended
  }
}

/** Where the run is ending, whoever waits for a program waits in vain rather than reports a failure. */
function never() {
  return new Promise(() => {});
}

for (const [signal, number] of Object.entries(SIGNALS)) {
  process.once(signal, () => cleanUp().then(() => process.exit(128 + number)));
}

import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRecord } from '../../core/is-record.ts';
import { codeOf, systemError } from '../../formats/publish-error.ts';
import { thisProcess } from '../../formats/publish-host.ts';
import { STATE_FILE } from './state-text.ts';

const LOCK_FILE = `${STATE_FILE}.lock`;
/** Milliseconds: how often the holder says that it lives, and after how long silence it is taken for dead. */
const BEAT = 10_000;
const SILENCE = 60_000;
const TRY_AGAIN = 200;

export interface Lock {
  readonly release: () => Promise<void>;
}

/** Who is to blame for a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Only one push at a time works with a state file; a second one waits. A lock whose process is gone, or that was silent
 * for a minute on another machine, is taken over.
 * @returns the holder, where it still works after `patience` milliseconds
 */
export async function lockState(
  folder: string,
  patience: number,
  onWait: (holder: Holder) => void,
): Promise<Lock | Holder> {
  const file = path.join(folder, LOCK_FILE);
  let told = false;
  for (let left = patience; ; left -= TRY_AGAIN) {
    if (await take(file)) return held(file);
    const text = await textOf(file);
    if (text === undefined) continue;
    const holder = holderIn(text);
    if (await isDead(file, holder)) {
      await takeAway(file, text);
      continue;
    }
    if (left <= 0) return holder;
    if (!told) onWait(holder);
    told = true;
    await pause(TRY_AGAIN);
  }
}

export function isLock(answer: Lock | Holder): answer is Lock {
  return 'release' in answer;
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify({ pid: thisProcess.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows answers EPERM or EACCES while a deleted file is still held by somebody who looks at it.
    if (['EEXIST', 'EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error)) && (await exists(file))) return false;
    throw systemError(LOCK_FILE, error);
  }
}

function held(file: string): Lock {
  const beat = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), BEAT);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      await rm(file, { force: true });
    },
  };
}

/** Undefined where it has just been taken away. One that another account may not show is somebody's all the same. */
async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : ''));
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** One without words was cut off while it was written: only its silence tells that. */
function holderIn(text: string): Holder {
  try {
    const read: unknown = JSON.parse(text);
    if (isRecord(read)) return { pid: Number(read['pid']), host: String(read['host']) };
  } catch {
    return { pid: Number.NaN, host: '' };
  }
  return { pid: Number.NaN, host: '' };
}

/** Takes a dead lock away; where another push did so first, and has its own lock there now, that one is put back. */
async function takeAway(file: string, dead: string): Promise<void> {
  const aside = `${file}.${thisProcess.pid}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) !== dead) await link(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY', 'EISDIR'].includes(codeOf(error))) throw error;
  } finally {
    await rm(aside, { force: true, recursive: true });
  }
}

async function isDead(file: string, { pid, host }: Holder): Promise<boolean> {
  if (host === hostname() && Number.isInteger(pid) && !thisProcess.isAlive(pid)) return true;
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs > SILENCE;
}

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import type { EvaluationHost } from '../expression/evaluate/scope.ts';
import { reasonOf } from '../source/files.ts';
import { EXIT, type HelperThread } from './host.ts';
import { main } from './main.ts';

/** The command line on a real process. */
export async function run(): Promise<void> {
  const { stdout, stderr, env } = process;
  const color = stdout.isTTY && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb';
  for (const stream of [stdout, stderr]) stream.on('error', endQuietly);
  const line = liveLine(stderr);
  process.exitCode = await main(
    process.argv.slice(2),
    {
      cwd: process.cwd(),
      out: (text) => {
        line.clear();
        stdout.write(text);
      },
      drained: () => drained(stdout),
      err: (text) => {
        line.clear();
        stderr.write(text);
      },
      live: line.show,
      letGo,
      ...(availableParallelism() > 1 && { helper: startThread }),
      beFrugal: (work) => {
        setFlagsFromString('--heap-growing-percent=20');
        if (work === 'stream') setFlagsFromString('--semi-space-growth-factor=1');
        letGo();
      },
      terminal: stdout.isTTY ?? false,
      color: color || env['FORCE_COLOR'] === '1',
      width: stdout.columns ?? 100,
      env: (name) => env[name],
      ask,
      now: () => performance.now(),
      evaluation,
    },
    ownVersion(),
  );
}

/** The thread is a program of its own beside this one. */
function startThread(data: unknown): HelperThread {
  const worker = new Worker(new URL('thread.js', import.meta.url), { workerData: data });
  const done = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
  });
  return {
    onMessage: (take) => void worker.on('message', take),
    done,
    end: async () => void (await worker.terminate()),
  };
}

/** A line of progress, which goes before anything else is told. */
function liveLine(stream: NodeJS.WriteStream): { readonly show: (text: string) => void; readonly clear: () => void } {
  let isThere = false;
  const show = (text: string): void => {
    if (stream.isTTY && (isThere || text !== '')) stream.write(`\r\u001B[2K${text}`);
    isThere = text !== '';
  };
  return { show, clear: () => show('') };
}

async function ask(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return undefined;
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

function evaluation(): EvaluationHost {
  return {
    clock: { now: Date.now(), offset: (ms) => -new Date(ms).getTimezoneOffset() },
    random: Math.random,
    digest: (algorithm, bytes) => createHash(algorithm.replace('-', '').toLowerCase()).update(bytes).digest(),
  };
}

const ENDS = ['drain', 'close', 'error'] as const;

async function drained(stream: NodeJS.WriteStream): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      for (const event of ENDS) stream.off(event, done);
      resolve();
    };
    for (const event of ENDS) stream.on(event, done);
  });
}

/** V8 would keep what is not used any more until it needs the room. */
function letGo(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** `lexiform check | head` closes the pipe early, which is no error. A disk that is full is one, and no defect. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`What was found cannot be written: ${reasonOf(error)}.\n`);
  process.exit(EXIT.usage);
}

function ownVersion(): string {
  const manifest: unknown = createRequire(import.meta.url)('../../package.json');
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : 'unknown';
}

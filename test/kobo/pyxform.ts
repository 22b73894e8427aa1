import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensureConverter } from '../reference/python.mjs';

const SCRIPT = fileURLToPath(new URL('pyxform-lines.py', import.meta.url));
const VERSION = '3.0.0'; // the one that kpi pins
const LONGEST_MS = 100_000;

export type Converted =
  | { readonly xform: string; readonly warnings: readonly string[] }
  | { readonly error: string; readonly refused: boolean; readonly warnings: readonly string[] };

/** Workbook to XForm; `name` is the root element where the settings sheet names none. */
export interface Converter {
  convert(workbook: Uint8Array, name: string): Promise<Converted>;
  close(): void;
}

let python: Promise<string> | undefined;

/** The Python that has pyxform; on a new machine it is installed first, which takes a minute. */
export function preparePyxform(): Promise<string> {
  return (python ??= ensureConverter(VERSION));
}

/** The real pyxform in one Python process, started by the first workbook. */
export function pyxformConverter(): Converter {
  const waiting = new Map<number, (converted: Converted) => void>();
  let started: Promise<ChildProcessWithoutNullStreams> | undefined;
  let next = 0;
  return {
    convert: async (workbook, name) => {
      const child = await (started ??= start(waiting));
      const id = next++;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        setTimeout(() => answer(waiting, id, failure('pyxform took too long')), LONGEST_MS).unref();
        child.stdin.write(`${JSON.stringify({ id, workbook: Buffer.from(workbook).toString('base64'), name })}\n`);
      });
    },
    close: () => void started?.then((child) => child.kill('SIGKILL')),
  };
}

async function start(waiting: Map<number, (converted: Converted) => void>): Promise<ChildProcessWithoutNullStreams> {
  const child = spawn(await preparePyxform(), ['-I', SCRIPT]);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)));
  child.stdin.on('error', () => {}); // its end is told below
  child.on('error', (error) => (said += error.message));
  child.on('close', () => {
    for (const id of waiting.keys()) answer(waiting, id, failure(`pyxform ended: ${said}`));
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, ...converted } = JSON.parse(line) as { id: number } & Converted;
    answer(waiting, id, converted);
  });
  return child;
}

function answer(waiting: Map<number, (converted: Converted) => void>, id: number, converted: Converted): void {
  waiting.get(id)?.(converted);
  waiting.delete(id);
}

function failure(error: string): Converted {
  return { error, refused: false, warnings: [] };
}

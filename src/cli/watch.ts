import { watch as watchFolder } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExitCode, Host } from './host.ts';
import { tellUsersMatter } from './users-matter.ts';

/** Editors save in several steps; what changes within this many milliseconds is one change. */
const SETTLE = 150;

/** Runs once, then again after every change below the folder, until the process is stopped. */
export async function watch(folder: string, run: () => Promise<ExitCode>, host: Host): Promise<never> {
  const changes = createSignal();
  const watcher = watchFolder(folder, { recursive: true }, (_event, file) => {
    if (file === null || isSource(file)) changes.raise();
  });
  try {
    for (;;) {
      await attempt(run, host);
      host.err(`Watching ${folder}. Stop with Ctrl+C.\n`);
      await changes.next();
      await pause(SETTLE);
      changes.clear();
    }
  } finally {
    watcher.close();
  }
}

/** What fails now may go well after the next change, such as a workbook that was open in Excel. */
async function attempt(run: () => Promise<ExitCode>, host: Host): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!tellUsersMatter(error, host)) throw error;
  }
}

function isSource(file: string): boolean {
  return /\.(ya?ml|csv)$/i.test(file) && !file.includes('node_modules');
}

interface Signal {
  raise(): void;
  clear(): void;
  /** Resolves at the next change, or at once where there was one since the last. */
  next(): Promise<void>;
}

function createSignal(): Signal {
  let raised = false;
  let wake: (() => void) | undefined;
  return {
    raise: () => {
      raised = true;
      wake?.();
    },
    clear: () => {
      raised = false;
    },
    next: async () => {
      if (!raised) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { startRemembering } from '../diagnostics/recall.ts';
import type { KeptFiles } from '../source/files.ts';
import { watchBelow } from './folder-watch.ts';
import type { ExitCode, Host } from './host.ts';
import { tellUsersMatter } from './users-matter.ts';

/** Editors save in several steps: what follows within this many milliseconds belongs to the same change. */
const SETTLE = 10;
/** A folder that never rests is looked at all the same. */
const LONGEST_SETTLE = 400;

type Run = (kept: KeptFiles) => Promise<ExitCode>;

/**
 * Runs once, then again after every change below the folder, until the process is stopped.
 * @throws UsageError where a folder cannot be watched, or not any more
 */
export async function watch(folder: string, run: Run, host: Host): Promise<never> {
  const kept: KeptFiles = new Map();
  startRemembering();
  const changes = createSignal();
  const watcher = watchBelow(folder, { changed: changes.raise, failed: changes.fail });
  try {
    await attempt(() => run(kept), host);
    // The first run looks at everything, and leaves behind much that the others do not need.
    host.letGo();
    for (;;) {
      host.err(`Watching ${folder}. Stop with Ctrl+C.\n`);
      await changes.next();
      await settle(changes, host);
      await attempt(() => run(kept), host);
    }
  } finally {
    watcher.close();
  }
}

/** Waits until the disk rests for a moment. */
async function settle(changes: Signal, host: Host): Promise<void> {
  const latest = host.now() + LONGEST_SETTLE;
  do {
    changes.clear();
    await pause(SETTLE);
  } while (changes.isRaised() && host.now() < latest);
  changes.clear();
}

/** What fails now may go well after the next change, such as a workbook that was open in Excel. */
async function attempt(run: () => Promise<ExitCode>, host: Host): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (tellUsersMatter(error, host) === undefined) throw error;
  }
}

interface Signal {
  readonly raise: () => void;
  readonly fail: (error: unknown) => void;
  isRaised(): boolean;
  clear(): void;
  /** Resolves at the next change, or at once where there was one since the last; rejects where there will be none. */
  next(): Promise<void>;
}

function createSignal(): Signal {
  let raised = false;
  let failure: { readonly error: unknown } | undefined;
  let wake: (() => void) | undefined;
  const raise = (): void => {
    raised = true;
    wake?.();
  };
  return {
    raise,
    fail: (error) => {
      failure ??= { error };
      raise();
    },
    isRaised: () => raised,
    clear: () => {
      raised = false;
    },
    next: async () => {
      if (!raised && !failure) await new Promise<void>((resolve) => (wake = resolve));
      if (failure) throw failure.error;
    },
  };
}

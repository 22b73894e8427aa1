import type { HelperThread } from '../host.ts';
import type { PartResult } from './make-part.ts';
import { sourceKeeper } from './source-keeper.ts';

/** What another thread makes of parts. */
export interface Help {
  /** What came since it was asked last. */
  readonly arrived: () => readonly PartResult[];
  /** Whether more may come. */
  readonly isBusy: () => boolean;
  /** Waits until something came, or nothing will. */
  readonly next: () => Promise<readonly PartResult[]>;
  readonly end: () => Promise<void>;
}

export function createHelp({ onMessage, done, end }: HelperThread): Help {
  const results: PartResult[] = [];
  let isBusy = true;
  let wake: (() => void) | undefined;
  const keep = sourceKeeper();
  onMessage((message) => {
    results.push(keep(message as PartResult));
    wake?.();
  });
  const over = done.then(() => {
    isBusy = false;
    wake?.();
  });
  // Whoever waits is told of an error, even if that is later.
  over.catch(() => undefined);
  const arrived = (): readonly PartResult[] => results.splice(0);
  return {
    arrived,
    isBusy: () => isBusy || results.length > 0,
    next: async () => {
      if (results.length === 0 && isBusy) await Promise.race([over, new Promise<void>((resolve) => (wake = resolve))]);
      return arrived();
    },
    end,
  };
}

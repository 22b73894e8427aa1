import { setTimeout as pause } from 'node:timers/promises';

/** How long a push waits for the server to take a workbook in, in milliseconds. */
export interface Timing {
  /** The first pause between two looks, and the longest. */
  readonly first: number;
  readonly longest: number;
  readonly limit: number;
}

export const usualTiming: Timing = { first: 500, longest: 5000, limit: 600_000 };

/** Looks again and again, with longer and longer pauses, until something is found or the time is over. */
export async function lookUntil<Found>(
  look: () => Promise<Found | undefined>,
  { first, longest, limit }: Timing,
): Promise<Found | undefined> {
  let waited = 0;
  for (let wait = first; waited <= limit; wait = Math.min(wait * 1.5, longest)) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(wait);
    waited += wait;
  }
  return undefined;
}

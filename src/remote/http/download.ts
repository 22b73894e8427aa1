import { Readable } from 'node:stream';
import type { Clock } from './clock.ts';
import { SILENT, WayError } from './watch.ts';

/** How a file is read, and what becomes of a failure on the way. */
export interface Reading {
  readonly timeout: number;
  readonly clock: Clock;
  readonly failed: (error: unknown) => Error;
}

/** The bytes of a file as they come. Whoever reads them may take their time; the server may not. */
export function readOn(source: Readable, reading: Reading): Readable {
  return Readable.from(pieces(source, reading), { objectMode: false });
}

async function* pieces(source: Readable, { timeout, clock, failed }: Reading): AsyncGenerator<Uint8Array> {
  const iterator: AsyncIterator<Uint8Array> = source.iterator();
  try {
    for (;;) {
      const next = await clock.during(withoutSilence(iterator.next(), timeout));
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    throw failed(error);
  } finally {
    source.destroy();
  }
}

async function withoutSilence<Value>(work: Promise<Value>, timeout: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WayError(SILENT)), timeout);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

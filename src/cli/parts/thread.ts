import { parentPort, workerData } from 'node:worker_threads';
import { openSource } from '../source.ts';
import type { SourcePlace } from './all-parts.ts';
import { makePart, type PartsWork } from './make-part.ts';
import { openParts } from './open-parts.ts';
import { createTurns } from './turns.ts';

/** What a thread is given that helps with the parts of a source. */
export interface ThreadWork extends PartsWork, SourcePlace {
  readonly names: readonly string[];
  readonly turns: SharedArrayBuffer;
}

const { source, cwd, names, turns: shared, ...work } = workerData as ThreadWork;
const opened = openParts(openSource(source, cwd), work.options);
const turns = createTurns(shared);
const making = { isStopped: turns.isStopped, progress: () => undefined, checked: () => undefined };
for (let name = names[turns.take()]; name !== undefined; name = names[turns.take()]) {
  const result = await makePart(opened, name, work, making);
  if (result.fails) turns.stop();
  parentPort?.postMessage(result, []);
}

import { createHash } from 'node:crypto';
import type { EvaluationHost } from '../../src/expression/evaluate/scope.ts';

const MINUTE = 60_000;

/** A device whose clock stands still at a local time, so many minutes ahead of UTC, and whose chances repeat. */
export function deviceAt(local: string, offset = 0): EvaluationHost {
  let drawn = 0;
  return {
    clock: { now: Date.parse(`${local}Z`) - offset * MINUTE, offset: () => offset },
    random: () => (drawn += 0.137) % 1,
    digest: (algorithm, bytes) => createHash(algorithm.replace('-', '').toLowerCase()).update(bytes).digest(),
  };
}

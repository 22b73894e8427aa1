import { createHash } from 'node:crypto';
import type { Found } from './found.ts';

/**
 * Names a finding by its rule, its submission and the path of the answer, in 64 bits. Nothing leads back from it to an
 * answer, and it stays when the dictionary moves or when another wrong answer takes the place of this one.
 */
export function fingerprintOf({ diagnostic: { rule, location }, subject, variable }: Found): bigint {
  const path = location.kind === 'record' ? location.path : variable;
  const words = JSON.stringify([rule, subject?.key ?? '', path]);
  return createHash('sha256').update(words).digest().readBigUInt64BE();
}

/** Fingerprints as they come in, 8 bytes each. */
export interface Fingerprints {
  readonly add: (fingerprint: bigint) => void;
  /** In rising order, each once. */
  readonly sorted: () => BigUint64Array;
}

const FIRST = 1024;

export function createFingerprints(): Fingerprints {
  let held = new BigUint64Array(FIRST);
  let size = 0;
  return {
    add: (fingerprint) => {
      if (size === held.length) {
        const grown = new BigUint64Array(size * 2);
        grown.set(held);
        held = grown;
      }
      held[size] = fingerprint;
      size += 1;
    },
    sorted: () => {
      // In place: this can be the largest thing in memory.
      // oxlint-disable-next-line unicorn/no-array-sort
      const all = held.subarray(0, size).sort();
      let kept = 0;
      for (let index = 0; index < size; index += 1) {
        const each = all[index] ?? 0n;
        if (index === 0 || each !== all[kept - 1]) {
          all[kept] = each;
          kept += 1;
        }
      }
      return all.subarray(0, kept);
    },
  };
}

/** Findings that are known and wait; it remembers which of them came again. */
export interface KnownFindings {
  readonly has: (found: Found) => boolean;
  /** How many have not come again: they are mended, or their submissions were not looked at. */
  readonly gone: () => number;
}

/** From fingerprints in rising order. */
export function knownFindings(sorted: BigUint64Array): KnownFindings {
  const cameAgain = new Uint8Array(sorted.length);
  let left = sorted.length;
  return {
    has: (found) => {
      const index = indexOf(sorted, fingerprintOf(found));
      if (index < 0) return false;
      if (cameAgain[index] === 0) left -= 1;
      cameAgain[index] = 1;
      return true;
    },
    gone: () => left,
  };
}

function indexOf(sorted: BigUint64Array, wanted: bigint): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle] ?? 0n;
    if (each === wanted) return middle;
    if (each < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

import type { Projection } from './projection.ts';

/** Where a submission was seen. */
export type SeenAt = Pick<Projection, 'file' | 'number'>;

/** Remembers where each key was seen first. */
export interface SeenKeys {
  /** Where the key was seen before; undefined for a new one, which is remembered. */
  before(key: string, at: SeenAt): SeenAt | undefined;
}

const FIRST_SIZE = 1 << 12;
const FIRST_SEED = 0;
const SECOND_SEED = 0x9747b28c;
/** Per key: two halves of its hash, file and number. */
const CELLS = 4;

/**
 * Remembers 16 bytes a key, in a table that is at most half full: keys are told apart by 64 bits of their hash, of which two
 * among ten million are the same once in 370,000 runs.
 */
export function createSeenKeys(): SeenKeys {
  let table = new Uint32Array(FIRST_SIZE * CELLS);
  let count = 0;

  function grow(): void {
    const old = table;
    table = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += CELLS)
      if (old[at + 3] !== 0) table.set(old.subarray(at, at + CELLS), placeOf(old[at] ?? 0, old[at + 1] ?? 0, table));
  }

  return {
    before: (key, { file, number }) => {
      const high = hashOf(key, FIRST_SEED);
      const low = hashOf(key, SECOND_SEED);
      const at = placeOf(high, low, table);
      const known = table[at + 3] ?? 0;
      if (known !== 0) return { file: table[at + 2] ?? 0, number: known };
      table.set([high, low, file, number], at);
      count += 1;
      if (count * CELLS * 2 > table.length) grow();
      return undefined;
    },
  };
}

/** 32 bits of a text (MurmurHash3 of its code units). */
function hashOf(text: string, seed: number): number {
  let mixed = seed;
  for (let at = 0; at < text.length; at += 1) {
    let unit = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    unit = Math.imul((unit << 15) | (unit >>> 17), 0x1b873593);
    mixed ^= unit;
    mixed = Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The place of a hash, or the free one where it belongs; numbers count from 1, so that 0 is a free place. */
function placeOf(high: number, low: number, table: Uint32Array): number {
  const places = table.length / CELLS;
  let at = low % places;
  while (table[at * CELLS + 3] !== 0 && (table[at * CELLS] !== high || table[at * CELLS + 1] !== low))
    at = (at + 1) % places;
  return at * CELLS;
}

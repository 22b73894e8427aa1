/** Chances that are the same on every machine, because they come from a seed. */
export interface Random {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to a limit that is not reached. */
  below(limit: number): number;
  /** Whether something happens that happens so often, from 0 to 1. */
  chance(share: number): boolean;
  /** One of these; undefined where there is none. */
  pick<Value>(values: readonly Value[]): Value | undefined;
}

const TWO_TO_32 = 4_294_967_296;
/** Numbers that are drawn and thrown away, until seeds that are near each other have nothing in common. */
const WARM_UP = 12;

/** Numbers by the generator sfc32 (Chris Doty-Humphrey's PractRand, public domain). */
export function createRandom(seed: number): Random {
  const state = Int32Array.of(seed, mixed(seed, 1), mixed(seed, 2), 1);
  const next = (): number => (drawn(state) >>> 0) / TWO_TO_32;
  for (let times = 0; times < WARM_UP; times += 1) next();
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
    pick: (values) => values[Math.floor(next() * values.length)],
  };
}

function drawn(state: Int32Array): number {
  const [a = 0, b = 0, c = 0, counter = 0] = state;
  const result = (((a + b) | 0) + counter) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + result) | 0;
  state[3] = (counter + 1) | 0;
  return result;
}

/** Several numbers as one, each of whose bits changes half of the bits: the finaliser of MurmurHash3 (Austin Appleby, public domain). */
export function mixed(...numbers: readonly number[]): number {
  let hash = 0;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x9e37_79b1);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
    hash ^= hash >>> 16;
  }
  return hash | 0;
}

/** The same as a share, from 0 up to 1. */
export function shareOf(hash: number): number {
  return (hash >>> 0) / TWO_TO_32;
}

/** The digits of a random identifier (RFC 9562, version 4). */
export function uuidFrom(random: Random): string {
  const hex = (count: number): string => Array.from({ length: count }, () => random.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[random.below(4)] ?? '8'}${hex(3)}-${hex(12)}`;
}

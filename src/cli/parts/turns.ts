/** Who takes which part next, and whether anything is still built: in memory that threads share. */
export interface Turns {
  readonly shared: SharedArrayBuffer;
  /** The next part that nobody has taken, by its place. */
  readonly take: () => number;
  /** From now on, parts are checked and not built. */
  readonly stop: () => void;
  readonly isStopped: () => boolean;
}

const NEXT = 0;
const STOPPED = 1;

/** @param shared the turns of another thread; left out: the beginning */
export function createTurns(shared = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)): Turns {
  const cells = new Int32Array(shared);
  return {
    shared,
    take: () => Atomics.add(cells, NEXT, 1),
    stop: () => void Atomics.store(cells, STOPPED, 1),
    isStopped: () => Atomics.load(cells, STOPPED) === 1,
  };
}

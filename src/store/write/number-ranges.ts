/** Of numbers that were met, in one range: what is joined of them at a time fits into the little memory of the engine. */
const MOST = 25_000;

/** Whole numbers above one and up to another, as statements are given them. */
export type NumberRange = Readonly<Record<'after' | 'upTo', bigint>>;

const LOWEST = BigInt(Number.MIN_SAFE_INTEGER);
const HIGHEST = BigInt(Number.MAX_SAFE_INTEGER);

export interface NumberRanges {
  readonly add: (numbers: readonly number[]) => void;
  /** All whole numbers, in ranges that follow each other. */
  readonly all: () => readonly NumberRange[];
}

/** Cuts all numbers there may be into ranges that hold about as many as the others of those that were met. */
export function numberRanges(most = MOST): NumberRanges {
  const bounds = new Set<number>();
  let met = 0;
  return {
    add: (numbers) => {
      met += numbers.length;
      const last = numbers.at(-1);
      if (met < most || last === undefined) return;
      bounds.add(last);
      met = 0;
    },
    all: () => {
      const sorted = [...bounds].toSorted((one, other) => one - other).map(BigInt);
      return [LOWEST, ...sorted].map((after, index) => ({ after, upTo: sorted[index] ?? HIGHEST }));
    },
  };
}

/** As many different numbers as are kept one by one. */
const MOST_NUMBERS = 5000;
/** How far off an estimated median can be, of its own size. */
const ERROR = 0.005;
const GROWTH = Math.log((1 + ERROR) / (1 - ERROR));
/** Sizes that are told apart when numbers are estimated: what is smaller counts as 0, what is larger as this. */
const SMALLEST = 1e-9;
const LARGEST = 1e18;

/** Finds the middle of numbers, whatever their order. */
export interface Median {
  add(value: number): void;
  /** Undefined without numbers. */
  value(): { readonly median: number; readonly exact: boolean } | undefined;
}

/**
 * Counts each different number, which is exact. With more than 5,000 of them, numbers are counted in buckets, each a fixed
 * share wider than the one before (the idea of DDSketch, Masson et al. 2019): the same numbers give the same estimate in
 * any order, within half a percent, in at most some 12,500 buckets.
 */
export function createMedian(): Median {
  let counts = new Map<number, number>();
  let exact = true;
  let n = 0;
  const count = (key: number, times: number): void => void counts.set(key, (counts.get(key) ?? 0) + times);
  return {
    add: (value) => {
      n += 1;
      count(exact ? value : bucketOf(value), 1);
      if (!exact || counts.size <= MOST_NUMBERS) return;
      const each = counts;
      counts = new Map();
      exact = false;
      for (const [number, times] of each) count(bucketOf(number), times);
    },
    value: () => {
      if (n === 0) return undefined;
      const middle = middleOf(counts, n).map((key) => (exact ? key : middleOfBucket(key)));
      return { median: middle.reduce((sum, value) => sum + value, 0) / middle.length, exact };
    },
  };
}

/** The one in the middle, or the two, in order of size. */
function middleOf(counts: ReadonlyMap<number, number>, n: number): readonly number[] {
  const keys = [...counts.keys()].toSorted((a, b) => a - b);
  const keyAt = (rank: number): number => {
    let seen = 0;
    return keys.find((key) => (seen += counts.get(key) ?? 0) > rank) ?? 0;
  };
  return n % 2 === 1 ? [keyAt((n - 1) / 2)] : [keyAt(n / 2 - 1), keyAt(n / 2)];
}

/** Buckets are ordered like the numbers in them, and 0 is that of 0. */
function bucketOf(value: number): number {
  const size = Math.min(Math.abs(value), LARGEST);
  return size < SMALLEST ? 0 : Math.sign(value) * (Math.ceil(Math.log(size / SMALLEST) / GROWTH) + 1);
}

function middleOfBucket(bucket: number): number {
  if (bucket === 0) return 0;
  const upper = SMALLEST * Math.exp((Math.abs(bucket) - 1) * GROWTH);
  return Math.sign(bucket) * upper * (1 - ERROR);
}

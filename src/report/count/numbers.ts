import { readDecimal } from '../../model/record/answers.ts';
import type { Counter } from './counted.ts';
import { createMedian } from './median.ts';

/** Counts numbers. */
export function numberCounter(): Counter {
  const middle = createMedian();
  let n = 0;
  let mean = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  return {
    add: (text) => {
      const value = readDecimal(text);
      if (value === undefined || !Number.isFinite(value)) return false;
      n += 1;
      // By small steps, as a sum of large numbers would lose what is small.
      mean += (value - mean) / n;
      min = Math.min(min, value);
      max = Math.max(max, value);
      middle.add(value);
      return true;
    },
    result: () => {
      const known = middle.value();
      // What is estimated may not leave the numbers that there are.
      const values = known && { mean, min, max, ...known, median: Math.min(Math.max(known.median, min), max) };
      return { kind: 'summary', n, values };
    },
  };
}

import { compareText } from '../../core/location.ts';
import { cutName, ownCopy } from './cut.ts';
import type { Dimension, Tallies, Tally } from './found.ts';

/** Values of a dimension that are counted apart, such as enumerators; whoever comes later is counted with the others. */
const MOST_VALUES = 10_000;

type Counted = { -readonly [Key in keyof Tally]: Tally[Key] };

/** Counts submissions and findings by what they share, in memory that does not grow without end. */
export interface Counter {
  /** What a value is counted under; it keeps nothing else in memory. */
  readonly of: (value: string) => Counted;
  readonly tallies: (dimension: Dimension) => Tallies;
}

export function createCounter(most = MOST_VALUES): Counter {
  const apart = new Map<string, Counted>();
  const others = newCount('');
  let usesOthers = false;
  const begin = (value: string): Counted => {
    if (apart.size >= most) {
      usesOthers = true;
      return others;
    }
    const count = newCount(ownCopy(value));
    apart.set(count.value, count);
    return count;
  };
  return {
    of: (value) => {
      const name = cutName(value);
      return apart.get(name) ?? begin(name);
    },
    tallies: (dimension) => ({
      values: [...apart.values()].toSorted(dimension === 'day' ? byValue : byFindings),
      others: usesOthers ? others : undefined,
    }),
  };
}

function newCount(value: string): Counted {
  return { value, records: 0, recordsWithFindings: 0, recordsWithErrors: 0, findings: 0 };
}

function byFindings(a: Tally, b: Tally): number {
  return b.recordsWithFindings - a.recordsWithFindings || b.findings - a.findings || byValue(a, b);
}

function byValue(a: Tally, b: Tally): number {
  return compareText(a.value, b.value);
}

import type { NumberValues } from '../../emit/report/report-data.ts';

/** What was counted of the answers to one question. */
export type Counted = CountedCodes | CountedNumbers | CountedDates | CountedAnswers;

interface CountedBase {
  /** How many answered. */
  readonly n: number;
}

export interface CountedCodes extends CountedBase {
  readonly kind: 'frequency';
  /** By the place of the code; a place that is not there counts nobody. */
  readonly counts: readonly number[];
  /** How many answered something that no list has. */
  readonly unlisted: number;
}

export interface CountedNumbers extends CountedBase {
  readonly kind: 'summary';
  readonly values: NumberValues | undefined;
}

export interface CountedDates extends CountedBase {
  readonly kind: 'dates';
  readonly range: { readonly earliest: string; readonly latest: string } | undefined;
}

export interface CountedAnswers extends CountedBase {
  readonly kind: 'answers';
}

/** Counts the answers to one question, in memory that does not grow with their number. */
export interface Counter {
  /** Takes an answer as it is written, never an empty one; tells whether it could be read. */
  add(text: string): boolean;
  result(): Counted;
}

/** Only how many answered. */
export function answerCounter(): Counter {
  let n = 0;
  return {
    add: () => {
      n += 1;
      return true;
    },
    result: () => ({ kind: 'answers', n }),
  };
}

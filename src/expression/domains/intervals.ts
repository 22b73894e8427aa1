/** The numbers from `low` to `high`, which may be infinite; an open end is not one of them itself. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly isLowOpen: boolean;
  readonly isHighOpen: boolean;
}

/** From left to right, with numbers between them that belong to none. */
export type Intervals = readonly Interval[];

export type NumberOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

const [LOWEST, HIGHEST] = [-Infinity, Infinity];

export const ALL_NUMBERS: Intervals = [between(LOWEST, HIGHEST)];

function between(low: number, high: number, isLowOpen = low === LOWEST, isHighOpen = high === HIGHEST): Interval {
  return { low, high, isLowOpen, isHighOpen };
}

/** The numbers that stand in some relation to a number. */
export function numbersThatAre(operator: NumberOperator, value: number): Intervals {
  switch (operator) {
    case '=':
      return [between(value, value)];
    case '!=':
      return [between(LOWEST, value, true, true), between(value, HIGHEST, true, true)];
    case '<':
      return [between(LOWEST, value, true, true)];
    case '<=':
      return [between(LOWEST, value)];
    case '>':
      return [between(value, HIGHEST, true, true)];
    case '>=':
      return [between(value, HIGHEST)];
  }
}

/** Goes along both at once: expressions can name thousands of numbers. */
export function intersect(some: Intervals, others: Intervals): Intervals {
  const found: Interval[] = [];
  let [at, beside] = [0, 0];
  for (let one = some[at], other = others[beside]; one && other; one = some[at], other = others[beside]) {
    const both = overlap(one, other);
    if (!isEmpty(both)) found.push(both);
    if (one.high < other.high) at += 1;
    else beside += 1;
  }
  return found;
}

function overlap(one: Interval, other: Interval): Interval {
  const low = Math.max(one.low, other.low);
  const high = Math.min(one.high, other.high);
  const isLowOpen = (one.low === low && one.isLowOpen) || (other.low === low && other.isLowOpen);
  const isHighOpen = (one.high === high && one.isHighOpen) || (other.high === high && other.isHighOpen);
  return { low, high, isLowOpen, isHighOpen };
}

function isEmpty({ low, high, isLowOpen, isHighOpen }: Interval): boolean {
  return low > high || (low === high && (isLowOpen || isHighOpen));
}

export function unite(some: Intervals, others: Intervals): Intervals {
  const united: Interval[] = [];
  for (const next of [...some, ...others].toSorted(fromLeft)) {
    const last = united.at(-1);
    if (last && touches(last, next)) united[united.length - 1] = joined(last, next);
    else united.push(next);
  }
  return united;
}

function fromLeft(one: Interval, other: Interval): number {
  return one.low === other.low ? Number(one.isLowOpen) - Number(other.isLowOpen) : one.low - other.low;
}

/** Whether no number lies between them; `next` does not begin before `last`. */
function touches(last: Interval, next: Interval): boolean {
  return next.low < last.high || (next.low === last.high && !(next.isLowOpen && last.isHighOpen));
}

function joined(last: Interval, next: Interval): Interval {
  const high = Math.max(last.high, next.high);
  const isHighOpen = (last.high < high || last.isHighOpen) && (next.high < high || next.isHighOpen);
  return { low: last.low, isLowOpen: last.isLowOpen, high, isHighOpen };
}

/** The intervals cut down to the whole numbers at their ends: above 4 and below 6 lies 5 alone. */
export function wholeOnly(intervals: Intervals): Intervals {
  return intervals.map(wholeEnds).filter((each) => !isEmpty(each));
}

function wholeEnds(interval: Interval): Interval {
  const { low, high, isLowOpen, isHighOpen } = interval;
  const first = Number.isInteger(low) && isLowOpen ? low + 1 : Math.ceil(low);
  const last = Number.isInteger(high) && isHighOpen ? high - 1 : Math.floor(high);
  return first === low && last === high ? interval : between(first, last);
}

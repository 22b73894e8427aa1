import { ALL_NUMBERS, intersect, type Intervals, unite, wholeOnly } from './intervals.ts';

/** The values that something may have, as far as that is known. Never none: what has no value is no domain. */
export type Domain = Numbers | Texts | Codes | Truth;

/** What is compared as a number; a date counts as its days since 1970. `blank` is what is no number, as nothing is. */
export interface Numbers {
  readonly kind: 'numbers';
  readonly blank: boolean;
  readonly intervals: Intervals;
  readonly isWhole: boolean;
}

/** One of the values, or any value but these; '' is no answer. */
export interface Texts {
  readonly kind: 'texts';
  readonly isNot: boolean;
  readonly values: ReadonlySet<string>;
}

/** Any number of codes: some surely chosen, some surely not, and how many there may be. */
export interface Codes {
  readonly kind: 'codes';
  readonly chosen: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  /** How many codes can be chosen from; infinite where that is not known. */
  readonly offered: number;
}

/** What holds or does not, and nothing more is known of it. */
export interface Truth {
  readonly kind: 'truth';
  readonly holds: boolean;
}

/** The values in both; undefined where there are none. */
export function meet(one: Domain, other: Domain): Domain | undefined {
  if (one === other) return one;
  if (one.kind === 'numbers' && other.kind === 'numbers') return meetNumbers(one, other);
  if (one.kind === 'texts' && other.kind === 'texts') return meetTexts(one, other);
  if (one.kind === 'codes' && other.kind === 'codes') return meetCodes(one, other);
  if (one.kind === 'truth' && other.kind === 'truth') return one.holds === other.holds ? one : undefined;
  // One name has one kind; to be safe, nothing is concluded where it has two.
  return one;
}

export function numbers(intervals: Intervals, blank: boolean, isWhole: boolean): Numbers | undefined {
  const kept = isWhole ? wholeOnly(intervals) : intervals;
  return kept.length === 0 && !blank ? undefined : { kind: 'numbers', blank, intervals: kept, isWhole };
}

function meetNumbers(one: Numbers, other: Numbers): Numbers | undefined {
  const isWhole = one.isWhole || other.isWhole;
  return numbers(intersect(one.intervals, other.intervals), one.blank && other.blank, isWhole);
}

function meetTexts(one: Texts, other: Texts): Texts | undefined {
  if (one.isNot && other.isNot) return { ...one, values: new Set([...one.values, ...other.values]) };
  const [some, limit] = one.isNot ? [other, one] : [one, other];
  const values = new Set([...some.values].filter((value) => limit.values.has(value) !== limit.isNot));
  return values.size === 0 ? undefined : { kind: 'texts', isNot: false, values };
}

function meetCodes(one: Codes, other: Codes): Codes | undefined {
  return codes({
    chosen: new Set([...one.chosen, ...other.chosen]),
    without: new Set([...one.without, ...other.without]),
    least: Math.max(one.least, other.least),
    most: Math.min(one.most, other.most),
    offered: Math.min(one.offered, other.offered),
  });
}

/** What is known of several codes; undefined where no answer fits. */
export function codes({ chosen, without, least, most, offered }: Omit<Codes, 'kind'>): Codes | undefined {
  const fewest = Math.max(least, chosen.size);
  const greatest = Math.min(most, offered - without.size);
  if (fewest > greatest || [...chosen].some((code) => without.has(code))) return undefined;
  return { kind: 'codes', chosen, without, least: fewest, most: greatest, offered };
}

/** All the values of both, and perhaps more; undefined for any value. */
export function join(one: Domain, other: Domain): Domain | undefined {
  if (one === other) return one;
  if (one.kind === 'numbers' && other.kind === 'numbers') return joinNumbers(one, other);
  if (one.kind === 'texts' && other.kind === 'texts') return joinTexts(one, other);
  if (one.kind === 'codes' && other.kind === 'codes') return joinCodes(one, other);
  if (one.kind === 'truth' && other.kind === 'truth') return one.holds === other.holds ? one : undefined;
  return undefined;
}

/** Whether `join` gives no more than the values of both. */
export function joinsExactly({ kind }: Domain): boolean {
  return kind !== 'codes';
}

function joinNumbers(one: Numbers, other: Numbers): Numbers | undefined {
  const blank = one.blank || other.blank;
  const intervals = unite(one.intervals, other.intervals);
  const [first] = intervals;
  const isAny = blank && first?.low === ALL_NUMBERS[0]?.low && first?.high === ALL_NUMBERS[0]?.high;
  return isAny ? undefined : { kind: 'numbers', blank, intervals, isWhole: one.isWhole && other.isWhole };
}

function joinTexts(one: Texts, other: Texts): Texts | undefined {
  if (!one.isNot && !other.isNot) return { ...one, values: new Set([...one.values, ...other.values]) };
  const [not, some] = one.isNot ? [one, other] : [other, one];
  const values = new Set([...not.values].filter((value) => some.values.has(value) === some.isNot));
  return values.size === 0 ? undefined : { kind: 'texts', isNot: true, values };
}

function joinCodes(one: Codes, other: Codes): Codes {
  return {
    kind: 'codes',
    chosen: new Set([...one.chosen].filter((code) => other.chosen.has(code))),
    without: new Set([...one.without].filter((code) => other.without.has(code))),
    least: Math.min(one.least, other.least),
    most: Math.max(one.most, other.most),
    offered: Math.max(one.offered, other.offered),
  };
}

/** Whether there surely is an answer. */
export function isAnswered(domain: Domain): boolean {
  switch (domain.kind) {
    case 'numbers':
      return !domain.blank;
    case 'texts':
      return domain.values.has('') === domain.isNot;
    case 'codes':
      return domain.least > 0;
    case 'truth':
      return false;
  }
}

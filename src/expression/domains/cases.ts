import { type Domain, join, joinsExactly, meet } from './domain.ts';

/** What is known where something holds: for each name, the values that it can have. A name that is missing can have any. */
export type Case = ReadonlyMap<string, Domain>;

/**
 * When something holds: in one of the cases at most. It may not hold in all of them, so that only what has no case is
 * certain: it never holds.
 */
export type Cases = readonly Case[];

export const NEVER: Cases = [];
export const ANYTIME: Cases = [new Map()];

/** More cases than this are thrown together into one, which says less and is never wrong. */
const MOST_CASES = 32;
const MOST_PAIRS = 1024;

export function where(name: string, domain: Domain | undefined): Cases {
  return domain ? [new Map([[name, domain]])] : NEVER;
}

/** When both hold. */
export function both(one: Cases, other: Cases): Cases {
  if (one === ANYTIME) return other;
  if (other === ANYTIME) return one;
  const [some, others] = one.length * other.length > MOST_PAIRS ? [together(one), together(other)] : [one, other];
  return limited(some.flatMap((each) => others.flatMap((more) => meetCases(each, more) ?? [])));
}

export function all(parts: readonly Cases[]): Cases {
  return parts.reduce(both, ANYTIME);
}

function meetCases(one: Case, other: Case): Case | undefined {
  const [many, few] = one.size < other.size ? [other, one] : [one, other];
  if (few.size === 0) return many;
  const met = new Map(many);
  for (const [name, domain] of few) {
    const known = met.get(name);
    const narrowed = known ? meet(known, domain) : domain;
    if (!narrowed) return undefined;
    met.set(name, narrowed);
  }
  return met;
}

/** When one of them holds. */
export function any(parts: readonly Cases[]): Cases {
  const cases: Case[] = [];
  const alone = new Map<string, number>();
  for (const each of parts.flat()) {
    if (each.size === 0) return ANYTIME;
    const at = placeAlone(each, cases, alone);
    const [[name, domain] = []] = each;
    const before = at === undefined || name === undefined ? undefined : cases[at]?.get(name);
    if (at === undefined || name === undefined || !domain || !before) cases.push(each);
    else {
      const joined = join(before, domain);
      if (!joined) return ANYTIME;
      cases[at] = new Map([[name, joined]]);
    }
  }
  return limited(cases);
}

/** Where a case of the same one name stands, so that long lists of values stay one case. */
function placeAlone(each: Case, cases: readonly Case[], alone: Map<string, number>): number | undefined {
  const [[name, domain] = []] = each;
  if (each.size !== 1 || name === undefined || !domain || !joinsExactly(domain)) return undefined;
  const at = alone.get(name);
  if (at === undefined) alone.set(name, cases.length);
  return at;
}

function limited(cases: Cases): Cases {
  return cases.length > MOST_CASES ? together(cases) : cases;
}

/** One case that holds all of them. */
function together(cases: Cases): Cases {
  const [first, ...others] = cases;
  if (!first || others.length === 0) return cases;
  const one = new Map(first);
  for (const other of others) {
    if (one.size === 0) return ANYTIME;
    for (const [name, domain] of one) {
      const more = other.get(name);
      const joined = more && join(domain, more);
      if (joined) one.set(name, joined);
      else one.delete(name);
    }
  }
  return one.size === 0 ? ANYTIME : [one];
}

/** What the cases say of one question alone: of its answer, of the number that stands in it, and of its length. */
export function about(question: string, cases: Cases): Cases {
  const names = new Set([question, numberNamed(question), lengthNamed(question)]);
  return any([cases.map((each) => new Map([...each].filter(([name]) => names.has(name))))]);
}

/** The name of the number that a text is. */
export function numberNamed(name: string): string {
  return `number ${name}`;
}

export function lengthNamed(name: string): string {
  return `length ${name}`;
}

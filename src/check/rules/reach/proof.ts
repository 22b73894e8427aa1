import { all, type Case, type Cases } from '../../../expression/domains/cases.ts';
import { isAnswered } from '../../../expression/domains/domain.ts';
import type { Fact, Facts } from './facts.ts';

/** How far answers are followed to what is known of them, and from there to other answers. */
const DEEPEST = 3;
const MOST_CASES = 8;

/** Conditions that cannot all hold, and what else is known that keeps them from it: no more of both than it takes. */
export interface Proof<Part> {
  readonly parts: readonly Part[];
  readonly because: readonly Fact[];
}

interface Claim<Part> {
  readonly parts: readonly Part[];
  casesOf(part: Part): Cases;
  /** What holds wherever the parts are looked at. */
  readonly around: readonly Fact[];
  readonly facts: Pick<Facts, 'about'>;
}

/** The proof that the parts can never hold together, if there is one. */
export function disprove<Part>({ parts, casesOf, around, facts }: Claim<Part>): Proof<Part> | undefined {
  const cases = new Map(parts.map((part) => [part, casesOf(part)]));
  const isImpossible = (some: readonly Part[], isUsed: (fact: Fact) => boolean): boolean => {
    const known = around.filter(isUsed).map((fact) => fact.cases);
    const about = (name: string): readonly Fact[] => facts.about(name).filter(isUsed);
    const together = all([...some.flatMap((part) => [cases.get(part) ?? []]), ...known]);
    return together.every((each) => isRuledOut(each, about, NOBODY, DEEPEST));
  };
  if (isImpossible(parts, never)) return { parts: fewest(parts, (some) => isImpossible(some, never)), because: [] };
  const used = new Set<Fact>();
  if (!isImpossible(parts, (fact) => used.add(fact).size > 0)) return undefined;
  const some = fewest(parts, (kept) => isImpossible(kept, always));
  const because = fewest([...used], (kept) => isImpossible(some, (fact) => kept.includes(fact)));
  return { parts: some, because };
}

const NOBODY: ReadonlySet<string> = new Set();
const never = (): boolean => false;
const always = (): boolean => true;

/** As few of the members as it takes, those that stand last being left out first. */
function fewest<Member>(members: readonly Member[], suffices: (some: readonly Member[]) => boolean): readonly Member[] {
  let kept = members;
  for (const member of members.toReversed()) {
    const without = kept.filter((other) => other !== member);
    if (suffices(without)) kept = without;
  }
  return kept;
}

/** Whether a case cannot be, for all that is known of the answers that there are in it. */
function isRuledOut(one: Case, about: Facts['about'], known: ReadonlySet<string>, depth: number): boolean {
  const names = [...one].flatMap(([name, domain]) => (!known.has(name) && isAnswered(domain) ? [name] : []));
  const facts = depth > 0 ? names.flatMap(about) : [];
  if (facts.length === 0) return false;
  const cases = all([[one], ...facts.map((fact) => fact.cases)]);
  if (cases.length > MOST_CASES) return false;
  const more = new Set([...known, ...names]);
  return cases.every((each) => isRuledOut(each, about, more, depth - 1));
}

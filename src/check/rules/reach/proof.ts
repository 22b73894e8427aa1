import { all, ANYTIME, type Case, type Cases } from '../../../expression/domains/cases.ts';
import { casesOf } from '../../../expression/domains/condition.ts';
import { isAnswered } from '../../../expression/domains/domain.ts';
import type { Names } from '../../../expression/domains/names.ts';
import { partsJoinedBy } from '../../../expression/shapes.ts';
import { type Expression, walk } from '../../../expression/tree.ts';
import type { Fact, Facts } from './facts.ts';

/** How far answers are followed to what is known of them, and from there to other answers. */
const DEEPEST = 3;
const MOST_CASES = 8;

/** A condition that has to hold, or not to hold, for something to happen. */
export interface Clause {
  readonly node: Expression;
  readonly holds: boolean;
}

/** Conditions that cannot all come out so, and what else is known that keeps them from it: no more of both than it takes. */
export interface Proof {
  readonly parts: readonly Clause[];
  readonly because: readonly Fact[];
}

export interface Claim {
  readonly parts: readonly Clause[];
  readonly names: Names;
  /** What is so wherever the parts are looked at, and needs no words. */
  readonly given?: Cases;
  /** What else holds there. */
  readonly around: readonly Fact[];
  readonly about: Facts['about'];
}

/** The parts of a condition that must all hold. */
export function clausesOf(tree: Expression): readonly Clause[] {
  return partsJoinedBy('and', tree).map((node) => ({ node, holds: true }));
}

/** The proof that the parts can never come out so together, if there is one. */
export function disprove(claim: Claim): Proof | undefined {
  const { parts, names, given = ANYTIME, around, about } = claim;
  const cases = new Map(parts.map((part) => [part, casesOf(part.node, part.holds, names)]));
  const together = (some: readonly Clause[]): Cases => all([given, ...some.map((part) => cases.get(part) ?? ANYTIME)]);
  const alone = together(parts);
  if (alone.length === 0) return { parts: fewest(parts, (some) => together(some).length === 0), because: [] };
  const used = new Set<Fact>();
  const note = (fact: Fact): boolean => used.add(fact).size > 0;
  if (!isImpossible(alone, around, about, note)) return undefined;
  const some = fewest(parts, (kept) => isImpossible(together(kept), around, about, always));
  const left = together(some);
  const because = fewest([...used], (kept) => isImpossible(left, around, about, (fact) => kept.includes(fact)));
  return { parts: some, because };
}

const always = (): boolean => true;
const NOBODY: ReadonlySet<string> = new Set();

/** Whether none of the cases can be, for what is known. */
function isImpossible(
  cases: Cases,
  around: readonly Fact[],
  about: Facts['about'],
  isUsed: (fact: Fact) => boolean,
): boolean {
  const known = around.filter(isUsed);
  const narrowed = known.length === 0 ? cases : all([cases, ...known.map((fact) => fact.cases)]);
  return narrowed.every((each) => isRuledOut(each, (name) => about(name).filter(isUsed), NOBODY, DEEPEST));
}

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
  if (depth === 0) return false;
  const names: string[] = [];
  for (const [name, domain] of one) if (!known.has(name) && isAnswered(domain)) names.push(name);
  const facts = names.flatMap(about);
  if (facts.length === 0) return false;
  const cases = all([[one], ...facts.map((fact) => fact.cases)]);
  if (cases.length > MOST_CASES) return false;
  const more = new Set([...known, ...names]);
  return cases.every((each) => isRuledOut(each, about, more, depth - 1));
}

/** `false()` and `1 = 2` are a way to leave something out for the time being. */
export function isOnPurpose({ parts }: Proof): boolean {
  return parts.some(({ node }) => !namesAnything(node));
}

function namesAnything(tree: Expression): boolean {
  let names = false;
  walk(tree, ({ kind }) => {
    names ||= kind === 'reference' || kind === 'path';
  });
  return names;
}

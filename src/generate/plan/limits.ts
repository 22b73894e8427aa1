import { all, any, type Case, type Cases, lengthNamed, numberNamed } from '../../expression/domains/cases.ts';
import { casesOf } from '../../expression/domains/condition.ts';
import type { Domain } from '../../expression/domains/domain.ts';
import type { Names, Values } from '../../expression/domains/names.ts';
import { bare, partsJoinedBy } from '../../expression/shapes.ts';
import type { Expression } from '../../expression/tree.ts';
import { UNKNOWN } from '../../expression/types/type.ts';
import type { Random } from '../random.ts';
import type { Reduce } from './reduce.ts';

/** What is known of the answers that keep a constraint, or break it. Nothing is certain: an answer is tried all the same. */
export interface Limit {
  readonly answer: Domain | undefined;
  /** Of the number that a text is. */
  readonly number: Domain | undefined;
  /** Of a text, in characters. */
  readonly length: Domain | undefined;
  /** A regular expression that the answer fits. */
  readonly pattern: string | undefined;
}

export const NO_LIMIT: Limit = { answer: undefined, number: undefined, length: undefined, pattern: undefined };

/** Finds one of the ways in which conditions can be kept (`keeps`), or one of them broken, in a record as it stands. */
export type Limits = (valueOf: Parameters<Reduce>[0], keeps: boolean, random: Random) => Limit;

/** What the own answer of a question is called while its constraint is looked at. */
const OWN = '.';

/** A condition on the own answer, with what other answers say of it put in when it is looked at. */
export interface Condition {
  readonly whole: Reduce;
  /** Whether it has to hold, or may not. */
  readonly wanted: boolean;
}

/** @param conditions what comes first counts where not all can be kept */
export function limitsOf(
  conditions: readonly Condition[],
  values: Values | undefined,
  isOwn: (node: Expression) => boolean,
): Limits {
  const names: Names = {
    place: '',
    typeOf: () => UNKNOWN,
    variable: (node) => (values && isOwn(node) ? { name: OWN, values } : undefined),
  };
  let last: { readonly trees: readonly Expression[]; readonly keeps: boolean; readonly cases: Cases } | undefined;
  return (valueOf, keeps, random) => {
    const trees = conditions.map(({ whole }) => whole(valueOf));
    if (last?.keeps !== keeps || trees.some((tree, index) => tree !== last?.trees[index]))
      last = { trees, keeps, cases: joined(conditions, trees, keeps, names) };
    const [first] = conditions;
    const [tree] = trees;
    const pattern = keeps && tree && first?.wanted ? patternIn(tree, isOwn, random) : undefined;
    return { ...limitIn(random.pick(last.cases)), pattern };
  };
}

function joined(conditions: readonly Condition[], trees: readonly Expression[], keeps: boolean, names: Names): Cases {
  const cases = trees.map((tree, index) => casesOf(tree, conditions[index]?.wanted === keeps, names));
  if (!keeps) return any(cases);
  const together = all(cases);
  return together.length === 0 ? (cases[0] ?? together) : together;
}

function limitIn(found: Case | undefined): Limit {
  if (found === undefined) return NO_LIMIT;
  return {
    answer: found.get(OWN),
    number: found.get(numberNamed(OWN)),
    length: found.get(lengthNamed(OWN)),
    pattern: undefined,
  };
}

/** The pattern that a condition asks for: of several joined by `or`, any of them. */
function patternIn(tree: Expression, isOwn: (node: Expression) => boolean, random: Random): string | undefined {
  const node = bare(tree);
  if (node.kind === 'call' && node.name === 'regex') return patternOf(node.args, isOwn);
  if (node.kind !== 'binary' || (node.operator !== 'and' && node.operator !== 'or')) return undefined;
  const found = partsJoinedBy(node.operator, node).flatMap((part) => patternIn(part, isOwn, random) ?? []);
  return node.operator === 'and' ? found[0] : random.pick(found);
}

function patternOf([text, pattern]: readonly Expression[], isOwn: (node: Expression) => boolean): string | undefined {
  return text !== undefined && isOwn(bare(text)) && pattern?.kind === 'string' ? pattern.value : undefined;
}

import { type Case, type Cases, lengthNamed, numberNamed } from '../../expression/domains/cases.ts';
import { casesOf } from '../../expression/domains/condition.ts';
import type { Domain } from '../../expression/domains/domain.ts';
import type { Names, Values } from '../../expression/domains/names.ts';
import { bare, isFullStop, partsJoinedBy } from '../../expression/shapes.ts';
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

/** Finds one of the ways in which a constraint can be kept (`holds`), or broken, in a record as it stands. */
export type Limits = (valueOf: Parameters<Reduce>[0], holds: boolean, random: Random) => Limit;

/** What the own answer of a question is called while its constraint is looked at. */
const OWN = '.';

/** @param whole the constraint, with what other answers say of it put in when it is looked at */
export function limitsOf(whole: Reduce, values: Values | undefined): Limits {
  const names: Names = {
    place: '',
    typeOf: () => UNKNOWN,
    variable: (node) => (values && isFullStop(node) ? { name: OWN, values } : undefined),
  };
  let last: { readonly tree: Expression; readonly holds: boolean; readonly cases: Cases } | undefined;
  return (valueOf, holds, random) => {
    const tree = whole(valueOf);
    if (last?.tree !== tree || last.holds !== holds) last = { tree, holds, cases: casesOf(tree, holds, names) };
    return { ...limitIn(random.pick(last.cases)), pattern: holds ? patternIn(tree, random) : undefined };
  };
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
function patternIn(tree: Expression, random: Random): string | undefined {
  const node = bare(tree);
  if (node.kind === 'call' && node.name === 'regex') return patternOf(node.args);
  if (node.kind !== 'binary' || (node.operator !== 'and' && node.operator !== 'or')) return undefined;
  const found = partsJoinedBy(node.operator, node).flatMap((part) => patternIn(part, random) ?? []);
  return node.operator === 'and' ? found[0] : random.pick(found);
}

function patternOf([text, pattern]: readonly Expression[]): string | undefined {
  const isOwn = text !== undefined && isFullStop(bare(text));
  return isOwn && pattern?.kind === 'string' ? pattern.value : undefined;
}

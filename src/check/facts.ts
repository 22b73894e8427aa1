import { memoized } from '../core/memo.ts';
import { bare } from '../expression/shapes.ts';
import { type Placed, placedChild, WHOLE } from '../expression/placed.ts';
import {
  type Binary,
  type Call,
  childrenOf,
  type Expression,
  type Negate,
  type NumberLiteral,
  type Path,
  type Reference,
  type StringLiteral,
} from '../expression/tree.ts';

/** What rules look at in an expression, collected in one walk. */
export interface Facts {
  readonly calls: readonly Call[];
  readonly references: readonly Placed<Reference>[];
  readonly paths: readonly Placed<Path>[];
  readonly comparisons: readonly Comparison[];
  readonly constants: readonly Constant[];
  /** What adds, multiplies, orders, negates, or joins conditions. */
  readonly operations: readonly Placed<Binary | Negate>[];
}

/** A text or number that stands where a condition belongs: beside `and` or `or`. */
export interface Constant {
  readonly by: 'and' | 'or';
  readonly node: StringLiteral | NumberLiteral;
}

/** Something that is compared for being the same: `left = right`, `left != right` or `selected(left, right)`. */
export interface Comparison {
  readonly by: '=' | '!=' | 'selected';
  readonly sides: readonly [Expression, Expression];
  /** Whether it stands between brackets, where `.` is not the question's own answer. */
  readonly inBrackets: boolean;
}

/** Of what is no expression, or cannot be read. */
export const NO_FACTS: Facts = { calls: [], references: [], paths: [], comparisons: [], constants: [], operations: [] };

/** The facts of an expression; found once, however many forms place it. */
export const factsOf = memoized(collect);

function collect(tree: Expression): Facts {
  const facts = {
    calls: [],
    references: [],
    paths: [],
    comparisons: [],
    constants: [],
    operations: [],
  } satisfies Facts as Collected;
  // Long chains of operators are deep: no recursion.
  const waiting: Placed<Expression>[] = [{ node: tree, ...WHOLE }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    note(next, facts);
    const children = childrenOf(next.node);
    for (let at = children.length - 1; at >= 0; at -= 1)
      waiting.push(placedChild(children[at] as Expression, at, next));
  }
  return facts;
}

interface Collected {
  readonly calls: Call[];
  readonly references: Placed<Reference>[];
  readonly paths: Placed<Path>[];
  readonly comparisons: Comparison[];
  readonly constants: Constant[];
  readonly operations: Placed<Binary | Negate>[];
}

function note(found: Placed<Expression>, facts: Collected): void {
  const { node } = found;
  const inBrackets = found.filtered !== undefined;
  if (node.kind === 'reference') facts.references.push({ ...found, node });
  if (node.kind === 'path') facts.paths.push({ ...found, node });
  if (node.kind === 'call') facts.calls.push(node);
  if (node.kind === 'binary' && isEquality(node))
    facts.comparisons.push({ by: node.operator, sides: [node.left, node.right], inBrackets });
  else if (node.kind === 'binary' || node.kind === 'negate') facts.operations.push({ ...found, node });
  if (node.kind === 'binary') facts.constants.push(...constantsOf(node));
  if (node.kind === 'call' && node.name === 'selected') {
    const [answer, code] = node.args;
    if (answer && code) facts.comparisons.push({ by: 'selected', sides: [answer, code], inBrackets });
  }
}

function constantsOf({ operator, left, right }: Binary): readonly Constant[] {
  if (operator !== 'and' && operator !== 'or') return [];
  return [left, right]
    .map(bare)
    .flatMap((node) => (node.kind === 'string' || node.kind === 'number' ? [{ by: operator, node }] : []));
}

function isEquality(node: Binary): node is Binary & { readonly operator: '=' | '!=' } {
  return node.operator === '=' || node.operator === '!=';
}

import { functions, takesAll } from '../vocabulary/functions.ts';
import { type Call, childrenOf, type Expression, type Path, type Reference } from './tree.ts';

/** How a reference or path stands in its expression. */
export interface Place {
  /** `one` where a single value is needed, `all` where every entry of a repeat can be taken, `start` where a path goes on. */
  readonly wants: 'one' | 'all' | 'start';
  /** The path that this is a condition of, in brackets; the innermost, if there are several. */
  readonly filtered: Path | undefined;
  /** How many pairs of brackets stand around it. */
  readonly depth: number;
}

export interface Placed<Node extends Expression> extends Place {
  readonly node: Node;
}

/** How an expression stands that is no part of another. */
export const WHOLE: Place = { wants: 'one', filtered: undefined, depth: 0 };

/** The parts of an expression, each with how it stands there. */
export function placedChildren({ node, ...place }: Placed<Expression>): readonly Placed<Expression>[] {
  switch (node.kind) {
    case 'call':
      return node.args.map((arg, index) => ({ ...place, node: arg, wants: wantOf(node, index) }));
    case 'group':
      return [{ ...place, node: node.inner }];
    case 'path':
      return childrenOf(node).map((child) =>
        child === node.start
          ? { ...place, node: child, wants: 'start' }
          : { node: child, wants: 'one', filtered: node, depth: place.depth + 1 },
      );
    default:
      return childrenOf(node).map((child) => ({ ...place, node: child, wants: 'one' }));
  }
}

function wantOf({ name, args }: Call, index: number): Place['wants'] {
  const definition = functions.get(name);
  // What an unknown function takes nobody knows; it is a finding of its own.
  return definition && !takesAll(definition, index, args.length) ? 'one' : 'all';
}

/** The names of which an expression needs one answer: not all that a repeat has, nor those of other entries in brackets. */
export function singleNames(tree: Expression): readonly string[] {
  const names = new Set<string>();
  // Long chains of operators are deep: no recursion.
  const waiting: Placed<Expression>[] = [{ node: tree, ...WHOLE }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isSingle(next)) names.add(next.node.name);
    waiting.push(...placedChildren(next).toReversed());
  }
  return [...names];
}

function isSingle(placed: Placed<Expression>): placed is Placed<Reference> {
  return placed.node.kind === 'reference' && placed.wants === 'one' && placed.filtered === undefined;
}

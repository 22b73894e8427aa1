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

/** How a part of an expression stands in it; `index` is its place among its parts. */
export function placedChild(child: Expression, index: number, parent: Placed<Expression>): Placed<Expression> {
  const { node, filtered, depth } = parent;
  switch (node.kind) {
    case 'call':
      return { node: child, wants: wantOf(node, index), filtered, depth };
    case 'group':
      return { node: child, wants: parent.wants, filtered, depth };
    case 'path':
      return child === node.start
        ? { node: child, wants: 'start', filtered, depth }
        : { node: child, wants: 'one', filtered: node, depth: depth + 1 };
    default:
      return { node: child, wants: 'one', filtered, depth };
  }
}

/** The parts of an expression, each with how it stands there. */
export function placedChildren(parent: Placed<Expression>): readonly Placed<Expression>[] {
  return childrenOf(parent.node).map((child, index) => placedChild(child, index, parent));
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

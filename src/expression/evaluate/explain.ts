import type { ParsedExpression } from '../parser.ts';
import { bare } from '../shapes.ts';
import { childrenOf, type Expression } from '../tree.ts';
import type { Observe } from './compile.ts';
import type { Compiled, Frame } from './frame.ts';
import { compileExpression } from './program.ts';
import type { EvaluationHost, RecordView, Scope, ScopeNode } from './scope.ts';
import { type NodeSet, type Outcome, type Value, valueAt } from './value.ts';

/** A part of an expression with what it came to. */
export interface ExplainedPart {
  readonly node: Expression;
  /** Undefined where the outcome did not need it: behind what decides an `and`, in the branch not taken. */
  readonly seen: Seen | undefined;
  readonly parts: readonly ExplainedPart[];
}

/** One value, or all the answers that a path leads to. */
export interface Seen {
  /** What the path leads to, where it is one. */
  readonly of: ScopeNode | undefined;
  readonly kind: 'value' | 'answers';
  readonly values: readonly Value[];
}

export interface Explanation {
  readonly outcome: Outcome;
  readonly whole: ExplainedPart;
}

/** Evaluates an expression once, and tells what each of its parts came to. What stands between brackets is told as a whole. */
export function explain(
  parsed: ParsedExpression,
  scope: Scope,
  { node, row, host }: { readonly node: ScopeNode; readonly row: RecordView; readonly host: EvaluationHost },
): Explanation {
  const seen = new Map<Expression, Seen>();
  const outcome = compileExpression(parsed, scope, node, watching(seen)).evaluate(row, host);
  return { outcome, whole: explained(parsed.tree, seen) };
}

function watching(seen: Map<Expression, Seen>): Observe {
  return (node, { value, nodes }) => {
    const watched: Compiled = {
      value: (frame) => {
        const found = value(frame);
        const all = nodes && isPath(node) ? nodes(frame) : undefined;
        if (frame.failure === undefined) seen.set(node, { of: all?.node, kind: 'value', values: [found] });
        else if (all) seen.set(node, answersOf(all));
        return found;
      },
    };
    return nodes ? { ...watched, nodes: watchingNodes(node, nodes, seen) } : watched;
  };
}

function isPath({ kind }: Expression): boolean {
  return kind === 'path' || kind === 'reference';
}

function watchingNodes(
  node: Expression,
  nodes: (frame: Frame) => NodeSet,
  seen: Map<Expression, Seen>,
): (frame: Frame) => NodeSet {
  return (frame) => {
    const found = nodes(frame);
    seen.set(node, answersOf(found));
    return found;
  };
}

function answersOf(found: NodeSet): Seen {
  return { of: found.node, kind: 'answers', values: found.rows.map((_, index) => valueAt(found, index)) };
}

function explained(tree: Expression, seen: ReadonlyMap<Expression, Seen>): ExplainedPart {
  const node = bare(tree);
  const inner = isPath(node) ? [] : childrenOf(node);
  return { node, seen: seen.get(node), parts: inner.map((part) => explained(part, seen)) };
}

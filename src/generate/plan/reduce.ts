import { toNumber } from '../../expression/evaluate/convert.ts';
import { compileExpression, type Program } from '../../expression/evaluate/program.ts';
import type { Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { cannotEvaluate, isMoment, type Outcome } from '../../expression/evaluate/value.ts';
import { parseExpression } from '../../expression/parser.ts';
import { isFullStop } from '../../expression/shapes.ts';
import { type Expression, walk } from '../../expression/tree.ts';

/** Makes an expression again, with the values of its parts in their place: `. <= ${hh_size}` becomes `. <= 5`. */
export type Reduce = (valueOf: (part: Program) => Outcome) => Expression;

/** Where an expression is looked at, and for which question. */
export interface Reading {
  readonly scope: Scope;
  readonly node: ScopeNode;
  /** Whether blank answers are put in like others; else nothing is known of what is compared with them. */
  readonly blanks: boolean;
}

/** Whatever does not depend on the own answer of the question is put in. */
export function reduction(tree: Expression, reading: Reading): Reduce {
  if (isConstant(tree)) return () => tree;
  if (!readsOwn(tree, reading)) return closed(tree, reading);
  const inside = (part: Expression): Reduce => reduction(part, reading);
  switch (tree.kind) {
    case 'group': {
      const inner = inside(tree.inner);
      return keeping([inner], ([made = tree.inner]) => ({ ...tree, inner: made }));
    }
    case 'binary': {
      const sides = [inside(tree.left), inside(tree.right)];
      return keeping(sides, ([left = tree.left, right = tree.right]) => ({ ...tree, left, right }));
    }
    case 'call':
      return keeping(tree.args.map(inside), (args) => ({ ...tree, args }));
    default:
      return () => tree;
  }
}

/** The same tree as long as the parts are the same, so that what is known of it stays known. */
function keeping(parts: readonly Reduce[], make: (parts: readonly Expression[]) => Expression): Reduce {
  let last: { readonly made: readonly Expression[]; readonly tree: Expression } | undefined;
  return (valueOf) => {
    const made = parts.map((part) => part(valueOf));
    const before = last;
    if (before && made.every((part, index) => part === before.made[index])) return before.tree;
    const whole = make(made);
    last = { made, tree: whole };
    return whole;
  };
}

function closed(tree: Expression, { scope, node, blanks }: Reading): Reduce {
  const program = compileExpression({ tree, problems: [] }, scope, node);
  let last: { readonly outcome: Outcome; readonly tree: Expression } | undefined;
  return (valueOf) => {
    const outcome = valueOf(program);
    if (last?.outcome !== outcome)
      last = { outcome, tree: (blanks || outcome !== '' ? literalOf(outcome) : undefined) ?? tree };
    return last.tree;
  };
}

const [NUMBER, TEXT, YES, NO] = ['0', "''", 'true()', 'false()'].map((text) => parseExpression(text).tree);

/** A value as it would be written; dates are compared by their days. */
function literalOf(outcome: Outcome): Expression | undefined {
  if (cannotEvaluate(outcome) || Number.isNaN(outcome)) return undefined;
  if (typeof outcome === 'boolean') return outcome ? YES : NO;
  if (typeof outcome === 'string') return TEXT?.kind === 'string' ? { ...TEXT, value: outcome } : undefined;
  const value = isMoment(outcome) ? toNumber(outcome) : outcome;
  return NUMBER?.kind === 'number' ? { ...NUMBER, value } : undefined;
}

function isConstant({ kind }: Expression): boolean {
  return kind === 'number' || kind === 'string';
}

export function readsOwn(tree: Expression, reading: Pick<Reading, 'scope' | 'node'>): boolean {
  let reads = false;
  walk(tree, (node) => {
    reads ||= isOwn(node, reading);
  });
  return reads;
}

/** Whether this is the answer of the question itself: the full stop, or its name. */
export function isOwn(tree: Expression, { scope, node }: Pick<Reading, 'scope' | 'node'>): boolean {
  return isFullStop(tree) || (tree.kind === 'reference' && !tree.lastSaved && scope.find(tree.name) === node);
}

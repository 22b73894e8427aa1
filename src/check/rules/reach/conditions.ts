import { bare, partsJoinedBy } from '../../../expression/shapes.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { Reading } from '../../readings.ts';
import type { Clause } from './proof.ts';

/** A condition of an expression, and those that have to come out in some way before it is looked at. */
export interface Condition {
  readonly node: Expression;
  /** Where it stands: the column is a condition as a whole, or `if` asks it. */
  readonly by: 'column' | 'if';
  readonly before: readonly Clause[];
}

const CONDITIONS: ReadonlySet<string> = new Set(['relevant', 'constraint', 'required', 'read_only', 'when']);

/** The conditions of an expression: itself in some columns, and what its `if`s ask. What stands between brackets is no part of it. */
export function conditionsOf({ tree, key, facts }: Reading): readonly Condition[] {
  if (!tree) return [];
  const whole: readonly Condition[] = CONDITIONS.has(key) ? [{ node: tree, by: 'column', before: [] }] : [];
  return facts.calls.some(({ name }) => name === 'if') ? [...whole, ...asked(tree)] : whole;
}

interface Waiting {
  readonly node: Expression;
  readonly before: readonly Clause[];
}

/** Chains of `if` are long: what was asked before goes along, and no further than a person would follow. */
const MOST_BEFORE = 12;

function asked(tree: Expression): readonly Condition[] {
  const found: Condition[] = [];
  const waiting: Waiting[] = [{ node: tree, before: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = bare(next.node);
    const [condition, one, other] = node.kind === 'call' && node.name === 'if' ? node.args : [];
    if (condition && one && other) {
      const { before } = next;
      found.push({ node: condition, by: 'if', before });
      waiting.push(
        { node: condition, before },
        { node: one, before: added(before, { node: condition, holds: true }) },
        { node: other, before: added(before, { node: condition, holds: false }) },
      );
    } else for (const inner of operandsOf(node)) waiting.push({ node: inner, before: next.before });
  }
  return found;
}

function added(before: readonly Clause[], clause: Clause): readonly Clause[] {
  return [...before, clause].slice(-MOST_BEFORE);
}

function operandsOf(node: Expression): readonly Expression[] {
  if (node.kind === 'binary') return [node.left, node.right];
  if (node.kind === 'negate') return [node.operand];
  return node.kind === 'call' ? node.args : [];
}

/** The conditions of which one is enough, wherever they stand in a condition: `b` and `c` of `a and (b or c)`. */
export function alternativesIn(tree: Expression): readonly (readonly Expression[])[] {
  const found: (readonly Expression[])[] = [];
  const waiting = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const parts = partsJoinedBy('or', next);
    if (parts.length > 1) found.push(parts);
    for (const part of parts)
      if (part.kind === 'binary' && part.operator === 'and') waiting.push(...partsJoinedBy('and', part));
  }
  return found;
}

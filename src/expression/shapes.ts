import type { Expression } from './tree.ts';

/** An expression without the brackets around it. */
export function bare(node: Expression): Expression {
  let inner = node;
  while (inner.kind === 'group') ({ inner } = inner);
  return inner;
}

/** Whether this is the full stop: the question's own answer, or between brackets each of what they choose from. */
export function isFullStop(node: Expression): boolean {
  if (node.kind !== 'path' || node.absolute || node.start || node.steps.length !== 1) return false;
  const [step] = node.steps;
  return step?.axis === 'self' && step.test.kind === 'type' && step.predicates.length === 0;
}

/** The parts of `a and b and (c and d)`, from left to right; without recursion, since a chain can be long. */
export function partsJoinedBy(operator: 'and' | 'or', tree: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  const waiting: Expression[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const inner = bare(next);
    if (inner.kind === 'binary' && inner.operator === operator) waiting.push(inner.right, inner.left);
    else parts.push(inner);
  }
  return parts;
}

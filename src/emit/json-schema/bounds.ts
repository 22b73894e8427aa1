import type { BinaryOperator } from '../../expression/operators.ts';
import type { Expression } from '../../expression/tree.ts';
import type { Question } from '../../model/item.ts';
import type { JsonSchema } from './schema.ts';

type Keyword = 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum';

/** What `. < number` means, and what `number < .` does. */
const KEYWORDS: Partial<Record<BinaryOperator, readonly [Keyword, Keyword]>> = {
  '>=': ['minimum', 'maximum'],
  '<=': ['maximum', 'minimum'],
  '>': ['exclusiveMinimum', 'exclusiveMaximum'],
  '<': ['exclusiveMaximum', 'exclusiveMinimum'],
};

/**
 * The limits that a constraint sets with numbers alone: a submission that an engine lets through keeps all conditions that
 * are joined by `and`. What nobody answers is not checked by engines.
 */
export function boundsOf({ facets }: Question): JsonSchema {
  const { constraint, calculation, read_only: readOnly, trigger } = facets;
  if (!constraint || calculation || readOnly || trigger || constraint.parsed.problems.length > 0) return {};
  const bounds = new Map<Keyword, number>();
  for (const condition of conjuncts(constraint.parsed.tree)) {
    const bound = boundOf(condition);
    if (bound) bounds.set(bound.keyword, stricter(bound.keyword, bound.value, bounds.get(bound.keyword)));
  }
  return Object.fromEntries(bounds);
}

function conjuncts(tree: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'group') waiting.push(next.inner);
    else if (next.kind === 'binary' && next.operator === 'and') waiting.push(next.right, next.left);
    else found.push(next);
  }
  return found;
}

function boundOf(condition: Expression): { readonly keyword: Keyword; readonly value: number } | undefined {
  if (condition.kind !== 'binary') return undefined;
  const { left, right, operator } = condition;
  const keywords = KEYWORDS[operator];
  const [before, after] = [numberOf(left), numberOf(right)];
  if (!keywords) return undefined;
  if (isAnswer(left) && after !== undefined) return { keyword: keywords[0], value: after };
  return isAnswer(right) && before !== undefined ? { keyword: keywords[1], value: before } : undefined;
}

function numberOf(tree: Expression): number | undefined {
  if (tree.kind === 'number') return Number.isFinite(tree.value) ? tree.value : undefined;
  if (tree.kind !== 'negate') return undefined;
  const value = numberOf(tree.operand);
  return value === undefined ? undefined : -value;
}

/** Whether an expression is `.`, the answer itself. */
function isAnswer(tree: Expression): boolean {
  if (tree.kind !== 'path' || tree.absolute || tree.start || tree.steps.length !== 1) return false;
  const [step] = tree.steps;
  return step?.axis === 'self' && step.test.kind === 'type' && step.predicates.length === 0;
}

function stricter(keyword: Keyword, value: number, known: number | undefined): number {
  if (known === undefined) return value;
  return keyword.endsWith('inimum') ? Math.max(value, known) : Math.min(value, known);
}

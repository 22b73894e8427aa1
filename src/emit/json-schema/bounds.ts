import type { BinaryOperator } from '../../expression/operators.ts';
import { isFullStop, partsJoinedBy } from '../../expression/shapes.ts';
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
  for (const condition of partsJoinedBy('and', constraint.parsed.tree)) {
    const bound = boundOf(condition);
    if (bound) bounds.set(bound.keyword, stricter(bound.keyword, bound.value, bounds.get(bound.keyword)));
  }
  return Object.fromEntries(bounds);
}

function boundOf(condition: Expression): { readonly keyword: Keyword; readonly value: number } | undefined {
  if (condition.kind !== 'binary') return undefined;
  const { left, right, operator } = condition;
  const keywords = KEYWORDS[operator];
  const [before, after] = [numberOf(left), numberOf(right)];
  if (!keywords) return undefined;
  if (isFullStop(left) && after !== undefined) return { keyword: keywords[0], value: after };
  return isFullStop(right) && before !== undefined ? { keyword: keywords[1], value: before } : undefined;
}

function numberOf(tree: Expression): number | undefined {
  if (tree.kind === 'number') return Number.isFinite(tree.value) ? tree.value : undefined;
  if (tree.kind !== 'negate') return undefined;
  const value = numberOf(tree.operand);
  return value === undefined ? undefined : -value;
}

function stricter(keyword: Keyword, value: number, known: number | undefined): number {
  if (known === undefined) return value;
  return keyword.endsWith('inimum') ? Math.max(value, known) : Math.min(value, known);
}

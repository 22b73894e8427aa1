import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Call, Expression } from '../../../expression/tree.ts';
import type { ExpressionType } from '../../../expression/types/type.ts';
import { functions } from '../../../vocabulary/functions.ts';
import type { Reading } from '../../readings.ts';
import { isLiteral } from './texts.ts';
import type { TypedReading } from './view.ts';

/** A place where something must hold or not, and what the author calls it. */
export interface ConditionPlace {
  readonly node: Expression;
  /** The column, function or word that wants it. */
  readonly by: string;
}

const CONDITIONS: ReadonlySet<string> = new Set(['relevant', 'constraint', 'required', 'read_only', 'soft', 'when']);

/** Every place of an expression where a condition is wanted. */
export function conditionsIn({ tree, key, facts }: Reading): readonly ConditionPlace[] {
  const whole = tree && CONDITIONS.has(key) ? [{ node: tree, by: key }] : [];
  const joined = facts.operations.flatMap(({ node }) =>
    node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or')
      ? [node.left, node.right].map((side) => ({ node: side, by: node.operator }))
      : [],
  );
  return [...whole, ...joined, ...facts.calls.flatMap(conditionsOf)];
}

function conditionsOf({ name, args }: Call): readonly ConditionPlace[] {
  const definition = functions.get(name);
  if (!definition) return [];
  return definition.required.flatMap((kind, at) => {
    const node = kind === 'condition' ? args[at] : undefined;
    return node ? [{ node, by: name }] : [];
  });
}

/** What decides something must be a condition: a date, a place, or a text that always says something is none. */
export function checkConditions(typed: TypedReading, untold: Severity, report: Report): void {
  for (const { node, by } of conditionsIn(typed.reading)) {
    const type = typed.typeOf(node);
    const is = noCondition(type, node);
    // Beside "and" and "or" a text or number has a finding of its own.
    if (!is || ((by === 'and' || by === 'or') && isLiteral(bare(node)))) continue;
    const severity = is === 'code' ? 'warning' : untold;
    const params = { written: typed.words(node), key: by, is, holds: isLiteral(bare(node)) };
    report('no-condition', typed.place(node), params, { severity });
  }
}

function noCondition(
  type: ExpressionType,
  node: Expression,
): 'text' | 'number' | 'date' | 'place' | 'code' | undefined {
  const inner = bare(node);
  if (inner.kind === 'number') return inner.value === 0 || inner.value === 1 ? undefined : 'number';
  if (type.kind === 'code') return 'code';
  // An answer alone is a way to ask whether there is one.
  if (inner.kind === 'reference' || inner.kind === 'path') return undefined;
  if (type.kind === 'date' || type.kind === 'time' || type.kind === 'dateTime') return 'date';
  if (type.kind === 'text') return isNeverEmpty(type) ? 'text' : undefined;
  return type.kind === 'place' ? 'place' : undefined;
}

/** What is read from a list is empty where no row is found. */
function isNeverEmpty({ offer }: ExpressionType & { readonly kind: 'text' }): boolean {
  return offer?.source.kind === 'literal' && !offer.values.has('');
}

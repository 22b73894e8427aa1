import type { Values } from '../../expression/domains/names.ts';
import { compileExpression } from '../../expression/evaluate/program.ts';
import type { Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { parseExpression } from '../../expression/parser.ts';
import type { Expression } from '../../expression/tree.ts';
import type { DataColumn } from '../../model/columns/column.ts';
import type { Formula } from '../../model/facets.ts';
import type { Condition } from '../../model/item.ts';
import type { Choices } from './choices.ts';
import { type Condition as Wanted, type Limits, limitsOf } from './limits.ts';
import { isOwn, reduction } from './reduce.ts';
import type { Rule } from './step.ts';

/** An expression, ready to be evaluated where it stands; nothing for an empty cell. */
export function ruleOf(
  column: Rule['column'],
  formula: Formula | undefined,
  scope: Scope,
  node: ScopeNode,
): Rule | undefined {
  const words = formula?.string.text.trim() ?? '';
  return formula && words !== ''
    ? { column, words, program: compileExpression(formula.parsed, scope, node) }
    : undefined;
}

/** The same of a text that no author wrote. */
export function ruleOfText(column: Rule['column'], words: string, scope: Scope, node: ScopeNode): Rule | undefined {
  return words === '' ? undefined : { column, words, program: compileExpression(parseExpression(words), scope, node) };
}

export function ruleOfCondition(condition: Condition | undefined, scope: Scope, node: ScopeNode): Rule | boolean {
  if (condition?.kind !== 'formula') return condition?.value ?? false;
  return ruleOf('required', condition, scope, node) ?? false;
}

/** What is known of the answers that keep the constraint of a question, and break none of these checks. */
export function limitsOfAnswer(
  { answer, question }: DataColumn,
  choices: Choices | undefined,
  scope: Scope,
  node: ScopeNode,
  checks: readonly Expression[] = [],
): Limits | undefined {
  const constraint = question?.facets.constraint;
  const isGiven = constraint && constraint.string.text.trim() !== '' && constraint.parsed.problems.length === 0;
  const conditions: readonly Wanted[] = [
    ...(isGiven ? [{ whole: reduction(constraint.parsed.tree, { scope, node, blanks: true }), wanted: true }] : []),
    ...checks.map((tree) => ({ whole: reduction(tree, { scope, node, blanks: false }), wanted: false })),
  ];
  if (conditions.length === 0) return undefined;
  return limitsOf(conditions, valuesOf(answer, choices), (part) => isOwn(part, { scope, node }));
}

function valuesOf(answer: DataColumn['answer'], choices: Choices | undefined): Values | undefined {
  const codes = choices && choices.kind !== 'unknown' ? new Set(choices.codes) : undefined;
  switch (answer) {
    case 'integer':
    case 'decimal':
      return { kind: 'number', isWhole: answer === 'integer' };
    case 'date':
    case 'dateTime':
      return { kind: answer };
    case 'text':
      return { kind: 'text' };
    case 'code':
      return codes && codes.size > 0 ? { kind: 'code', codes } : undefined;
    case 'codes':
      return codes && codes.size > 0 ? { kind: 'codes', codes } : undefined;
    default:
      return undefined;
  }
}

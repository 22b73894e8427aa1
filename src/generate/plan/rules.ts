import type { Values } from '../../expression/domains/names.ts';
import { compileExpression } from '../../expression/evaluate/program.ts';
import type { Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { parseExpression } from '../../expression/parser.ts';
import type { DataColumn } from '../../model/columns/column.ts';
import type { Formula } from '../../model/facets.ts';
import type { Condition } from '../../model/item.ts';
import type { Choices } from './choices.ts';
import { type Limits, limitsOf } from './limits.ts';
import { reduction } from './reduce.ts';
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

/** What is known of the answers that keep the constraint of a question. */
export function limitsOfAnswer(
  { answer, question }: DataColumn,
  choices: Choices | undefined,
  scope: Scope,
  node: ScopeNode,
): Limits | undefined {
  const constraint = question?.facets.constraint;
  if (!constraint || constraint.string.text.trim() === '' || constraint.parsed.problems.length > 0) return undefined;
  return limitsOf(reduction(constraint.parsed.tree, scope, node), valuesOf(answer, choices));
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

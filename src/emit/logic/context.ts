import { bare } from '../../expression/shapes.ts';
import { printExpression } from '../../expression/printer.ts';
import type { Expression, Path, Step } from '../../expression/tree.ts';
import type { LogicWords } from '../../vocabulary/codebook/words.ts';
import type { LogicNames, Named } from './names.ts';
import { type Line, text } from './statement.ts';

/**
 * A value in words. What an `atom` is stands clear in every sentence; a `phrase` has words of its own and a `sum` has
 * operators, so that they need brackets inside others.
 */
export interface Value {
  readonly kind: 'atom' | 'phrase' | 'sum';
  readonly line: Line;
}

export interface Context {
  readonly names: LogicNames;
  readonly words: LogicWords;
  /** Nothing where the expression is not covered: then it is shown as written, whole. */
  readonly value: (expression: Expression) => Value | undefined;
}

export const atom = (line: Line): Value => ({ kind: 'atom', line });
export const phrase = (line: Line): Value => ({ kind: 'phrase', line });

export function bracketed(line: Line): Line {
  return [...text('('), ...line, ...text(')')];
}

/** A value inside a phrase or a sum. */
export function operand({ kind, line }: Value): Line {
  return kind === 'atom' ? line : bracketed(line);
}

export function isCall(expression: Expression, name: string): boolean {
  return expression.kind === 'call' && expression.name === name;
}

/** A text between quotes, or undefined for anything else. */
export function literalText(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'string' ? expression.value : undefined;
}

export function isBlankText(expression: Expression): boolean {
  return literalText(expression) === '';
}

/** The only step of a plain relative path. */
function onlyStep(path: Path): Step | undefined {
  const [step, ...more] = path.steps;
  const plain = !path.absolute && !path.start && more.length === 0 && step?.predicates.length === 0;
  return plain && step.separator === undefined ? step : undefined;
}

/** `.` is `self`, `..` is `parent`. */
export function dots(expression: Expression): 'self' | 'parent' | undefined {
  if (expression.kind !== 'path') return undefined;
  const step = onlyStep(expression);
  if (step?.test.kind !== 'type' || step.test.type !== 'node') return undefined;
  return step.axis === 'self' || step.axis === 'parent' ? step.axis : undefined;
}

/** A name alone, such as a column in a choice filter. */
export function plainName(expression: Expression): string | undefined {
  if (expression.kind !== 'path') return undefined;
  const step = onlyStep(expression);
  return step?.axis === 'child' && step.test.kind === 'name' ? step.test.name : undefined;
}

/** The question that an expression is the answer of. */
export function questionOf(expression: Expression, { names }: Context): Named | undefined {
  const inner = bare(expression);
  if (inner.kind === 'reference') return names.question(inner.name);
  return dots(inner) === 'self' && !names.inChoices ? names.self : undefined;
}

/** Two expressions that read the same. */
export function sameText(one: Expression, other: Expression): boolean {
  return printExpression(bare(one)).trim() === printExpression(bare(other)).trim();
}

import { bare } from '../../expression/shapes.ts';
import type { ParsedExpression } from '../../expression/parser.ts';
import { printExpression } from '../../expression/printer.ts';
import type { Expression } from '../../expression/tree.ts';
import type { LogicWords } from '../../vocabulary/codebook/words.ts';
import { conditionOf } from './conditions.ts';
import { type Context, isBlankText } from './context.ts';
import type { LogicNames } from './names.ts';
import { type Statement, text } from './statement.ts';
import { createContext } from './values.ts';

/** Longer expressions are not easier to follow in words. */
const LONGEST = 2000;

/** A condition in words, such as a relevance; nothing where it is wrong or not wholly covered, so that it is shown as written. */
export function conditionInWords(
  parsed: ParsedExpression,
  names: LogicNames,
  words: LogicWords,
): Statement | undefined {
  return isReadable(parsed) ? conditionOf(parsed.tree, createContext(names, words)) : undefined;
}

/** A value in words, such as a calculation. */
export function valueInWords(parsed: ParsedExpression, names: LogicNames, words: LogicWords): Statement | undefined {
  return isReadable(parsed) ? valueStatement(parsed.tree, createContext(names, words)) : undefined;
}

function isReadable({ problems, tree }: ParsedExpression): boolean {
  return problems.length === 0 && printExpression(tree).length <= LONGEST;
}

function valueStatement(expression: Expression, context: Context): Statement | undefined {
  const inner = bare(expression);
  if (inner.kind === 'call' && inner.name === 'if') return choice(inner.args, context);
  if (isBlankText(inner)) return { kind: 'line', line: text(context.words.nothing) };
  const value = context.value(inner);
  return value && { kind: 'line', line: value.line };
}

function choice([condition, ifTrue, ifFalse, ...more]: readonly Expression[], context: Context): Statement | undefined {
  if (!condition || !ifTrue || !ifFalse || more.length > 0) return undefined;
  const when = conditionOf(condition, context);
  const value = valueStatement(ifTrue, context);
  const rest = valueStatement(ifFalse, context);
  if (!when || !value || !rest) return undefined;
  const later = rest.kind === 'cases' ? rest : { cases: [], otherwise: rest };
  return { kind: 'cases', cases: [{ when, value }, ...later.cases], otherwise: later.otherwise };
}

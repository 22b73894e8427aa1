import { bare } from '../../expression/shapes.ts';
import type { Expression } from '../../expression/tree.ts';
import type { LogicWords } from '../../vocabulary/codebook/words.ts';
import { codeLabel } from './comparisons.ts';
import { type Context, isBlankText, literalText, sameText } from './context.ts';
import { fill, type Line, listed } from './statement.ts';

/** Neighbours in a chain of `and` or `or` that one sentence says better than several. */
export interface Run {
  readonly line: Line;
  /** How many conditions it stands for. */
  readonly length: number;
}

export function runAt(
  chain: readonly Expression[],
  at: number,
  operator: 'and' | 'or',
  context: Context,
): Run | undefined {
  const range = operator === 'and' ? rangeAt(chain[at], chain[at + 1], context) : undefined;
  return range ? { line: range, length: 2 } : alternativesAt(chain, at, operator, context);
}

/** `a >= 1 and a <= 5`, in either order. */
function rangeAt(one: Expression | undefined, other: Expression | undefined, context: Context): Line | undefined {
  if (one?.kind !== 'binary' || other?.kind !== 'binary' || !sameText(one.left, other.left)) return undefined;
  const [low, high] = one.operator === '<=' ? [other, one] : [one, other];
  if (low.operator !== '>=' || high.operator !== '<=') return undefined;
  const [a, b, c] = [low.left, low.right, high.right].map((part) => context.value(part)?.line);
  return a && b && c && fill(context.words.between, { a, b, c });
}

/** A condition that one answer of a question is, or is not, a code. */
interface Choice {
  readonly word: keyof LogicWords;
  readonly question: Expression;
  readonly answer: Expression;
}

function alternativesAt(
  chain: readonly Expression[],
  at: number,
  operator: 'and' | 'or',
  context: Context,
): Run | undefined {
  const first = choiceIn(chain[at], operator);
  if (!first) return undefined;
  const choices = [first];
  for (let next = choiceIn(chain[at + choices.length], operator); next;) {
    if (next.word !== first.word || !sameText(next.question, first.question)) break;
    choices.push(next);
    next = choiceIn(chain[at + choices.length], operator);
  }
  const a = context.value(first.question)?.line;
  if (choices.length < 2 || !a) return undefined;
  const answers = choices.map(
    ({ question, answer }) => codeLabel(question, answer, context) ?? context.value(answer)?.line ?? [],
  );
  return {
    line: fill(context.words[first.word], { a, b: listed(answers, context.words.comma) }),
    length: choices.length,
  };
}

function choiceIn(expression: Expression | undefined, operator: 'and' | 'or'): Choice | undefined {
  if (!expression) return undefined;
  const positive = operator === 'or';
  const inner = positive ? expression : denied(expression);
  if (inner?.kind === 'call' && inner.name === 'selected') {
    const [question, answer, ...more] = inner.args;
    if (!question || !answer || more.length > 0) return undefined;
    return ofCode({ word: positive ? 'includesAny' : 'includesNone', question, answer });
  }
  if (expression.kind !== 'binary' || expression.operator !== (positive ? '=' : '!=')) return undefined;
  return ofCode({ word: positive ? 'oneOf' : 'noneOf', question: expression.left, answer: expression.right });
}

/** What `not(…)` denies. */
function denied(expression: Expression): Expression | undefined {
  const [arg, ...more] = expression.kind === 'call' && expression.name === 'not' ? expression.args : [];
  return arg && more.length === 0 ? bare(arg) : undefined;
}

function ofCode(choice: Choice): Choice | undefined {
  const answer = bare(choice.answer);
  const typed = answer.kind === 'number' || literalText(answer) !== undefined;
  return typed && !isBlankText(answer) ? choice : undefined;
}

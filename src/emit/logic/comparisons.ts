import { bare } from '../../expression/shapes.ts';
import type { BinaryOperator } from '../../expression/operators.ts';
import type { Binary, Expression } from '../../expression/tree.ts';
import type { LogicWords } from '../../vocabulary/codebook/words.ts';
import { type Context, isBlankText, isCall, literalText, plainName, questionOf } from './context.ts';
import { code, fill, type Line } from './statement.ts';

type Word = keyof LogicWords;
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const ORDER: ReadonlyMap<BinaryOperator, { readonly plain: Word; readonly dates: Word }> = new Map<
  BinaryOperator,
  { plain: Word; dates: Word }
>([
  ['<', { plain: 'less', dates: 'before' }],
  ['<=', { plain: 'atMost', dates: 'notAfter' }],
  ['>', { plain: 'more', dates: 'after' }],
  ['>=', { plain: 'atLeast', dates: 'notBefore' }],
]);

function isComparison(operator: BinaryOperator): operator is Comparison {
  return Object.hasOwn(MIRRORED, operator);
}

/** `a = b` and its kin in words; what is asked about comes first, also where it was written last. */
export function comparisonInWords({ operator, left, right }: Binary, context: Context): Line | undefined {
  if (!isComparison(operator)) return undefined;
  const [one, other] = [bare(left), bare(right)];
  const turned = isLiteral(one) && !isLiteral(other);
  return turned ? compared(MIRRORED[operator], other, one, context) : compared(operator, one, other, context);
}

function compared(operator: Comparison, one: Expression, other: Expression, context: Context): Line | undefined {
  if (isBlankText(other)) return blank(operator, one, context);
  const a = context.value(one)?.line;
  const label = operator === '=' || operator === '!=' ? codeLabel(one, other, context) : undefined;
  const b = label ?? context.value(other)?.line;
  if (!a || !b) return undefined;
  return fill(context.words[wordFor(operator, one, other, context)], { a, b });
}

function wordFor(operator: Comparison, one: Expression, other: Expression, context: Context): Word {
  const order = ORDER.get(operator);
  if (order) return isDate(one, context) || isDate(other, context) ? order.dates : order.plain;
  const literal = isLiteral(other);
  if (operator === '=') return literal ? 'is' : 'same';
  return literal ? 'isNot' : 'differs';
}

function isLiteral(expression: Expression): boolean {
  return ['string', 'number'].includes(expression.kind) || isCall(expression, 'date');
}

function isDate(expression: Expression, context: Context): boolean {
  if (['today', 'now', 'date'].some((name) => isCall(expression, name))) return true;
  return questionOf(expression, context)?.answer === 'date';
}

/** Whether there is an answer at all. */
function blank(operator: Comparison, one: Expression, context: Context): Line | undefined {
  const a = context.value(one)?.line;
  if (!a || (operator !== '=' && operator !== '!=')) return undefined;
  const question = questionOf(one, context);
  const asked = question !== undefined && question.answer !== 'computed';
  const [empty, full] = asked ? (['unanswered', 'answered'] as const) : (['empty', 'filled'] as const);
  return fill(context.words[operator === '=' ? empty : full], { a });
}

/** The label of a code, where the other side says which list it is of; codes are often numbers, and written without quotes. */
export function codeLabel(side: Expression, literal: Expression, context: Context): Line | undefined {
  const answer = bare(literal);
  const name = answer.kind === 'number' ? answer.token.text : literalText(answer);
  if (name === undefined || name === '') return undefined;
  const inner = bare(side);
  const ofChoice = context.names.inChoices && plainName(inner) === 'name';
  const question = ofChoice ? context.names.self : questionOf(inner, context);
  const quote = question?.code(name);
  if (quote) return [quote];
  return answer.kind === 'number' ? undefined : code(name);
}

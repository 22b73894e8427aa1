import { bare, partsJoinedBy } from '../../expression/shapes.ts';
import type { Binary, Call, Expression } from '../../expression/tree.ts';
import type { LogicWords } from '../../vocabulary/codebook/words.ts';
import { codeLabel, comparisonInWords } from './comparisons.ts';
import { type Context, literalText, questionOf } from './context.ts';
import { runAt } from './runs.ts';
import { fill, type Line, type Statement, text } from './statement.ts';

type Word = keyof LogicWords;

/** A condition in words, or nothing where a part of it has none. */
export function conditionOf(expression: Expression, context: Context): Statement | undefined {
  const inner = bare(expression);
  if (inner.kind === 'call' && inner.name === 'not') return negated(inner, context);
  if (inner.kind === 'binary' && (inner.operator === 'and' || inner.operator === 'or'))
    return joined(inner, inner.operator, context);
  const line = plain(inner, context);
  return line && { kind: 'line', line };
}

/** A condition without other conditions inside. */
function plain(expression: Expression, context: Context): Line | undefined {
  if (expression.kind === 'binary') return comparisonInWords(expression, context);
  if (expression.kind === 'call') return test(expression, context);
  return undefined;
}

const TESTS: ReadonlyMap<string, Word> = new Map<string, Word>([
  ['starts-with', 'begins'],
  ['ends-with', 'ends'],
  ['contains', 'contains'],
]);

function test({ name, args }: Call, context: Context): Line | undefined {
  const { words } = context;
  if (args.length === 0 && (name === 'true' || name === 'false'))
    return text(name === 'true' ? words.always : words.never);
  const [first, second, ...more] = args;
  if (!first || !second || more.length > 0) return undefined;
  if (name === 'selected') return selected(first, second, false, context);
  const a = context.value(first)?.line;
  if (!a) return undefined;
  const pattern = name === 'regex' ? literalText(second) : undefined;
  if (pattern !== undefined) return fill(words.form, { a, b: [{ kind: 'code', text: pattern }] });
  const word = TESTS.get(name);
  const b = word && context.value(second)?.line;
  return word && b ? fill(words[word], { a, b }) : undefined;
}

/** Whether a code is among the chosen ones; of a question with one answer, whether it is that answer. */
function selected(question: Expression, answer: Expression, not: boolean, context: Context): Line | undefined {
  const a = context.value(question)?.line;
  const b = codeLabel(question, answer, context) ?? context.value(answer)?.line;
  if (!a || !b) return undefined;
  const one = questionOf(question, context)?.answer === 'code' && literalText(bare(answer)) !== undefined;
  const word = one ? (not ? 'isNot' : 'is') : not ? 'excludes' : 'includes';
  return fill(context.words[word], { a, b });
}

function joined(root: Binary, operator: 'and' | 'or', context: Context): Statement | undefined {
  const parts = shortenedChain(partsJoinedBy(operator, root), operator, context);
  const [first, second, ...more] = parts ?? [];
  if (!parts || !first) return undefined;
  if (!second) return first;
  const short = more.length === 0 && isSimple(first) && isSimple(second);
  if (!short) return { kind: 'group', heading: context.words[operator === 'and' ? 'all' : 'any'], parts };
  return { kind: 'pair', line: fill(context.words[operator], { a: first.line, b: second.line }) };
}

function isSimple(statement: Statement): statement is Extract<Statement, { kind: 'line' }> {
  return statement.kind === 'line';
}

/** Parts in words, with ranges and alternatives of one question in one sentence. */
function shortenedChain(
  expressions: readonly Expression[],
  operator: 'and' | 'or',
  context: Context,
): readonly Statement[] | undefined {
  const parts: Statement[] = [];
  for (let at = 0; at < expressions.length;) {
    const run = runAt(expressions, at, operator, context);
    const part = run ? ({ kind: 'line', line: run.line } as const) : each(expressions.slice(at, at + 1), context)?.[0];
    if (!part) return undefined;
    parts.push(part);
    at += run?.length ?? 1;
  }
  return parts;
}

function each(expressions: readonly Expression[], context: Context): readonly Statement[] | undefined {
  const parts = expressions.flatMap((part) => conditionOf(part, context) ?? []);
  return parts.length === expressions.length ? parts : undefined;
}

function negated({ args }: Call, context: Context): Statement | undefined {
  const [arg, ...more] = args;
  if (!arg || more.length > 0) return undefined;
  const inner = bare(arg);
  if (inner.kind === 'binary' && (inner.operator === 'and' || inner.operator === 'or')) {
    const parts = each(partsJoinedBy(inner.operator, inner), context);
    return parts && { kind: 'group', heading: context.words[inner.operator === 'or' ? 'none' : 'notAll'], parts };
  }
  const line = opposite(inner, context);
  if (line) return { kind: 'line', line };
  const part = conditionOf(inner, context);
  return part && { kind: 'group', heading: context.words.not, parts: [part] };
}

/** Of `=` the opposite is `!=`, but of `<` it is not `>=` where there is no answer. */
function opposite(expression: Expression, context: Context): Line | undefined {
  if (expression.kind === 'call' && expression.name === 'selected') {
    const [question, answer, ...more] = expression.args;
    return question && answer && more.length === 0 ? selected(question, answer, true, context) : undefined;
  }
  if (expression.kind !== 'binary') return undefined;
  const { operator } = expression;
  if (operator !== '=' && operator !== '!=') return undefined;
  return comparisonInWords({ ...expression, operator: operator === '=' ? '!=' : '=' }, context);
}

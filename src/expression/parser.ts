import type { Range } from '../core/range.ts';
import { cover, createCursor, deeper, giveUp, isSymbol, missing, peek, report, take } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { atBoundary, operatorAt, startsOperand } from './lookahead.ts';
import type { FoundOperator } from './lookahead.ts';
import { readNegation, readPathOperand } from './operands.ts';
import { PRECEDENCE } from './operators.ts';
import type { SyntaxProblem } from './problems.ts';
import { readNothing } from './recovery.ts';
import type { Pending } from './recovery.ts';
import { readSurplus } from './surplus.ts';
import { tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';
import type { Binary, Expression } from './tree.ts';

/** What came of reading an expression. The tree is whole also where there are problems. */
export interface ParsedExpression {
  readonly tree: Expression;
  /** In the order of the text. */
  readonly problems: readonly SyntaxProblem[];
  /** Each “ ” ‘ ’, read as a straight quote as the converter does. */
  readonly curlyQuotes: readonly Range[];
}

/** A chain of operators is as deep a tree as it is long; a cell of a workbook has no room for more anyway. */
const LONGEST_CHAIN = 1000;

/**
 * Reads an expression of the ODK XPath dialect: XPath 1.0 with `${name}` and `${last-saved#name}`. Takes any text and
 * never fails: mistakes are problems, and what could not be read stays in the tree as `missing`.
 */
export function parseExpression(text: string): ParsedExpression {
  const cursor = createCursor(tokenize(text), (nested) => deeper(nested, () => readSequence(nested)));
  const tree = readSequence(cursor);
  return {
    tree,
    problems: withoutEchoes(cursor.problems).toSorted((one, other) => one.span.start - other.span.start),
    curlyQuotes: Array.from(text.matchAll(/[‘’“”]/gu), ({ index }) => ({ start: index, end: index + 1 })),
  };
}

// A text that never ends swallows what closes the rest and turns the words behind it inside out.
function withoutEchoes(problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  const open = problems.find(({ code }) => code === 'unterminated-text');
  if (open === undefined) return problems;
  const earlier = problems.filter(({ code, span }) => span.end <= open.span.start && !code.startsWith('unclosed-'));
  return [...earlier, open];
}

// One expression, and all that stands behind it where only its end should be.
function readSequence(cursor: Cursor): Expression {
  let tree = readBinary(cursor, 0, undefined);
  for (let surplus = 0; !atBoundary(cursor); surplus += 1) {
    if (surplus === LONGEST_CHAIN) return missing([tree, giveUp(cursor)]);
    const parts = readSurplus(cursor, surplus > 0, (inner) => readBinary(inner, 0, undefined));
    tree = continueBinary(cursor, missing([tree, ...parts]), 0);
  }
  return tree;
}

function readBinary(cursor: Cursor, loosest: number, pending: Pending | undefined): Expression {
  return continueBinary(cursor, readOperand(cursor, pending), loosest);
}

// Precedence climbing: takes operators as long as they bind at least as tightly as `loosest`.
function continueBinary(cursor: Cursor, first: Expression, loosest: number): Expression {
  let left = first;
  for (let length = 0; ; length += 1) {
    const operator = operatorAt(cursor);
    if (operator === undefined || PRECEDENCE[operator.meant] < loosest) return left;
    if (length === LONGEST_CHAIN) return missing([left, giveUp(cursor)]);
    left = readRightOperand(cursor, left, operator);
  }
}

function readRightOperand(cursor: Cursor, left: Expression, found: FoundOperator): Binary {
  const { meant, tokens, span, written, code } = found;
  const told = code !== undefined || cursor.toldAt === cursor.position;
  for (const _ of tokens) take(cursor);
  if (code !== undefined) report(cursor, code, span, written, meant);
  const right = readBinary(cursor, PRECEDENCE[meant] + 1, { token: tokens.at(-1) ?? tokens[0], told });
  return { kind: 'binary', span: cover(left.span, right.span), operator: meant, left, right, operatorTokens: tokens };
}

function readOperand(cursor: Cursor, pending: Pending | undefined): Expression {
  if (isSymbol(peek(cursor), '-')) return readNegation(cursor, readNegated);
  if (startsOperand(cursor)) return readPathOperand(cursor);
  const foreign = foreignPrefix(cursor);
  return foreign === undefined ? readNothing(cursor, pending) : readForeignPrefix(cursor, foreign);
}

function readNegated(cursor: Cursor, minus: Token): Expression {
  return readBinary(cursor, PRECEDENCE['|'], { token: minus, told: false });
}

// `!selected(…)` and a printed minus before a number.
function foreignPrefix(cursor: Cursor): FoundOperator | undefined {
  const operator = operatorAt(cursor);
  const isPrefix = operator?.code === 'exclamation-mark' || operator?.meant === '-';
  return isPrefix ? operator : undefined;
}

function readForeignPrefix(cursor: Cursor, { code, span, written, meant }: FoundOperator): Expression {
  const token = take(cursor);
  if (code !== undefined) report(cursor, code, span, written, meant);
  return missing([token, deeper(cursor, () => readBinary(cursor, PRECEDENCE['|'], { token, told: true }))]);
}

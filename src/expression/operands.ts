import { cover, deeper, enclosed, isSymbol, missing, peek, report, take, takeSymbol } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { readDate, startsDate } from './dates.ts';
import { isSeparator, isUnreadable, startsCall, startsStep } from './lookahead.ts';
import { continuesPath, readPath } from './paths.ts';
import { findReferences, readReference } from './reference-text.ts';
import { readUnreadable, reportReference } from './recovery.ts';
import type { Token } from './tokens.ts';
import type { Call, Expression, Group, Reference, StringLiteral } from './tree.ts';

/** Reads an operand that no minus precedes: a literal, a reference, a call, a group or a path. */
export function readPathOperand(cursor: Cursor): Expression {
  if (startsDate(cursor)) return readDate(cursor);
  if (startsStep(cursor) || isSymbol(peek(cursor), '/', '//')) return readPath(cursor, undefined, readPathOperand);
  const primary = readPrimary(cursor);
  return continuesPath(cursor) ? readPath(cursor, primary, readPathOperand) : primary;
}

function readPrimary(cursor: Cursor): Expression {
  if (startsCall(cursor)) return readCall(cursor);
  const token = peek(cursor);
  if (isUnreadable(token)) return readUnreadable(cursor, readPathOperand);
  if (isSymbol(token, '(')) return readGroup(cursor);
  return readLiteral(cursor);
}

function readLiteral(cursor: Cursor): Expression {
  const token = take(cursor);
  if (token.kind === 'reference') return reference(cursor, token);
  if (token.kind === 'string') return stringLiteral(cursor, token);
  if (token.kind === 'number') return { kind: 'number', span: token.span, value: Number(token.text), token };
  return missing([token]);
}

function reference(cursor: Cursor, token: Token): Reference {
  const { start } = token.span;
  const found = readReference(token.text, 0);
  const { name, nameSpan, lastSaved } = found;
  reportReference(cursor, found, token);
  const placed = { start: start + nameSpan.start, end: start + nameSpan.end };
  return { kind: 'reference', span: token.span, name, nameSpan: placed, lastSaved, token };
}

function stringLiteral(cursor: Cursor, token: Token): StringLiteral {
  const { start, end } = token.span;
  for (const found of findReferences(token.text)) reportReference(cursor, found, token);
  const value = token.text.slice(1, -1).replaceAll(/[‘’]/gu, "'").replaceAll(/[“”]/gu, '"');
  return { kind: 'string', span: token.span, value, valueSpan: { start: start + 1, end: end - 1 }, token };
}

function readGroup(cursor: Cursor): Group {
  const open = take(cursor);
  const inner = enclosed(cursor, 'group', () => cursor.readNested(cursor));
  const close = readClose(cursor, open, open.text);
  return { kind: 'group', span: cover(open.span, (close ?? inner).span), inner, open, close };
}

function readCall(cursor: Cursor): Call {
  const nameToken = take(cursor);
  const open = take(cursor);
  reportFunctionName(cursor, nameToken);
  const { args, commas } = enclosed(cursor, 'call', () => readArguments(cursor));
  const close = readClose(cursor, open, `${nameToken.text}(`);
  const span = cover(nameToken.span, (close ?? args.at(-1) ?? open).span);
  return { kind: 'call', span, name: nameToken.text, nameSpan: nameToken.span, args, nameToken, open, commas, close };
}

function readArguments(cursor: Cursor): Pick<Call, 'args' | 'commas'> {
  const args: Expression[] = [];
  const commas: Token[] = [];
  if (isSymbol(peek(cursor), ')') || peek(cursor).kind === 'end') return { args, commas };
  args.push(cursor.readNested(cursor));
  while (isSeparator(peek(cursor))) {
    commas.push(take(cursor));
    args.push(cursor.readNested(cursor));
  }
  const semicolon = commas.find((comma) => comma.text === ';');
  if (semicolon !== undefined) report(cursor, 'semicolon', semicolon.span, semicolon.text);
  return { args, commas };
}

function readClose(cursor: Cursor, open: Token, written: string): Token | undefined {
  const close = takeSymbol(cursor, ')');
  if (close === undefined) report(cursor, 'unclosed-parenthesis', open.span, written);
  return close;
}

// Other functions in capital letters are a matter of names, not of syntax; these three are operators to the author.
function reportFunctionName(cursor: Cursor, { text, span }: Token): void {
  const name = text.toLowerCase();
  if (name === 'not' && name !== text) report(cursor, 'upper-case-operator', span, text, name);
  if (name === 'and' || name === 'or') report(cursor, 'operator-as-function', span, text, name);
}

/** Reads a minus and what it negates, which binds tighter than any operator but `|`. */
export function readNegation(cursor: Cursor, readOperand: (cursor: Cursor, minus: Token) => Expression): Expression {
  const minus = take(cursor);
  const operand = deeper(cursor, () => readOperand(cursor, minus));
  return { kind: 'negate', span: cover(minus.span, operand.span), operand, minus };
}

import { cover, isSymbol, peek, previous, report, take } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { isSeparator, isUnreadable, startsOperand } from './lookahead.ts';
import type { Token } from './tokens.ts';
import type { Expression, Part } from './tree.ts';

type ReadOperand = (cursor: Cursor) => Expression;

/**
 * Takes at least one word that cannot follow a whole expression, and the operand behind it if there is one. `silent`
 * where the same kind of mistake has been told already.
 */
export function readSurplus(cursor: Cursor, silent: boolean, readOperand: ReadOperand): readonly Part[] {
  const token = peek(cursor);
  if (isSymbol(token, ')', ']')) return [takeCloser(cursor)];
  if (isSeparator(token)) return readStraySeparator(cursor, silent, readOperand);
  if (startsOperand(cursor)) return [readSecondValue(cursor, silent, readOperand)];
  report(cursor, 'unknown-character', token.span, token.text);
  return [take(cursor)];
}

function takeCloser(cursor: Cursor): Token {
  const token = take(cursor);
  report(cursor, token.text === ')' ? 'surplus-parenthesis' : 'surplus-bracket', token.span, token.text);
  return token;
}

function readStraySeparator(cursor: Cursor, silent: boolean, readOperand: ReadOperand): readonly Part[] {
  const before = previous(cursor);
  const separator = take(cursor);
  const after = peek(cursor);
  if (before !== undefined && isDecimalComma(before, separator, after)) {
    const number = `${before.text}.${after.text}`;
    report(cursor, 'decimal-comma', cover(before.span, after.span), number.replace('.', ','), number);
  } else if (!silent) {
    report(cursor, separator.text === ';' ? 'semicolon' : 'stray-comma', separator.span, separator.text);
  }
  return startsOperand(cursor) ? [separator, readOperand(cursor)] : [separator];
}

function isDecimalComma(before: Token, comma: Token, after: Token): boolean {
  const digits = /^\d+$/u;
  return (
    comma.text === ',' && comma.before + after.before === '' && digits.test(before.text) && digits.test(after.text)
  );
}

function readSecondValue(cursor: Cursor, silent: boolean, readOperand: ReadOperand): Expression {
  const first = previous(cursor);
  const second = peek(cursor);
  const told = silent || isUnreadable(second) || (first !== undefined && isUnreadable(first));
  if (!told && first !== undefined) {
    const code = first.text.toLowerCase() === 'not' ? 'missing-parentheses' : 'missing-operator';
    report(cursor, code, cover(first.span, second.span), first.text, second.text);
  }
  return readOperand(cursor);
}

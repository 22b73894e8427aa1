import { cover, isSymbol, missing, missingAt, peek, previous, report, take } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { atBoundary, isSeparator, isUnreadable, operatorAt, startsOperand } from './lookahead.ts';
import { referenceProblem } from './problems.ts';
import { readReference } from './reference-text.ts';
import type { ReferenceText } from './reference-text.ts';
import type { Token } from './tokens.ts';
import type { Expression, Missing } from './tree.ts';

/** The operator that waits for its right operand; `told` where something is reported about it already. */
export interface Pending {
  readonly token: Token;
  readonly told: boolean;
}

type ReadOperand = (cursor: Cursor) => Expression;

/** Reports that an operand is missing here, once, and stands in for it. Takes no word. */
export function readNothing(cursor: Cursor, pending: Pending | undefined): Missing {
  const token = peek(cursor);
  if (cursor.tokens.length === 1) {
    report(cursor, 'empty-expression', token.span, '');
    return missing([token]);
  }
  if (pending !== undefined) return reportPending(cursor, pending);
  const operator = operatorAt(cursor);
  if (operator !== undefined) {
    cursor.toldAt = cursor.position;
    if (operator.code === undefined) report(cursor, 'leading-operator', operator.span, operator.written);
  } else if (atBoundary(cursor)) reportEmptyPlace(cursor, token);
  return missingAt(token.span.start);
}

function reportPending(cursor: Cursor, { token, told }: Pending): Missing {
  const operator = operatorAt(cursor);
  if (operator !== undefined) cursor.toldAt = cursor.position;
  if (told || operator?.code !== undefined) return missingAt(token.span.end);
  if (operator === undefined) report(cursor, 'dangling-operator', token.span, token.text);
  else report(cursor, 'operators-together', cover(token.span, operator.span), token.text, operator.written);
  return missingAt(token.span.end);
}

// At the end of the text what is open is reported by who opened it.
function reportEmptyPlace(cursor: Cursor, token: Token): void {
  const before = previous(cursor);
  if (token.kind === 'end' || before === undefined) return;
  const place = cover(before.span, token.span);
  if (cursor.enclosures.at(-1) === 'call') {
    const comma = isSeparator(token) ? token : before;
    report(cursor, 'empty-argument', comma.span, comma.text);
  } else if (isSymbol(token, ')')) report(cursor, 'empty-parentheses', place, '()');
  else if (isSymbol(token, ']')) report(cursor, 'empty-predicate', place, '[]');
}

/** Reads words that no expression may hold, and the operand right after them where they hide one. */
export function readUnreadable(cursor: Cursor, readOperand: ReadOperand): Missing {
  const first = take(cursor);
  const words: Token[] = [];
  reportUnreadable(cursor, first);
  while (isUnreadable(peek(cursor))) {
    const token = take(cursor);
    if (token.before !== '') reportUnreadable(cursor, token);
    words.push(token);
  }
  const hidesOperand = !/^[${'"‘’“”]/u.test((words.at(-1) ?? first).text) && startsOperand(cursor);
  return missing([first, ...words, ...(hidesOperand ? [readOperand(cursor)] : [])]);
}

function reportUnreadable(cursor: Cursor, token: Token): void {
  const { text, span } = token;
  if (token === cursor.openQuote) return reportOpenQuote(cursor, token);
  if (text.startsWith('${')) return reportReference(cursor, readReference(text, 0), token);
  if (text === '}' && isEchoOfBrace(cursor, token)) return;
  const name = text.replaceAll(/^[${(\s]+|[})\s]+$/gu, '');
  if (name === '' && /^[${]/u.test(text)) report(cursor, 'unknown-character', span, text);
  else if (text.startsWith('$')) report(cursor, 'dollar-without-braces', span, text, `\${${name}}`);
  else if (text.startsWith('{')) report(cursor, 'brace-without-dollar', span, text, `\${${name}}`);
  else if (/^[\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) report(cursor, 'invisible-character', span, codePoint(text));
  else report(cursor, 'unknown-character', span, text);
}

/** Reports what is wrong with a `${…}` of a word. The converter reads them in quotes too, and refuses them there. */
export function reportReference(cursor: Cursor, found: ReferenceText, { text, span }: Token): void {
  const { start, end } = found.span;
  const placed = { ...found, span: { start: span.start + start, end: span.start + end } };
  const problem = referenceProblem(placed, text.slice(start, end));
  if (problem !== undefined && !cursor.stopped) cursor.problems.push(problem);
}

// In `${a} = 'yes and ${b} = 'no'` the last quote is the one without end, but the first text is the one left open:
// it is the one that ends right against a word.
function reportOpenQuote(cursor: Cursor, last: Token): void {
  const index = cursor.tokens.findIndex((token, at) => token.kind === 'string' && touchesWord(cursor.tokens[at + 1]));
  const { span, text } = cursor.tokens[index] ?? last;
  const opening = text.slice(0, 1);
  report(cursor, 'unterminated-text', { start: span.start, end: span.start + 1 }, opening);
}

function touchesWord(next: Token | undefined): boolean {
  return next !== undefined && next.before === '' && (next.kind === 'name' || next.kind === 'number');
}

// The `}` of something that was not read as a reference, and told where it begins.
function isEchoOfBrace(cursor: Cursor, brace: Token): boolean {
  const { brokenReference } = cursor;
  return brokenReference !== undefined && brokenReference.span.start < brace.span.start;
}

function codePoint(text: string): string {
  return (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

import { cover, isSymbol, peek } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Range } from '../core/range.ts';
import { isOperator, MISTAKEN_OPERATORS } from './operators.ts';
import type { BinaryOperator } from './operators.ts';
import type { Token } from './tokens.ts';
import type { SyntaxProblemCode } from './wording.ts';

/** An operator about to be taken: the one meant and, where it is written otherwise, what is wrong with it. */
export interface FoundOperator {
  readonly meant: BinaryOperator;
  readonly tokens: readonly [Token, ...(readonly Token[])];
  readonly span: Range;
  readonly written: string;
  readonly code: SyntaxProblemCode | undefined;
}

const NODE_TYPES: ReadonlySet<string> = new Set(['comment', 'node', 'processing-instruction', 'text']);
const OPERAND_SYMBOLS: ReadonlySet<string> = new Set(['(', '.', '..', '@', '*', '/', '//', '-']);

/** The operator at this place, where an operand has just been read; undefined if there is none. */
export function operatorAt(cursor: Cursor): FoundOperator | undefined {
  const token = peek(cursor);
  return partedOperator(token, peek(cursor, 1)) ?? wholeOperator(token);
}

function isSign({ text }: Token): boolean {
  return /^[=<>!&|]+$/u.test(text);
}

// `> =`, `= =`, `& &`: one operator to the author, two to XPath.
function partedOperator(first: Token, second: Token): FoundOperator | undefined {
  if (!isSign(first) || !isSign(second)) return undefined;
  const joined = first.text + second.text;
  const span = cover(first.span, second.span);
  const tokens = [first, second] as const;
  if (isOperator(joined)) {
    return { meant: joined, tokens, span, written: `${first.text} ${second.text}`, code: 'split-operator' };
  }
  const mistaken = MISTAKEN_OPERATORS.get(joined);
  return mistaken && { ...mistaken, tokens, span, written: `${first.text} ${second.text}` };
}

function wholeOperator(token: Token): FoundOperator | undefined {
  if (token.kind === 'end') return undefined;
  const found = { tokens: [token] as const, span: token.span, written: token.text };
  const mistaken = token.kind === 'bad' ? MISTAKEN_OPERATORS.get(token.text) : undefined;
  if (mistaken) return { ...mistaken, ...found };
  if (token.kind === 'symbol' && isOperator(token.text)) return { ...found, meant: token.text, code: undefined };
  const meant = token.kind === 'name' ? token.text.toLowerCase() : '';
  if (!isOperator(meant)) return undefined;
  return { ...found, meant, code: meant === token.text ? undefined : 'upper-case-operator' };
}

/** Whether an operand can begin with the next word, well written or not. */
export function startsOperand(cursor: Cursor): boolean {
  const token = peek(cursor);
  switch (token.kind) {
    case 'number':
    case 'string':
    case 'reference':
      return true;
    case 'name':
      return !isMisplacedOperator(cursor);
    case 'symbol':
      return OPERAND_SYMBOLS.has(token.text);
    case 'bad':
      return isUnreadable(token);
    case 'end':
      return false;
  }
}

/** Whether a bad word stands where an operand would, and not for an operator or a comma. */
export function isUnreadable(token: Token): boolean {
  return token.kind === 'bad' && token.text !== ';' && !MISTAKEN_OPERATORS.has(token.text);
}

// To XPath a question may be called “and”; an author who writes one before an operand or before nothing forgot something.
function isMisplacedOperator(cursor: Cursor): boolean {
  const word = peek(cursor).text.toLowerCase();
  if (!/^(?:and|or|div|mod)$/u.test(word)) return false;
  const next = peek(cursor, 1);
  if (next.kind === 'name') return !isOperator(next.text);
  if (['number', 'string', 'reference'].includes(next.kind) || isSymbol(next, '.', '..', '@')) return true;
  return cursor.position > 0 && next.kind === 'end' && /^(?:and|or)$/u.test(word);
}

/** Whether what is being read ends here: at the end, or at what closes or separates something that is open. */
export function atBoundary(cursor: Cursor): boolean {
  const token = peek(cursor);
  const { enclosures, balanced } = cursor;
  if (token.kind === 'end') return true;
  if (isSymbol(token, ')')) return enclosures.includes('call') || enclosures.includes('group');
  if (isSymbol(token, ']')) return enclosures.includes('predicate');
  if (!isSeparator(token)) return false;
  // In `if((a = 1, 2, 3)` the comma ends the group that was never closed; in `if((1,5) = a, 2, 3)` it does not.
  return enclosures.at(-1) === 'call' || (!balanced && enclosures.includes('call'));
}

/** A comma, or the semicolon that Excel wants for it in many languages. */
export function isSeparator(token: Token): boolean {
  return isSymbol(token, ',') || (token.kind === 'bad' && token.text === ';');
}

/** Whether a step of a path can begin with the word `ahead` places on: a name that is no function, `.`, `..`, `@`, `*`. */
export function startsStep(cursor: Cursor, ahead = 0): boolean {
  const token = peek(cursor, ahead);
  return isSymbol(token, '.', '..', '@', '*') || (token.kind === 'name' && !startsCall(cursor, ahead));
}

export function startsCall(cursor: Cursor, ahead = 0): boolean {
  const token = peek(cursor, ahead);
  return token.kind === 'name' && isSymbol(peek(cursor, ahead + 1), '(') && !NODE_TYPES.has(token.text);
}

import type { Range } from '../core/range.ts';
import { syntaxProblem } from './problems.ts';
import type { SyntaxProblem } from './problems.ts';
import type { Token } from './tokens.ts';
import type { Expression, Missing, Part } from './tree.ts';
import type { SyntaxProblemCode } from './wording.ts';

/** Nesting beyond this is refused, so that neither the parser nor who reads the tree runs out of stack. */
const MAX_DEPTH = 200;

/** What is open around the place being read. */
export type Enclosure = 'call' | 'group' | 'predicate';

/** The state of one reading. The only thing in this room that changes. */
export interface Cursor {
  readonly tokens: readonly Token[];
  readonly problems: SyntaxProblem[];
  readonly enclosures: Enclosure[];
  position: number;
  depth: number;
  /** Set once the expression is too deep: what follows is kept, but read no more. */
  stopped: boolean;
  /** Where an operator stands whose lack of an operand has been told. */
  toldAt: number;
  /** Whether as many parentheses and brackets are closed as opened. */
  readonly balanced: boolean;
  /** The quote that opens a text without end, where there is one. */
  readonly openQuote: Token | undefined;
  /** The first word that looks like a reference and is none. */
  readonly brokenReference: Token | undefined;
  /** Reads a whole expression; held here so that paths and calls need not import the parser that imports them. */
  readonly readNested: (cursor: Cursor) => Expression;
}

export function createCursor(tokens: readonly Token[], readNested: Cursor['readNested']): Cursor {
  return {
    tokens,
    problems: [],
    enclosures: [],
    position: 0,
    depth: 0,
    stopped: false,
    toldAt: -1,
    balanced: count(tokens, '(', '[') === count(tokens, ')', ']'),
    openQuote: tokens.find(({ kind, text }) => kind === 'bad' && /^['"‘’“”]/u.test(text)),
    brokenReference: tokens.find(({ kind, text }) => kind === 'bad' && /^[${]/u.test(text)),
    readNested,
  };
}

function count(tokens: readonly Token[], ...texts: readonly string[]): number {
  return tokens.filter((token) => isSymbol(token, ...texts)).length;
}

/** The word `ahead` places on; the end token for ever after the last. */
export function peek(cursor: Cursor, ahead = 0): Token {
  const token = cursor.tokens[Math.min(cursor.position + ahead, cursor.tokens.length - 1)];
  if (token === undefined) throw new Error('defect: an expression without end token');
  return token;
}

export function previous(cursor: Cursor): Token | undefined {
  return cursor.tokens[cursor.position - 1];
}

/** Takes the next word. The end token is never used up. */
export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.position += 1;
  return token;
}

export function isSymbol(token: Token, ...texts: readonly string[]): boolean {
  return token.kind === 'symbol' && texts.includes(token.text);
}

export function takeSymbol(cursor: Cursor, text: string): Token | undefined {
  return isSymbol(peek(cursor), text) ? take(cursor) : undefined;
}

export function report(cursor: Cursor, code: SyntaxProblemCode, span: Range, written: string, detail = ''): void {
  if (!cursor.stopped) cursor.problems.push(syntaxProblem(code, span, written, detail));
}

/** From the beginning of one to the end of the other. */
export function cover(first: Range, last: Range): Range {
  return { start: first.start, end: last.end };
}

export function missing(parts: readonly [Part, ...(readonly Part[])]): Missing {
  return { kind: 'missing', span: cover(parts[0].span, (parts.at(-1) ?? parts[0]).span), parts };
}

export function missingAt(offset: number): Missing {
  return { kind: 'missing', span: { start: offset, end: offset }, parts: [] };
}

/** Reads what is inside a parenthesis or bracket. */
export function enclosed<T>(cursor: Cursor, enclosure: Enclosure, read: () => T): T {
  cursor.enclosures.push(enclosure);
  const value = read();
  cursor.enclosures.pop();
  return value;
}

/** Reads one level deeper; at the depth that is too much, keeps all the rest unread. */
export function deeper(cursor: Cursor, read: () => Expression): Expression {
  if (cursor.depth >= MAX_DEPTH) return giveUp(cursor);
  cursor.depth += 1;
  const tree = read();
  cursor.depth -= 1;
  return tree;
}

/** Reports that the expression is too deep or too long and keeps all the rest unread. */
export function giveUp(cursor: Cursor): Missing {
  const first = peek(cursor);
  report(cursor, 'too-deep', first.span, first.text);
  cursor.stopped = true;
  const rest = cursor.tokens.slice(cursor.position, -1);
  cursor.position = cursor.tokens.length - 1;
  const [head, ...tail] = rest;
  return head === undefined ? missingAt(first.span.start) : missing([head, ...tail]);
}

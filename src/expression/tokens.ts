import type { Range } from '../core/range.ts';
import { XML_NAME } from '../core/names.ts';
import { BLANK } from './blanks.ts';
import { MISTAKEN_OPERATORS } from './operators.ts';
import { readReference } from './reference-text.ts';

/**
 * `name` is also `and`, `or`, `div`, `mod`, and `symbol` also `*`: only their place tells whether they are operators.
 * `bad` is what no expression may hold: an unknown character, a foreign operator, what never ends.
 */
export type TokenKind = 'number' | 'string' | 'reference' | 'name' | 'symbol' | 'bad' | 'end';

/** A word of an expression, with the blanks around it: the texts of all tokens together are the expression. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly span: Range;
  /** Blanks before it. */
  readonly before: string;
  /** Blanks after it: only the last word of an expression has them. */
  readonly after: string;
}

type Lexeme = readonly [kind: TokenKind, end: number];

const BLANKS = new RegExp(`${BLANK}*`, 'uy');
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y;
// A prefix belongs to the name (jr:choice-name, jr:*), an axis does not (child::a).
const QUALIFIED = new RegExp(`${XML_NAME}(?::(?:${XML_NAME}|\\*))?`, 'uy');
const SINGLE_QUOTED = /['‘’][^'‘’]*['‘’]/y;
const DOUBLE_QUOTED = /["“”][^"“”]*["“”]/y;
const SYMBOL = /!=|<=|>=|\/\/|::|\.\.|[=<>+\-*|/()[\],.@]/y;
const BRACED_NAME = new RegExp(`\\{+${BLANK}*(?:${XML_NAME}${BLANK}*)?\\}*`, 'uy');
// $name, $name}, $(name), $ {name}
const LOOSE_NAME = `${BLANK}*${XML_NAME}${BLANK}*`;
const DOLLAR_NAME = new RegExp(`\\$(?:${BLANK}*(?:\\(${LOOSE_NAME}\\)|\\{${LOOSE_NAME}\\})|${XML_NAME}\\}?)?`, 'uy');
const MISTAKEN = [...MISTAKEN_OPERATORS.keys()].toSorted((one, other) => other.length - one.length);

/**
 * Cuts an expression into words. Never fails: what is not understood becomes a word of kind `bad`. The last token is
 * always of kind `end` and empty.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let start = matchEnd(BLANKS, text, 0) ?? 0;
  let before = text.slice(0, start);
  while (start < text.length) {
    const [kind, end] = lexemeAt(text, start);
    const next = matchEnd(BLANKS, text, end) ?? end;
    const after = next === text.length ? text.slice(end) : '';
    tokens.push({ kind, text: text.slice(start, end), span: { start, end }, before, after });
    before = after === '' ? text.slice(end, next) : '';
    start = next;
  }
  tokens.push({ kind: 'end', text: '', span: { start, end: start }, before, after: '' });
  return tokens;
}

function lexemeAt(text: string, at: number): Lexeme {
  const head = text[at] ?? '';
  if (head === '$') return dollarAt(text, at);
  if (/['‘’]/u.test(head)) return quotedAt(SINGLE_QUOTED, text, at);
  if (/["“”]/u.test(head)) return quotedAt(DOUBLE_QUOTED, text, at);
  return plainAt(text, at);
}

function plainAt(text: string, at: number): Lexeme {
  const number = matchEnd(NUMBER, text, at);
  if (number !== undefined) return ['number', number];
  const name = matchEnd(QUALIFIED, text, at);
  if (name !== undefined) return ['name', name];
  const mistaken = MISTAKEN.find((sign) => text.startsWith(sign, at)) ?? '';
  const symbol = matchEnd(SYMBOL, text, at) ?? at;
  // The longer reading wins: `!=` over `!`, `==` over `=`.
  if (symbol - at >= Math.max(mistaken.length, 1)) return ['symbol', symbol];
  if (mistaken !== '') return ['bad', at + mistaken.length];
  return ['bad', matchEnd(BRACED_NAME, text, at) ?? at + String.fromCodePoint(text.codePointAt(at) ?? 0).length];
}

function dollarAt(text: string, at: number): Lexeme {
  if (text[at + 1] !== '{') return ['bad', matchEnd(DOLLAR_NAME, text, at) ?? at + 1];
  const { fault, span } = readReference(text, at);
  return [fault === undefined || fault === 'blank' ? 'reference' : 'bad', span.end];
}

function quotedAt(pattern: RegExp, text: string, at: number): Lexeme {
  const end = matchEnd(pattern, text, at);
  return end === undefined ? ['bad', text.trimEnd().length] : ['string', end];
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

import type { SyntaxProblemCode } from './wording.ts';

export type BinaryOperator =
  'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | 'div' | 'mod' | '|';

/** How tightly an operator binds (XPath 1.0, 3.4 and 3.5); the unary minus stands between `mod` and `|`. */
export const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
  '|': 7,
};

/** An operator as Excel, a programming language or a word processor writes it. */
export interface MistakenOperator {
  readonly code: SyntaxProblemCode;
  readonly meant: BinaryOperator;
}

/** What authors write for an operator. `&` joins texts in Excel: its help names both readings. */
export const MISTAKEN_OPERATORS: ReadonlyMap<string, MistakenOperator> = new Map<string, MistakenOperator>([
  ['==', { code: 'double-equals', meant: '=' }],
  ['===', { code: 'double-equals', meant: '=' }],
  ['!==', { code: 'double-equals', meant: '!=' }],
  ['&&', { code: 'symbol-and', meant: 'and' }],
  ['&', { code: 'symbol-and', meant: 'and' }],
  ['||', { code: 'symbol-or', meant: 'or' }],
  ['<>', { code: 'not-equal-sign', meant: '!=' }],
  ['!', { code: 'exclamation-mark', meant: '!=' }],
  ['=>', { code: 'reversed-comparison', meant: '>=' }],
  ['=<', { code: 'reversed-comparison', meant: '<=' }],
  ['%', { code: 'percent-sign', meant: 'mod' }],
  ['&gt;', { code: 'xml-entity', meant: '>' }],
  ['&gt;=', { code: 'xml-entity', meant: '>=' }],
  ['&lt;', { code: 'xml-entity', meant: '<' }],
  ['&lt;=', { code: 'xml-entity', meant: '<=' }],
  ['≥', { code: 'typographic-sign', meant: '>=' }],
  ['≤', { code: 'typographic-sign', meant: '<=' }],
  ['≠', { code: 'typographic-sign', meant: '!=' }],
  ['×', { code: 'typographic-sign', meant: '*' }],
  ['÷', { code: 'typographic-sign', meant: 'div' }],
  ['−', { code: 'typographic-sign', meant: '-' }],
  ['–', { code: 'typographic-sign', meant: '-' }],
  ['—', { code: 'typographic-sign', meant: '-' }],
]);

/** Whether the text is an operator of the language, in its only spelling. */
export function isOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(PRECEDENCE, text);
}

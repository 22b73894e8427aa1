import type { Range } from '../core/range.ts';
import type { BinaryOperator } from './operators.ts';
import type { Token } from './tokens.ts';

/**
 * An expression as read. Each node keeps its own words (tokens) beside its meaning, so that a tree prints back to the
 * very text it came from, also where that text was wrong.
 */
export type Expression = NumberLiteral | StringLiteral | Reference | Call | Binary | Negate | Group | Path | Missing;

export interface NumberLiteral {
  readonly kind: 'number';
  readonly span: Range;
  readonly value: number;
  readonly token: Token;
}

export interface StringLiteral {
  readonly kind: 'string';
  readonly span: Range;
  /** What is between the quotes, curly quotes read as straight: as long as the text of `valueSpan`. */
  readonly value: string;
  readonly valueSpan: Range;
  readonly token: Token;
}

/** `${name}` or `${last-saved#name}`. */
export interface Reference {
  readonly kind: 'reference';
  readonly span: Range;
  readonly name: string;
  readonly nameSpan: Range;
  readonly lastSaved: boolean;
  readonly token: Token;
}

export interface Call {
  readonly kind: 'call';
  readonly span: Range;
  /** With its prefix, as written: `jr:choice-name`. */
  readonly name: string;
  readonly nameSpan: Range;
  readonly args: readonly Expression[];
  readonly nameToken: Token;
  readonly open: Token;
  readonly commas: readonly Token[];
  /** Undefined where the author forgot it. */
  readonly close: Token | undefined;
}

export interface Binary {
  readonly kind: 'binary';
  readonly span: Range;
  /** What was meant, where the author wrote another sign. */
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** One word; two where the author parted them, as in `> =`. */
  readonly operatorTokens: readonly Token[];
}

export interface Negate {
  readonly kind: 'negate';
  readonly span: Range;
  readonly operand: Expression;
  readonly minus: Token;
}

export interface Group {
  readonly kind: 'group';
  readonly span: Range;
  readonly inner: Expression;
  readonly open: Token;
  readonly close: Token | undefined;
}

/** A location path, alone or after an expression that yields nodes: `../age`, `instance('x')/root/item[name = 'a']`. */
export interface Path {
  readonly kind: 'path';
  readonly span: Range;
  /** Whether it begins with `/` or `//`. */
  readonly absolute: boolean;
  /** What the path starts from, where that is not the context or the root. */
  readonly start: Expression | undefined;
  /** Predicates right after `start`. */
  readonly filters: readonly Predicate[];
  /** The `/` that is a whole path by itself. */
  readonly root: Token | undefined;
  readonly steps: readonly Step[];
}

export type Axis =
  | 'ancestor'
  | 'ancestor-or-self'
  | 'attribute'
  | 'child'
  | 'descendant'
  | 'descendant-or-self'
  | 'following'
  | 'following-sibling'
  | 'namespace'
  | 'parent'
  | 'preceding'
  | 'preceding-sibling'
  | 'self';

export type NodeTest =
  | { readonly kind: 'name'; readonly name: string; readonly span: Range }
  /** `*` or `prefix:*`. */
  | { readonly kind: 'any'; readonly span: Range }
  | { readonly kind: 'type'; readonly type: NodeType; readonly span: Range };

export type NodeType = 'comment' | 'node' | 'processing-instruction' | 'text';

/** One step of a path; `.` and `..` are `self::node()` and `parent::node()`, as XPath defines them. */
export interface Step {
  readonly span: Range;
  readonly axis: Axis;
  readonly test: NodeTest;
  readonly predicates: readonly Predicate[];
  /** The `/` or `//` before it; undefined in front of a relative path. */
  readonly separator: Token | undefined;
  /** Axis and node test. */
  readonly tokens: readonly Token[];
}

export interface Predicate {
  readonly span: Range;
  readonly condition: Expression;
  readonly open: Token;
  readonly close: Token | undefined;
}

/** A place without an expression, or words that make none; `parts` holds what could be read there, in order. */
export interface Missing {
  readonly kind: 'missing';
  readonly span: Range;
  readonly parts: readonly Part[];
}

export type Part = Token | Expression;

/** The words and sub-expressions of a node in the order they were written. */
export function partsOf(node: Expression): readonly Part[] {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'reference':
      return [node.token];
    case 'call':
      return partsOfCall(node);
    case 'binary':
      return [node.left, ...node.operatorTokens, node.right];
    case 'negate':
      return [node.minus, node.operand];
    case 'group':
      return [node.open, node.inner, ...present(node.close)];
    case 'path':
      return partsOfPath(node);
    case 'missing':
      return node.parts;
  }
}

function partsOfCall({ nameToken, open, args, commas, close }: Call): readonly Part[] {
  const list = args.flatMap((arg, index) => [arg, ...present(commas[index])]);
  return [nameToken, open, ...list, ...present(close)];
}

function partsOfPath({ start, filters, root, steps }: Path): readonly Part[] {
  return [...present(start), ...filters.flatMap(partsOfPredicate), ...present(root), ...steps.flatMap(partsOfStep)];
}

function partsOfStep({ separator, tokens, predicates }: Step): readonly Part[] {
  return [...present(separator), ...tokens, ...predicates.flatMap(partsOfPredicate)];
}

function partsOfPredicate({ open, condition, close }: Predicate): readonly Part[] {
  return [open, condition, ...present(close)];
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

export function isToken(part: Part): part is Token {
  return 'before' in part;
}

/** The expressions directly inside a node, from left to right; of a path, its start and the conditions of its predicates. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'reference':
      return NONE;
    case 'call':
      return node.args;
    case 'binary':
      return [node.left, node.right];
    case 'negate':
      return [node.operand];
    case 'group':
      return [node.inner];
    case 'path':
    case 'missing':
      return partsOf(node).filter((part): part is Expression => !isToken(part));
  }
}

const NONE: readonly Expression[] = [];

/** Visits a node and all below it, parents first, from left to right. Long chains of operators are deep: no recursion. */
export function walk(node: Expression, visit: (node: Expression) => void): void {
  const waiting: Expression[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next);
    const children = childrenOf(next);
    for (let at = children.length - 1; at >= 0; at -= 1) waiting.push(children[at] as Expression);
  }
}

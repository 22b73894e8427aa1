import { cover, isSymbol, peek, report, take, takeSymbol } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Token } from './tokens.ts';
import type { Axis, NodeTest, NodeType } from './tree.ts';

interface StepTest {
  readonly axis: Axis;
  readonly test: NodeTest;
}

const AXES: ReadonlySet<string> = new Set<Axis>([
  'ancestor',
  'ancestor-or-self',
  'attribute',
  'child',
  'descendant',
  'descendant-or-self',
  'following',
  'following-sibling',
  'namespace',
  'parent',
  'preceding',
  'preceding-sibling',
  'self',
]);
const NODE_TYPES: ReadonlySet<string> = new Set<NodeType>(['comment', 'node', 'processing-instruction', 'text']);

function isAxis(name: string): name is Axis {
  return AXES.has(name);
}

function isNodeType(name: string): name is NodeType {
  return NODE_TYPES.has(name);
}

/** Reads axis and node test of a step, predicates left aside. */
export function readStepTest(cursor: Cursor): StepTest {
  const token = take(cursor);
  if (isSymbol(token, '.')) return { axis: 'self', test: { kind: 'type', type: 'node', span: token.span } };
  if (isSymbol(token, '..')) return { axis: 'parent', test: { kind: 'type', type: 'node', span: token.span } };
  if (isSymbol(token, '@')) return { axis: 'attribute', test: readTestAfter(cursor, token) };
  if (!isSymbol(peek(cursor), '::')) return { axis: 'child', test: readNodeTest(cursor, token) };
  const axis = axisNamed(cursor, token);
  return { axis, test: readTestAfter(cursor, take(cursor)) };
}

function axisNamed(cursor: Cursor, { text, span }: Token): Axis {
  if (isAxis(text)) return text;
  report(cursor, 'unknown-axis', span, text);
  return 'child';
}

function readTestAfter(cursor: Cursor, sign: Token): NodeTest {
  const next = peek(cursor);
  if (next.kind === 'name' || isSymbol(next, '*')) return readNodeTest(cursor, take(cursor));
  report(cursor, 'incomplete-path', sign.span, sign.text);
  return { kind: 'any', span: { start: sign.span.end, end: sign.span.end } };
}

function readNodeTest(cursor: Cursor, token: Token): NodeTest {
  const { text, span } = token;
  if (text === '*' || text.endsWith(':*')) return { kind: 'any', span };
  if (!isNodeType(text) || !isSymbol(peek(cursor), '(')) return { kind: 'name', name: text, span };
  return { kind: 'type', type: text, span: cover(span, readNodeTypeParentheses(cursor).span) };
}

function readNodeTypeParentheses(cursor: Cursor): Token {
  const open = take(cursor);
  // Only processing-instruction() may name its target.
  const inside = peek(cursor).kind === 'string' ? take(cursor) : open;
  const close = takeSymbol(cursor, ')');
  if (close === undefined) report(cursor, 'unclosed-parenthesis', open.span, open.text);
  return close ?? inside;
}

import { bare, isFullStop } from '../shapes.ts';
import { type Binary, childrenOf, type Expression, type Path } from '../tree.ts';
import { resultOf } from './functions.ts';
import type { Scope } from './scope.ts';
import { BOOLEAN, type ExpressionType, INTEGER, literalText, NUMBER, type Rows, UNKNOWN } from './type.ts';

/** The type of every expression inside one, and of itself. */
export type Types = ReadonlyMap<Expression, ExpressionType>;

/** What `.` and bare names mean at some place of an expression. */
interface Context {
  readonly own: ExpressionType;
  readonly rows: Rows | undefined;
}

interface Visited {
  readonly node: Expression;
  readonly context: Context;
}

const NOWHERE: Context = { own: UNKNOWN, rows: undefined };

/** Finds the types of an expression and of all its parts. Long chains of operators are deep: no recursion. */
export function typesIn(tree: Expression, scope: Scope): Types {
  const types = new Map<Expression, ExpressionType>();
  const order: Visited[] = [];
  const waiting: Visited[] = [{ node: tree, context: scope }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    order.push(next);
    for (const node of childrenOf(next.node)) waiting.push({ node, context: contextOf(node, next, scope) });
  }
  // What was found last stands innermost.
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const visited = order[at];
    if (visited) types.set(visited.node, typeOf(visited, types, scope));
  }
  return types;
}

/** Conditions in brackets are read where their path leads, everything else where the whole is read. */
function contextOf(child: Expression, { node, context }: Visited, scope: Scope): Context {
  if (node.kind !== 'path' || child === node.start) return context;
  const isFilter = node.filters.some(({ condition }) => condition === child);
  const depth = isFilter
    ? 0
    : node.steps.findIndex((step) => step.predicates.some(({ condition }) => condition === child)) + 1;
  const first = startOf(node, context, scope);
  const reached = first && follow(node, first, depth);
  if (!reached) return NOWHERE;
  return reached.kind === 'nodes' ? { own: UNKNOWN, rows: reached.rows } : { own: reached, rows: undefined };
}

function typeOf({ node, context }: Visited, types: Types, scope: Scope): ExpressionType {
  switch (node.kind) {
    case 'number':
      return Number.isInteger(node.value) ? INTEGER : NUMBER;
    case 'string':
      // The converter puts paths in the place of references.
      return node.value.includes('${') ? UNKNOWN : literalText(node.value);
    case 'reference':
      return scope.reference(node);
    case 'group':
      return types.get(node.inner) ?? UNKNOWN;
    case 'negate':
      return isWhole(types.get(node.operand)) ? INTEGER : NUMBER;
    case 'binary':
      return typeOfBinary(node, types);
    case 'call':
      return resultOf(
        node,
        node.args.map((arg) => types.get(arg) ?? UNKNOWN),
        scope,
      );
    case 'path':
      return typeOfPath(node, context, scope);
    case 'missing':
      return UNKNOWN;
  }
}

function typeOfBinary({ operator, left, right }: Binary, types: Types): ExpressionType {
  if (operator === '|') return UNKNOWN;
  if (!['+', '-', '*', 'div', 'mod'].includes(operator)) return BOOLEAN;
  return operator !== 'div' && isWhole(types.get(left)) && isWhole(types.get(right)) ? INTEGER : NUMBER;
}

function isWhole(type: ExpressionType | undefined): boolean {
  return type?.kind === 'number' && type.isInteger;
}

function typeOfPath(path: Path, context: Context, scope: Scope): ExpressionType {
  if (isFullStop(path)) return context.own;
  const first = startOf(path, context, scope);
  return (first && follow(path, first, path.steps.length)) ?? UNKNOWN;
}

/** What a path begins with, where that is a reference, a list, or a row that names its column. */
function startOf({ start, absolute }: Path, { rows }: Context, scope: Scope): ExpressionType | undefined {
  if (absolute) return undefined;
  if (!start) return rows && { kind: 'nodes', rows };
  const first = bare(start);
  if (first.kind === 'reference') return scope.reference(first);
  return first.kind === 'call' && first.name === 'instance' ? resultOf(first, [], scope) : undefined;
}

/** Where the first steps of a path lead: `instance('x')` comes to its rows by `/root/item`, a repeat is there already. */
function follow(path: Path, first: ExpressionType, depth: number): ExpressionType | undefined {
  const isInstance = path.start !== undefined && bare(path.start).kind === 'call';
  const names = path.steps
    .slice(0, depth)
    .map(({ axis, test, separator }) =>
      axis === 'child' && test.kind === 'name' && separator?.text !== '//' ? test.name : undefined,
    );
  if (isInstance && !(names[0] === 'root' && names[1] === 'item')) return undefined;
  const columns = isInstance ? names.slice(2) : names;
  const [column] = columns;
  if (columns.length === 0) return first;
  if (columns.length > 1 || column === undefined || first.kind !== 'nodes') return undefined;
  return first.rows?.column(column);
}

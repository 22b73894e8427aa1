import { bare } from '../../shapes.ts';
import type { Call, Expression } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { toNumber } from '../convert.ts';
import { type Compiled, failing, type Frame } from '../frame.ts';
import { failure } from '../failures.ts';
import { toInt } from '../number-text.ts';
import { type Route, routeOf } from '../routes.ts';
import type { ScopeNode } from '../scope.ts';
import { type Pick, wayOf } from '../stages.ts';
import { compileRoute } from '../walk.ts';
import { printExpression } from '../../printer.ts';
import { noNodes } from './define.ts';

export const nodes: Readonly<Record<string, MakeCall>> = {
  position: (call, compiler) => {
    const [arg] = call.args;
    if (arg === undefined) return ownPosition(compiler);
    const found = compiler.compile(arg).nodes;
    if (found === undefined) return noNodes(call);
    return {
      value: (frame) => {
        const { node, rows } = found(frame);
        const [first] = rows;
        return first === undefined ? 0 : numberOf(node, first.index);
      },
    };
  },
  'indexed-repeat': indexedRepeat,
  instance: asPath,
  current: asPath,
};

/** The number of an entry; anything else is there once. */
function numberOf({ kind }: ScopeNode, index: number): number {
  return kind === 'repeat' ? index + 1 : 1;
}

function ownPosition({ place: { node } }: Compiler): Compiled {
  return { value: ({ position, row }) => (position >= 0 ? position + 1 : numberOf(node, row.index)) };
}

/** They are read where a path begins with them; alone they are the beginning of none. */
function asPath(call: Call): Compiled {
  return failing(
    failure(
      'wrong-value',
      call.span,
      `${call.name}() is only the beginning of a path, such as ${EXAMPLES[call.name] ?? ''}`,
    ),
  );
}

const EXAMPLES: Readonly<Record<string, string>> = {
  instance: "instance('list')/root/item[name = 'code']/label",
  current: 'current()/../name',
};

/** The answer in one entry, by number; a number that is none or below 1 means the first (XPathFuncExpr.indexedRepeat). */
function indexedRepeat(call: Call, compiler: Compiler): Compiled {
  const [target] = call.args;
  const route = target && routeOfPath(target, compiler);
  if (!route || 'code' in route) return route ? failing(route) : noNodes(call);
  const numbered = new Map<ScopeNode, Pick>();
  for (let at = 1; at + 1 < call.args.length; at += 2) {
    const [repeat, number] = [call.args[at], call.args[at + 1]];
    const found = repeat && routeOfPath(repeat, compiler);
    if (!repeat || !number || !found) return noNodes(call);
    if ('code' in found) return failing(found);
    const node = wayOf(found, compiler)?.target;
    if (node === undefined || !isAround(node, wayOf(route, compiler)?.target)) return notAround(call, repeat);
    numbered.set(node, indexOf(number, compiler));
  }
  const words = printExpression(call).trim();
  return compileRoute(absolute(route), compiler, { span: call.span, words }, numbered);
}

function routeOfPath(node: Expression, compiler: Compiler): ReturnType<typeof routeOf> | undefined {
  const path = bare(node);
  return path.kind === 'path' || path.kind === 'reference' ? routeOf(path, compiler.fromTop()) : undefined;
}

/** Conditions between brackets are not looked at. */
function absolute(route: Route): Route {
  return { ...route, levels: route.levels.map(({ name }) => ({ name, predicates: [] })) };
}

function isAround(node: ScopeNode, inner: ScopeNode | undefined): boolean {
  for (let at = inner?.parent; at !== undefined; at = at.parent) if (at === node) return true;
  return false;
}

function notAround(call: Call, repeat: Expression): Compiled {
  const words = `${printExpression(repeat).trim()} is no repeat around the question that ${call.name}() reads`;
  return failing(failure('wrong-value', repeat.span, words));
}

function indexOf(number: Expression, compiler: Compiler): Pick {
  const { value } = compiler.compile(number);
  return (frame: Frame) => Math.max(toInt(toNumber(value(frame))), 1) - 1;
}

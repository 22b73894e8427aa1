import type { Expression } from '../tree.ts';
import type { Compiler, MakeCall, Place } from './compiler.ts';
import { printExpression } from '../printer.ts';
import { toNumber } from './convert.ts';
import { type Compiled, failing } from './frame.ts';
import { failure } from './failures.ts';
import { compileBinary } from './operators.ts';
import { expandQuoted } from './quoted.ts';
import { routeOf } from './routes.ts';
import type { Scope } from './scope.ts';
import { compileRoute } from './walk.ts';

/** Sees each part of an expression as it becomes ready; what it gives back is evaluated instead. */
export type Observe = (node: Expression, compiled: Compiled) => Compiled;

interface Making {
  readonly scope: Scope;
  readonly readsInstances: boolean;
  readonly makeCall: MakeCall;
  readonly observe: Observe;
}

export function createCompiler(making: Making, place: Place, absolute = false): Compiler {
  const { scope, readsInstances, observe } = making;
  const compiler: Compiler = {
    scope,
    place,
    readsInstances,
    absolute,
    compile: (node) => {
      const compiled = compileNode(node, compiler, making.makeCall);
      return place.inPredicate ? compiled : observe(node, compiled);
    },
    at: (other) => createCompiler(making, other, absolute),
    fromTop: () => createCompiler(making, place, true),
  };
  return compiler;
}

function compileNode(node: Expression, compiler: Compiler, makeCall: MakeCall): Compiled {
  switch (node.kind) {
    case 'number': {
      const { value } = node;
      return { value: () => value };
    }
    case 'string': {
      const text = expandQuoted(node, compiler);
      return { value: () => text };
    }
    case 'group':
      return compiler.compile(node.inner);
    case 'negate': {
      const { value } = compiler.compile(node.operand);
      return { value: (frame) => -toNumber(value(frame)) };
    }
    case 'binary':
      return compileBinary(node, compiler);
    case 'call':
      return makeCall(node, compiler);
    case 'reference':
    case 'path':
      return compilePath(node, compiler);
    case 'missing':
      return failing(failure('syntax', node.span));
  }
}

function compilePath(node: Extract<Expression, { kind: 'path' | 'reference' }>, compiler: Compiler): Compiled {
  const route = routeOf(node, compiler);
  if ('code' in route) return failing(route);
  return compileRoute(route, compiler, { span: node.span, words: printExpression(node).trim() });
}

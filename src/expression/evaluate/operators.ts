import { partsJoinedBy } from '../shapes.ts';
import type { BinaryOperator } from '../operators.ts';
import type { Binary } from '../tree.ts';
import type { Compiler } from './compiler.ts';
import { areEqual, toCondition, toNumber } from './convert.ts';
import { type Compiled, type Evaluate, failing } from './frame.ts';
import { failure } from './failures.ts';

type Join = (left: Evaluate, right: Evaluate) => Evaluate;

// Each written out: comparing is most of what forms compute, and a call through a function that all share costs more than it.
const JOINS: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or' | '|'>, Join>> = {
  '=': (left, right) => (frame) => areEqual(left(frame), right(frame)),
  '!=': (left, right) => (frame) => !areEqual(left(frame), right(frame)),
  '<': (left, right) => (frame) => toNumber(left(frame)) < toNumber(right(frame)),
  '<=': (left, right) => (frame) => toNumber(left(frame)) <= toNumber(right(frame)),
  '>': (left, right) => (frame) => toNumber(left(frame)) > toNumber(right(frame)),
  '>=': (left, right) => (frame) => toNumber(left(frame)) >= toNumber(right(frame)),
  '+': (left, right) => (frame) => toNumber(left(frame)) + toNumber(right(frame)),
  '-': (left, right) => (frame) => toNumber(left(frame)) - toNumber(right(frame)),
  '*': (left, right) => (frame) => toNumber(left(frame)) * toNumber(right(frame)),
  div: (left, right) => (frame) => toNumber(left(frame)) / toNumber(right(frame)),
  mod: (left, right) => (frame) => toNumber(left(frame)) % toNumber(right(frame)),
};

export function compileBinary(node: Binary, compiler: Compiler): Compiled {
  const { operator, left, right, operatorTokens } = node;
  switch (operator) {
    case 'and':
    case 'or':
      return { value: compileChain(node, operator, compiler) };
    case '|':
      return failing(
        failure(
          'not-in-collect',
          operatorTokens[0]?.span ?? node.span,
          'it cannot put the answers of two paths together by |',
        ),
      );
    default:
      return { value: JOINS[operator](compiler.compile(left).value, compiler.compile(right).value) };
  }
}

/** `a and b and c` in one loop, however long: what decides ends it. */
function compileChain(node: Binary, operator: 'and' | 'or', compiler: Compiler): Evaluate {
  const parts = partsJoinedBy(operator, node).map((part) => compiler.compile(part).value);
  const deciding = operator === 'or';
  return (frame) => {
    for (const part of parts) {
      if (toCondition(part(frame)) === deciding) return deciding;
    }
    return !deciding;
  };
}

import { DAY, MINUTE } from '../../gregorian.ts';
import type { Call } from '../../tree.ts';
import { chainOf, type Clock } from '../scope.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import type { Compiled } from '../frame.ts';
import { toNumber } from '../convert.ts';
import { round } from '../round.ts';
import { toInt } from '../number-text.ts';
import { isMoment, type NodeSet, type Value, valueAt } from '../value.ts';
import { numberAt, onNodes, onValues, refusal, valuesOf } from './define.ts';

export const numbers: Readonly<Record<string, MakeCall>> = {
  number: onValues((values, frame) => numberAt(values, 0, frame)),
  int: onValues((values, frame) => Math.trunc(numberAt(values, 0, frame))),
  round: onValues((values, frame) =>
    round(numberAt(values, 0, frame), values[1] ? toInt(numberAt(values, 1, frame)) : 0),
  ),
  abs: onExact(Math.abs),
  sqrt: onExact(Math.sqrt),
  exp: onExact(Math.exp),
  exp10: onExact((value) => 10 ** value),
  log: onExact(Math.log),
  log10: onExact(Math.log10),
  sin: onExact(Math.sin),
  cos: onExact(Math.cos),
  tan: onExact(Math.tan),
  asin: onExact(Math.asin),
  acos: onExact(Math.acos),
  atan: onExact(Math.atan),
  atan2: onExact(Math.atan2),
  pow: onExact((base, exponent) => base ** exponent),
  pi: () => ({ value: () => Math.PI }),
  sum: onNodes((nodes) => {
    let sum = 0;
    for (let index = 0; index < nodes.rows.length; index += 1) sum += toNumber(valueAt(nodes, index)) || 0;
    return sum;
  }),
  // Double.MIN_VALUE of Java is the least number above 0: the greatest of numbers below 0 is not found (XPathFuncExpr.max).
  max: extreme(Number.MIN_VALUE, Math.max),
  min: extreme(Number.MAX_VALUE, Math.min),
  count: onNodes(({ rows }) => rows.length),
  'count-non-empty': countFilled,
  random: () => ({ value: ({ host }) => host.random() }),
};

/** JavaRosa looks for everything in the form, rows of lists too, which are not there (XPathNodeset.getNonEmptySize). */
function countFilled(call: Call, compiler: Compiler): Compiled {
  const refuse = refusal(call, 'count-non-empty() counts answers, not rows of a list', 'not-in-collect');
  const { root } = compiler.scope;
  return onNodes((nodes, frame) => {
    let count = 0;
    for (let index = 0; index < nodes.rows.length; index += 1) count += isFilled(nodes, index) ? 1 : 0;
    return nodes.rows.length > 0 && chainOf(nodes.node)[0] !== root ? refuse(frame) : count;
  })(call, compiler);
}

/** Groups and entries are never empty: they hold questions. */
function isFilled(nodes: NodeSet, index: number): boolean {
  return nodes.node.kind !== 'answer' || valueAt(nodes, index) !== '';
}

/** A date counts with its time here, as days since 1970 (XPathFuncExpr.toDouble). */
function onExact(compute: (one: number, other: number) => number): MakeCall {
  return (call, compiler) => {
    const [one, other] = valuesOf(call, compiler);
    if (one === undefined) return { value: () => Number.NaN };
    return {
      value: (frame) => {
        const { clock } = frame.host;
        return compute(toExact(one(frame), clock), other === undefined ? Number.NaN : toExact(other(frame), clock));
      },
    };
  };
}

function toExact(value: Value, clock: Clock): number {
  return isMoment(value) ? (value.ms + clock.offset(0) * MINUTE) / DAY : toNumber(value);
}

/** Blanks are skipped; of nothing but blanks there is no greatest and no smallest. */
function extreme(from: number, pick: (one: number, other: number) => number): MakeCall {
  return (call, compiler) => {
    const nodes = call.args.length === 1 ? call.args[0] && compiler.compile(call.args[0]).nodes : undefined;
    const values = nodes ? [] : valuesOf(call, compiler);
    return {
      value: (frame) => {
        let [found, any] = [from, false];
        const take = (value: number): void => {
          if (Number.isNaN(value)) return;
          [found, any] = [pick(found, value), true];
        };
        const all = nodes?.(frame);
        if (all) for (let index = 0; index < all.rows.length; index += 1) take(toNumber(valueAt(all, index)));
        for (const value of values) take(toNumber(value(frame)));
        return any ? found : Number.NaN;
      },
    };
  };
}

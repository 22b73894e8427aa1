import type { Call } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { isBlank, toCondition } from '../convert.ts';
import type { Compiled, Evaluate } from '../frame.ts';
import { toInt } from '../number-text.ts';
import { valueAt } from '../value.ts';
import { conditionAt, numberAt, onValues, textAt, valuesOf } from './define.ts';
import { ownAnswer } from './texts.ts';

export const logic: Readonly<Record<string, MakeCall>> = {
  true: () => ({ value: () => true }),
  false: () => ({ value: () => false }),
  boolean: onValues((values, frame) => conditionAt(values, 0, frame)),
  not: onValues((values, frame) => !conditionAt(values, 0, frame)),
  'boolean-from-string': onValues((values, frame) => {
    const text = textAt(values, 0, frame);
    return text === '1' || text.toLowerCase() === 'true';
  }),
  if: choose,
  coalesce: (call, compiler) => {
    const [first, second] = valuesOf(call, compiler);
    if (first === undefined || second === undefined) return { value: () => '' };
    return {
      value: (frame) => {
        const value = first(frame);
        return isBlank(value) ? second(frame) : value;
      },
    };
  },
  once: (call, compiler) => {
    const own = ownAnswer(compiler);
    const [value = own] = valuesOf(call, compiler);
    return {
      value: (frame) => {
        const computed = value(frame);
        const kept = own(frame);
        return kept === '' ? computed : kept;
      },
    };
  },
  depend: (call, compiler) => {
    const values = valuesOf(call, compiler);
    return { value: (frame) => values.map((value) => value(frame))[0] ?? '' };
  },
  checklist,
  'weighted-checklist': onValues((values, frame) => {
    const [least, most] = [numberAt(values, 0, frame), numberAt(values, 1, frame)];
    let sum = 0;
    for (let at = 2; at < values.length; at += 2) {
      const counts = conditionAt(values, at, frame);
      const weight = numberAt(values, at + 1, frame);
      if (counts) sum += weight;
    }
    return sum >= least && sum <= most;
  }),
};

/** All answers go through where both branches have them: `sum(if(…, ${a}, ${b}))`. */
function choose(call: Call, compiler: Compiler): Compiled {
  const [condition, yes, no] = call.args.map((arg) => compiler.compile(arg));
  if (!condition || !yes || !no) return { value: () => '' };
  const value: Evaluate = (frame) => (toCondition(condition.value(frame)) ? yes.value(frame) : no.value(frame));
  const [yesNodes, noNodes] = [yes.nodes, no.nodes];
  if (!yesNodes || !noNodes) return { value };
  return { value, nodes: (frame) => (toCondition(condition.value(frame)) ? yesNodes(frame) : noNodes(frame)) };
}

/** Whether enough and not too many hold; below 0 a limit is none. */
function checklist(call: Call, compiler: Compiler): Compiled {
  const nodes = call.args.length === 3 ? call.args[2] && compiler.compile(call.args[2]).nodes : undefined;
  const values = valuesOf(call, compiler);
  return {
    value: (frame) => {
      const [least, most] = [toInt(numberAt(values, 0, frame)), toInt(numberAt(values, 1, frame))];
      let count = 0;
      const all = nodes?.(frame);
      if (all) for (let at = 0; at < all.rows.length; at += 1) count += toCondition(valueAt(all, at)) ? 1 : 0;
      else for (let at = 2; at < values.length; at += 1) count += conditionAt(values, at, frame) ? 1 : 0;
      return (least < 0 || count >= least) && (most < 0 || count <= most);
    },
  };
}

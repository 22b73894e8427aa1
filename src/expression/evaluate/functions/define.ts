import type { Call } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { toCondition, toNumber, toText } from '../convert.ts';
import { type Compiled, type Evaluate, fail, failing, type Frame } from '../frame.ts';
import { failure } from '../failures.ts';
import type { FailureCode, NodeSet, Value } from '../value.ts';

export function valueOf(call: Call, index: number, compiler: Compiler): Evaluate {
  const arg = call.args[index];
  return arg === undefined ? () => '' : compiler.compile(arg).value;
}

export function valuesOf(call: Call, compiler: Compiler, from = 0): readonly Evaluate[] {
  return call.args.slice(from).map((arg) => compiler.compile(arg).value);
}

/** A function of values that are computed one after the other. */
export function onValues(compute: (values: readonly Evaluate[], frame: Frame) => Value): MakeCall {
  return (call, compiler) => {
    const values = valuesOf(call, compiler);
    return { value: (frame) => compute(values, frame) };
  };
}

/** The text of an entry; the empty one where there is no such entry. */
export function textAt(values: readonly Evaluate[], index: number, frame: Frame): string {
  const value = values[index];
  return value === undefined ? '' : toText(value(frame));
}

export function numberAt(values: readonly Evaluate[], index: number, frame: Frame): number {
  const value = values[index];
  return value === undefined ? Number.NaN : toNumber(value(frame));
}

export function conditionAt(values: readonly Evaluate[], index: number, frame: Frame): boolean {
  const value = values[index];
  return value !== undefined && toCondition(value(frame));
}

/** A function of up to three texts. */
export function onTexts(compute: (one: string, two: string, three: string) => Value): MakeCall {
  return onValues((values, frame) =>
    compute(textAt(values, 0, frame), textAt(values, 1, frame), textAt(values, 2, frame)),
  );
}

/** A function of all answers that a path leads to. */
export function onNodes(compute: (nodes: NodeSet, frame: Frame) => Value): MakeCall {
  return (call, compiler) => {
    const [arg] = call.args;
    const nodes = arg && compiler.compile(arg).nodes;
    if (nodes === undefined) return noNodes(call);
    return { value: (frame) => compute(nodes(frame), frame) };
  };
}

export function noNodes(call: Call): Compiled {
  return failing(
    failure(
      'wrong-value',
      call.span,
      `${call.name}() takes the answers of a question or the entries of a repeat, not a value`,
    ),
  );
}

/** What a function says of values that it cannot take, while it runs. */
export function refusal(call: Call, words: string, code: FailureCode = 'wrong-value'): (frame: Frame) => Value {
  const refused = failure(code, call.span, words);
  return (frame) => fail(frame, refused);
}

/** What is not computed here, and why. */
export function notHere(code: 'device' | 'not-in-collect', words: string): MakeCall {
  return (call) => failing(failure(code, call.nameSpan, words));
}

import type { EvaluationHost, RecordView } from './scope.ts';
import type { CannotEvaluate, NodeSet, Value } from './value.ts';

/**
 * The state of one evaluation. A program has one and uses it again: nothing is made while it runs but the texts and dates
 * that it computes.
 */
export interface Frame {
  /** The record or entry that relative paths start in. */
  row: RecordView;
  /** The whole record. */
  root: RecordView;
  /** Where the evaluation began: `current()`. */
  original: RecordView;
  /** From 0, among what a condition between brackets is tried on; -1 outside of them. */
  position: number;
  host: EvaluationHost;
  /** The first thing that could not be evaluated. What is computed after it is not used. */
  failure: CannotEvaluate | undefined;
}

export type Evaluate = (frame: Frame) => Value;
export type EvaluateNodes = (frame: Frame) => NodeSet;

/** A part of an expression, ready to be evaluated many times. */
export interface Compiled {
  readonly value: Evaluate;
  /** Where it can yield several answers at once: all of them. */
  readonly nodes?: EvaluateNodes;
}

/** Notes why there is no value, and gives one that nobody will use. */
export function fail(frame: Frame, failure: CannotEvaluate): '' {
  frame.failure ??= failure;
  return '';
}

/** What cannot be evaluated in any record. */
export function failing(failure: CannotEvaluate): Compiled {
  return { value: (frame) => fail(frame, failure) };
}

import type { Range } from '../../core/range.ts';
import type { Answer, Moment } from './answer.ts';
import type { RecordView, ScopeNode } from './scope.ts';

/** What an expression comes to: `''` is nothing, NaN no number, a `Moment` a date with or without its time. */
export type Value = Answer | boolean;

/** The answers that a path leads to, all of one question (or entries of one repeat). Valid until its path is evaluated again. */
export interface NodeSet {
  readonly node: ScopeNode;
  readonly rows: readonly RecordView[];
}

/** Why there is no value. */
export interface CannotEvaluate {
  readonly kind: 'cannot-evaluate';
  readonly code: FailureCode;
  /** The words that it is about, in the expression. */
  readonly span: Range;
  /** A sentence. */
  readonly message: string;
}

export type FailureCode =
  /** The expression cannot be read. */
  | 'syntax'
  | 'unknown-name'
  | 'unknown-list'
  | 'unknown-function'
  /** More or fewer entries than the function takes. */
  | 'entries'
  /** Collect has no such function or kind of path. */
  | 'not-in-collect'
  /** What only a device or a server knows. */
  | 'device'
  /** More than one answer where one is wanted. */
  | 'several-answers'
  /** A value of a kind that the function does not take. */
  | 'wrong-value'
  /** A pattern that is wrong, or that cannot be tried safely. */
  | 'pattern';

/** A value, or why there is none. */
export type Outcome = Value | CannotEvaluate;

export function isMoment(value: Value): value is Moment {
  return typeof value === 'object';
}

/** Whether there is no value; the outcome then says why. */
export function cannotEvaluate(outcome: Outcome): outcome is CannotEvaluate {
  return typeof outcome === 'object' && 'code' in outcome;
}

/** The value of one of a node-set; groups and entries have none. */
export function valueAt({ node, rows }: NodeSet, index: number): Answer {
  return node.kind === 'answer' ? (rows[index]?.values[node.slot] ?? '') : '';
}

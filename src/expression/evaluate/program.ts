import { memoized } from '../../core/memo.ts';
import { calls } from '../references.ts';
import type { ParsedExpression } from '../parser.ts';
import type { Expression } from '../tree.ts';
import { createCompiler, type Observe } from './compile.ts';
import { failing, type Frame } from './frame.ts';
import { failure } from './failures.ts';
import { compileCall } from './functions/functions.ts';
import type { EvaluationHost, ListView, RecordView, Scope, ScopeNode } from './scope.ts';
import type { Outcome } from './value.ts';

/** An expression that is evaluated many times. Not for two evaluations in one scope at once. */
export interface Program {
  /**
   * @param row the record, or the entry of a repeat that the expression stands in
   * @returns the value, or why there is none; nothing is thrown
   */
  evaluate(row: RecordView, host: EvaluationHost): Outcome;
}

/**
 * Makes an expression ready to be evaluated by the rules of JavaRosa, which computes in Collect and decides where engines
 * differ.
 * @param node where the expression stands: its question, group or repeat, or the form as a whole
 */
export function compileExpression(
  { tree, problems }: Pick<ParsedExpression, 'tree' | 'problems'>,
  scope: Scope,
  node: ScopeNode = scope.root,
  observe: Observe = unobserved,
): Program {
  const [problem] = problems;
  const compiled = problem
    ? failing(failure('syntax', problem.span, problem.message))
    : compileTree(tree, scope, node, observe);
  const shared = sharedFrame(scope);
  return {
    evaluate: (row, host) => {
      const frame = begin(shared, row, host);
      const value = compiled.value(frame);
      return frame.failure ?? value;
    },
  };
}

const unobserved: Observe = (_, compiled) => compiled;

/** A choice filter that is tried on one row of its list after the other. Not for two at once. */
export interface FilterProgram {
  /**
   * @param entry a row of the list
   * @param row the record, or the entry of a repeat that the question stands in
   * @returns whether the filter lets the row through, or why that cannot be told
   */
  evaluate(entry: RecordView, row: RecordView, host: EvaluationHost): Outcome;
}

/**
 * Makes a choice filter ready, as the converter writes it: between the brackets behind `instance('list')/root/item`.
 * @param node the question
 */
export function compileFilter(
  { tree, problems }: Pick<ParsedExpression, 'tree' | 'problems'>,
  scope: Scope,
  node: ScopeNode,
  list: ListView,
): FilterProgram {
  const [problem] = problems;
  const item = list.root.children.get('item') ?? list.root;
  const place = { node: item, list, origin: node, inPredicate: true };
  const compiled = problem
    ? failing(failure('syntax', problem.span, problem.message))
    : createCompiler({ scope, readsInstances: true, makeCall: compileCall, observe: unobserved }, place).compile(tree);
  const shared = sharedFrame(scope);
  return {
    evaluate: (entry, row, host) => {
      const frame = begin(shared, row, host);
      frame.row = entry;
      frame.position = entry.index;
      const value = compiled.value(frame);
      return frame.failure ?? value;
    },
  };
}

function compileTree(tree: Expression, scope: Scope, node: ScopeNode, observe: Observe): ReturnType<typeof failing> {
  const readsInstances = calls(tree).some(({ name }) => name === 'instance');
  const place = { node, list: undefined, origin: node, inPredicate: false };
  return createCompiler({ scope, readsInstances, makeCall: compileCall, observe }, place).compile(tree);
}

interface SharedFrame {
  frame: Frame | undefined;
}

/** A record is looked at by hundreds of programs, one after the other: it stays in the frame of all of them. */
const sharedFrame = memoized<Scope, SharedFrame>(() => ({ frame: undefined }));

function begin(shared: SharedFrame, row: RecordView, host: EvaluationHost): Frame {
  const { frame } = shared;
  if (frame === undefined)
    return (shared.frame = { row, root: topOf(row), original: row, position: -1, host, failure: undefined });
  if (frame.original !== row) {
    frame.original = row;
    frame.root = topOf(row);
  }
  if (frame.row !== row) frame.row = row;
  if (frame.host !== host) frame.host = host;
  frame.position = -1;
  frame.failure = undefined;
  return frame;
}

function topOf(row: RecordView): RecordView {
  let top = row;
  while (top.above !== undefined) top = top.above;
  return top;
}

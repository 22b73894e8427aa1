import { isBlank, toCondition } from '../../expression/evaluate/convert.ts';
import { compileExpression, type Program } from '../../expression/evaluate/program.ts';
import type { EvaluationHost, RecordView, Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { type CannotEvaluate, cannotEvaluate } from '../../expression/evaluate/value.ts';
import { bare, partsJoinedBy } from '../../expression/shapes.ts';
import type { Expression } from '../../expression/tree.ts';

/** Whether a condition holds in a record, or why that cannot be told. */
export type Test = (row: RecordView, host: EvaluationHost) => boolean | CannotEvaluate;

interface Place {
  readonly scope: Scope;
  readonly node: ScopeNode;
}

/**
 * A condition over data that may have gaps. Devices take a blank answer for a value of its own, so that `${a} != ${b}` holds
 * as soon as one of both is missing; here a comparison with a blank is neither true nor false, as in SQL, and what is not
 * true is no finding. Whoever asks for a blank compares with `''`.
 */
export function compileCondition(tree: Expression, scope: Scope, node: ScopeNode): Test {
  return testOf(tree, { scope, node }, true);
}

/** @param wanted what the part has to come out as for the whole to hold: a comparison with a blank comes out as the other */
function testOf(tree: Expression, place: Place, wanted: boolean): Test {
  const inner = bare(tree);
  if (inner.kind === 'binary' && (inner.operator === 'and' || inner.operator === 'or'))
    return joined(
      partsJoinedBy(inner.operator, inner).map((part) => testOf(part, place, wanted)),
      inner.operator === 'or',
    );
  const [negated, ...others] = inner.kind === 'call' && inner.name === 'not' ? inner.args : [];
  if (negated && others.length === 0) return opposite(testOf(negated, place, !wanted));
  return comparison(inner, place, wanted);
}

/** One after the other until one decides, as devices do. */
function joined(tests: readonly Test[], decides: boolean): Test {
  return (row, host) => {
    for (const test of tests) {
      const holds = test(row, host);
      if (holds !== !decides) return holds;
    }
    return !decides;
  };
}

function opposite(test: Test): Test {
  return (row, host) => {
    const holds = test(row, host);
    return typeof holds === 'boolean' ? !holds : holds;
  };
}

function comparison(node: Expression, place: Place, wanted: boolean): Test {
  const whole = programOf(node, place);
  const sides = comparedIn(node).map((side) => programOf(side, place));
  return (row, host) => {
    const value = whole.evaluate(row, host);
    if (cannotEvaluate(value)) return value;
    const holds = toCondition(value);
    // Only what would make a finding needs a closer look.
    return holds === wanted && sides.some((side) => isBlankIn(side, row, host)) ? !wanted : holds;
  };
}

function programOf(tree: Expression, { scope, node }: Place): Program {
  return compileExpression({ tree, problems: [] }, scope, node);
}

const COMPARES: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=']);

/** What must be there to be compared; nothing where the author asks for what is not there, or nothing is compared. */
function comparedIn(node: Expression): readonly Expression[] {
  if (node.kind === 'call' && node.name === 'selected') return node.args.slice(0, 1);
  if (node.kind !== 'binary' || !COMPARES.has(node.operator)) return [];
  const sides = [node.left, node.right];
  return sides.some(isNothing) ? [] : sides.filter((side) => !isLiteral(side));
}

function isNothing(side: Expression): boolean {
  const inner = bare(side);
  return inner.kind === 'string' && inner.value === '';
}

function isLiteral(side: Expression): boolean {
  const { kind } = bare(side);
  return kind === 'string' || kind === 'number';
}

function isBlankIn(side: Program, row: RecordView, host: EvaluationHost): boolean {
  const value = side.evaluate(row, host);
  return !cannotEvaluate(value) && isBlank(value);
}

import { toCondition } from '../../expression/evaluate/convert.ts';
import { compileExpression, type Program } from '../../expression/evaluate/program.ts';
import type { EvaluationHost, RecordView, Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { type CannotEvaluate, cannotEvaluate, type Value } from '../../expression/evaluate/value.ts';
import { calls, referencesIn } from '../../expression/references.ts';
import type { Formula } from '../../model/facets.ts';

/** An expression of a form, ready to be tried on submissions. */
export interface ReadyFormula {
  readonly formula: Formula;
  /** What it belongs to, in words: `constraint`, `relevance`. */
  readonly what: string;
  /** The name of its question, group or repeat. */
  readonly name: string;
  readonly program: Program;
  /** Whether its value is another one at another moment: it asks for the time, or for chance. */
  readonly varies: boolean;
  /** The names that it refers to. */
  readonly reads: readonly string[];
}

/** Time and chance of a submission. A device asked for the time at some moment between both. */
export interface Hosts {
  readonly end: EvaluationHost;
  readonly start: EvaluationHost;
  /** The names of questions whose answers are lost or cannot be read, so that nothing follows from them. */
  readonly lost: Set<string>;
  /** Those of them that the file has no place for. */
  missing: ReadonlySet<string>;
  /** The questions whose answers cannot be read, by the record or entry in which they stand. */
  readonly unreadable: Map<RecordView, Set<ScopeNode>>;
  /** Takes what cannot be computed. */
  readonly cannot: (formula: ReadyFormula, failure: CannotEvaluate) => void;
}

const VARYING: ReadonlySet<string> = new Set(['today', 'now', 'random', 'uuid', 'once', 'randomize']);

/** A loop writes a code into the place of this, so that the expression is another one in each of its groups. */
const FILLED_BY_LOOP = '%(';

export function readyFormula(
  formula: Formula | undefined,
  what: string,
  node: ScopeNode,
  scope: Scope,
): ReadyFormula | undefined {
  const text = formula?.string.text.trim() ?? '';
  if (formula === undefined || text === '' || text.includes(FILLED_BY_LOOP)) return undefined;
  const varies = calls(formula.parsed.tree).some(({ name }) => VARYING.has(name));
  const reads = referencesIn(formula.parsed.tree).map(({ name }) => name);
  return { formula, what, name: node.name, program: compileExpression(formula.parsed, scope, node), varies, reads };
}

/** Notes an answer that cannot be read. */
export function lose(node: ScopeNode, row: RecordView, { lost, unreadable }: Hosts): void {
  lost.add(node.name);
  const nodes = unreadable.get(row) ?? new Set();
  unreadable.set(row, nodes.add(node));
}

/** Whether there may be an answer that is not known. */
export function isUnknown(node: ScopeNode, row: RecordView, { missing, unreadable }: Hosts): boolean {
  return missing.has(node.name) || (unreadable.size > 0 && unreadable.get(row)?.has(node) === true);
}

/** The value; undefined where there is none, which is noted, or where it hangs on an answer that is lost. */
export function valueOf(ready: ReadyFormula, row: RecordView, hosts: Hosts): Value | undefined {
  if (hosts.lost.size > 0 && ready.reads.some((name) => hosts.lost.has(name))) return undefined;
  const outcome = ready.program.evaluate(row, hosts.end);
  if (!cannotEvaluate(outcome)) return outcome;
  hosts.cannot(ready, outcome);
  return undefined;
}

/** Whether it holds; undefined where that cannot be computed, or was otherwise at the start of the interview than at its end. */
export function holds(ready: ReadyFormula, row: RecordView, hosts: Hosts): boolean | undefined {
  const value = valueOf(ready, row, hosts);
  if (value === undefined) return undefined;
  const atEnd = toCondition(value);
  if (!ready.varies) return atEnd;
  const atStart = ready.program.evaluate(row, hosts.start);
  return cannotEvaluate(atStart) || toCondition(atStart) !== atEnd ? undefined : atEnd;
}

import type { Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { Expression } from '../../expression/tree.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { namesOfCheck } from '../../model/record-check.ts';
import { type RowsAt, repeatsAround, rowsAt } from '../../model/record-checks/answers-at.ts';
import { compileRecordChecks, compileSoftLimits } from '../../model/record-checks/compile-checks.ts';
import type { CompiledCheck } from '../../model/record-checks/compiled-check.ts';
import type { RecordScope } from '../../model/record/record-scope.ts';
import type { Limits } from './limits.ts';
import { namesOf } from './names.ts';
import { readsOwn } from './reduce.ts';
import { limitsOfAnswer } from './rules.ts';
import { placesOf, type SourcesOf, sourcesIn, type StepPlace } from './sources.ts';
import { type AnswerStep, isFixed, type Step } from './step.ts';
import { type Sum, sumOf } from './sum.ts';
import { type Span, spanOf } from './span.ts';

/** A check, from where it is looked at. */
export interface PlannedCheck {
  readonly compiled: CompiledCheck;
  /** The rows in which it looks at an answer, or at the whole record. */
  readonly rows: RowsAt;
  readonly sum: Sum | undefined;
}

/** What the dictionary wants of an answer beyond the form. */
export interface StepChecks {
  readonly checks: readonly PlannedCheck[];
  /** What is computed from the answer, and looked at by the checks; in the order of the form. */
  readonly computed: readonly StepPlace[];
  /** The answers that keep the constraint and break no check, as far as that is known. */
  readonly limits: Limits | undefined;
}

/** What the dictionary wants of records beyond the form: the section `checks`, and soft limits. */
export interface Checks {
  readonly whole: readonly PlannedCheck[];
  /** By the questions on whose answers checks depend, directly or through calculations. */
  readonly at: ReadonlyMap<AnswerStep, StepChecks>;
  /** The names of the questions that checks look at. */
  readonly read: ReadonlySet<string>;
  /** How long interviews may take. */
  readonly span: Span;
}

interface Ready {
  readonly compiled: CompiledCheck;
  readonly sources: ReadonlySet<AnswerStep>;
  readonly sum: Sum | undefined;
}

export function planChecks(dictionary: Dictionary, form: Form, scope: RecordScope, steps: readonly Step[]): Checks {
  const places = placesOf(steps);
  const sourcesOf = sourcesIn(scope, places);
  const compiled = [...compileRecordChecks(dictionary, form, scope), ...compileSoftLimits(dictionary, scope)];
  const ready = compiled.map((each): Ready => {
    const nodes = nodesOf(each, scope, places);
    return { compiled: each, sources: sourcesOf(nodes), sum: sumOf(each, nodes, places) };
  });
  const answered = places.filter(({ step }) => step.writer === 'person' && !isFixed(step));
  const planned = answered.map(({ step }) => [step, checksAt(step, ready, { scope, places, sourcesOf })] as const);
  return {
    whole: ready.map((each) => plannedFrom(scope.root, each)),
    at: new Map(planned.filter(([, { checks }]) => checks.length > 0)),
    read: new Set(ready.flatMap(({ sources }) => [...sources].map(({ node }) => node.name))),
    span: spanOf(compiled.map(({ check }) => check)),
  };
}

function plannedFrom(from: ScopeNode, { compiled, sum }: Ready): PlannedCheck {
  return { compiled, sum, rows: rowsAt(compiled.node, from) };
}

/** The questions that a check names. */
function nodesOf({ check }: CompiledCheck, scope: Scope, places: readonly StepPlace[]): readonly ScopeNode[] {
  if (check.kind !== 'soft') return namesOfCheck(check).flatMap((name) => scope.find(name) ?? []);
  const named = namesOf(check.when.parsed.tree).flatMap((name) => scope.find(name) ?? []);
  const own = places.filter(({ step }) => step.column.question === check.question);
  return [...own.map(({ step }) => step.node), ...named];
}

interface Around {
  readonly scope: Scope;
  readonly places: readonly StepPlace[];
  readonly sourcesOf: SourcesOf;
}

function checksAt(step: AnswerStep, ready: readonly Ready[], { scope, places, sourcesOf }: Around): StepChecks {
  const own = ready.filter(({ sources }) => sources.has(step));
  const looked = new Set(own.flatMap(({ sources }) => [...sources]));
  const computed = places.filter((place) => looked.has(place.step) && isAbove(place.step, step));
  const direct = own.flatMap(({ compiled }) => conditionOn(step, compiled, scope) ?? []);
  return {
    checks: own.map((each) => plannedFrom(step.node, each)),
    computed: computed.filter((place) => place.step !== step && sourcesOf([place.step.node]).has(step)),
    limits: limitsOfAnswer(step.column, step.choices, scope, step.node, direct),
  };
}

/** Whether an answer stands in the same entry as another, or around it. */
function isAbove({ node }: AnswerStep, { node: inner }: AnswerStep): boolean {
  const around = repeatsAround(inner);
  return repeatsAround(node).every((repeat, depth) => repeat === around[depth]);
}

/** What may not hold, where it speaks of the answer itself in its own entry. */
function conditionOn({ node, column }: AnswerStep, compiled: CompiledCheck, scope: Scope): Expression | undefined {
  const { check, node: place } = compiled;
  if (check.kind !== 'when' && check.kind !== 'soft') return undefined;
  if (check.kind === 'soft' && check.question !== column.question) return undefined;
  const isHere = place === (repeatsAround(node).at(-1) ?? scope.root);
  const { tree, problems } = check.when.parsed;
  return isHere && problems.length === 0 && readsOwn(tree, { scope, node }) ? tree : undefined;
}

import { parseExpression } from '../../expression/parser.ts';
import type { Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { namesOf } from './names.ts';
import type { AnswerStep, SectionStep, Step } from './step.ts';

/** A question, and what it stands in, from the outside. */
export interface StepPlace {
  readonly step: AnswerStep;
  readonly around: readonly SectionStep[];
}

/** All questions of a form, in its order. */
export function placesOf(steps: readonly Step[], around: readonly SectionStep[] = []): readonly StepPlace[] {
  return steps.flatMap((step) =>
    step.kind === 'answer' ? [{ step, around }] : placesOf(step.steps, [...around, step]),
  );
}

/** The questions themselves, and all that their answers are computed from. */
export type SourcesOf = (nodes: readonly ScopeNode[]) => ReadonlySet<AnswerStep>;

export function sourcesIn(scope: Scope, places: readonly StepPlace[]): SourcesOf {
  const steps = new Map(places.map(({ step }) => [step.node, step]));
  const read = new Map<AnswerStep, readonly ScopeNode[]>();
  const readBy = (step: AnswerStep): readonly ScopeNode[] => {
    const nodes = read.get(step) ?? nodesIn(step, scope);
    read.set(step, nodes);
    return nodes;
  };
  return (nodes) => {
    const found = new Set<AnswerStep>();
    const waiting = [...nodes];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const step = steps.get(next);
      if (step === undefined || found.has(step)) continue;
      found.add(step);
      waiting.push(...readBy(step));
    }
    return found;
  };
}

function nodesIn({ formula, writer }: AnswerStep, scope: Scope): readonly ScopeNode[] {
  if (formula === undefined || writer !== 'formula') return [];
  return namesOf(parseExpression(formula.words).tree).flatMap((name) => scope.find(name) ?? []);
}

import type { EvaluationHost } from '../../expression/evaluate/scope.ts';
import { cannotEvaluate, type Outcome, type Value } from '../../expression/evaluate/value.ts';
import { toCondition } from '../../expression/evaluate/convert.ts';
import type { Program } from '../../expression/evaluate/program.ts';
import type { Draft } from '../draft.ts';
import { entryNumbers } from '../../model/record/places.ts';
import { mixed, type Random, shareOf } from '../random.ts';
import type { Checks } from '../plan/checks.ts';
import type { Rule, Step } from '../plan/step.ts';
import type { Device } from './device.ts';
import type { Hopes } from './hopes.ts';
import type { Notes } from './notes.ts';

/** How often a question is left blank that need not be answered. */
export const BLANK = 0.25;

/** One record while it is filled in: chances, the clock, and what is to be told. */
export interface Filling {
  readonly random: Random;
  readonly device: Device;
  readonly notes: Notes;
  readonly checks: Checks;
  readonly hopes: Hopes;
  readonly host: EvaluationHost;
  /** Where an expression stands, so that random() is the same each time it is evaluated there. */
  readonly place: { seed: number; drawn: number };
  readonly seed: number;
  /** How often the form was gone through before, and whether a fault was put in, which no other answer may make up for. */
  readonly progress: { pass: number; hasFault: boolean };
}

/** What a record is filled in with. */
type Means = Pick<Filling, 'random' | 'device' | 'notes' | 'checks' | 'hopes'> & Pick<EvaluationHost, 'digest'>;

export function beginFilling(seed: number, { digest, ...means }: Means): Filling {
  const place = { seed: 0, drawn: 0 };
  const host: EvaluationHost = {
    clock: means.device.clock,
    digest,
    random: () => {
      place.drawn += 1;
      return shareOf(mixed(place.seed, place.drawn));
    },
  };
  return { ...means, host, place, seed, progress: { pass: 0, hasFault: false } };
}

/** What an expression of a step comes to; undefined where it cannot be computed, which is noted. */
export function valueOf(rule: Rule, step: Step, row: Draft, filling: Filling): Value | undefined {
  const outcome = evaluate(rule.program, step, row, filling);
  if (!cannotEvaluate(outcome)) return outcome;
  filling.notes.cannotCompute(step, rule, outcome);
  return undefined;
}

export function evaluate(program: Program, { number }: Step, row: Draft, filling: Filling): Outcome {
  filling.place.seed = mixed(filling.seed, number, ...entryNumbers(row));
  filling.place.drawn = 0;
  return program.evaluate(row, filling.host);
}

/** Whether a condition holds; `unknown` where it cannot be computed. */
export function holds(rule: Rule | boolean, step: Step, row: Draft, filling: Filling, unknown: boolean): boolean {
  if (typeof rule === 'boolean') return rule;
  const value = valueOf(rule, step, row, filling);
  return value === undefined ? unknown : toCondition(value);
}

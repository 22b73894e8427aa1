import type { EvaluationHost } from '../../expression/evaluate/scope.ts';
import { type Draft, newDraft } from '../draft.ts';
import type { CompiledCheck } from '../../model/record-checks/compiled-check.ts';
import type { Plan } from '../plan/plan.ts';
import { createRandom, mixed } from '../random.ts';
import { audit, type Violation } from './audit.ts';
import { type Device, deviceIn, type Period } from './device.ts';
import { brokenChecks } from './checks.ts';
import { beginFilling, type Filling } from './filling.ts';
import type { Hopes } from './hopes.ts';
import type { Notes } from './notes.ts';
import { giveParentsAnew } from './repair.ts';
import { settle } from './settle.ts';

/** A record that was filled in, and what it was filled in with. */
export interface Filled {
  readonly record: Draft;
  readonly device: Device;
  readonly filling: Filling;
  readonly violations: readonly Violation[];
  readonly isSettled: boolean;
  /** What the dictionary wants beyond the form, and the record does not have. */
  readonly broken: readonly CompiledCheck[];
}

/** What the records of one run have in common. */
export interface Run {
  readonly plan: Plan;
  readonly seed: number;
  readonly period: Period;
  readonly notes: Notes;
  readonly hopes: Hopes;
  readonly digest: EvaluationHost['digest'];
}

/** An answer can leave no way to go on, so that a record is begun anew with other answers. */
const ATTEMPTS = 12;

/** How often answers of the same record are given anew. */
const REPAIRS = 4;

/** Fills in a record; which one depends on the seed of the run, this number, and the checks that were given up before. */
export function fillRecord(run: Run, number: number): Filled {
  let best = attempt(run, number, 0);
  for (let again = 1; again < ATTEMPTS && !isGoodEnough(best, run); again += 1) {
    const next = attempt(run, number, again);
    if (isBetter(next, best)) best = next;
  }
  return best;
}

function isGoodEnough(filled: Filled, { hopes }: Run): boolean {
  return isWhole(filled) && filled.broken.every((check) => hopes.isGivenUp(check));
}

/** What the form wants comes first. */
function isBetter(one: Filled, other: Filled): boolean {
  if (isWhole(one) !== isWhole(other)) return isWhole(one);
  const [more, less] = [one.violations.length, other.violations.length];
  return more === less ? isWhole(one) && one.broken.length < other.broken.length : more < less;
}

export function isWhole({ violations, isSettled }: Filled): boolean {
  return isSettled && violations.length === 0;
}

function attempt({ plan, seed, period, notes, hopes, digest }: Run, number: number, again: number): Filled {
  const own = mixed(seed, number, again);
  const random = createRandom(own);
  const device = deviceIn(period, plan.checks.span, random);
  const filling = beginFilling(own, { random, device, notes, checks: plan.checks, hopes, digest });
  const record = newDraft(plan.level);
  let isSettled = settle(plan.steps, record, filling);
  let violations = audit(plan.steps, record, filling);
  for (let times = 0; times < REPAIRS && giveParentsAnew(violations, plan, filling); times += 1) {
    isSettled = settle(plan.steps, record, filling);
    violations = audit(plan.steps, record, filling);
  }
  const broken = brokenChecks({ record, filling });
  hopes.see(broken);
  return { record, device, filling, isSettled, violations, broken };
}

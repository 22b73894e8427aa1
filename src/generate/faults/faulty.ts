import { audit } from '../fill/audit.ts';
import { type Filled, fillRecord, isWhole, type Run } from '../fill/fill-record.ts';
import { brokenChecks } from '../fill/checks.ts';
import { settle } from '../fill/settle.ts';
import { mixed } from '../random.ts';
import type { FaultKind, Planted } from './fault.ts';

/** A record with one fault. */
export interface Faulty {
  readonly filled: Filled;
  readonly kind: FaultKind;
  readonly planted: Planted;
}

/** Few records have a place for some faults, so that so many are looked at. */
const TRIES = 40;

/** Makes a record with one fault of a kind; undefined where the form, as far as was tried, cannot have it. */
export function faultyRecord(run: Run, number: number, kind: FaultKind): Faulty | undefined {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const filled = fillRecord({ ...run, seed: mixed(run.seed, tries) }, number);
    if (!isWhole(filled)) continue;
    const planted = kind.plant({ plan: run.plan, filled });
    if (planted && isOnlyFault(run, filled, planted)) return { filled, kind, planted };
  }
  return undefined;
}

function isOnlyFault({ plan }: Run, { record, filling, broken }: Filled, planted: Planted): boolean {
  filling.progress.hasFault = true;
  if (!settle(plan.steps, record, filling) || audit(plan.steps, record, filling).length > 0) return false;
  return planted.stands() && brokenChecks({ record, filling }).every((check) => broken.includes(check));
}

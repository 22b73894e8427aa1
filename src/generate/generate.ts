import type { EvaluationHost } from '../expression/evaluate/scope.ts';
import type { FaultKind, FaultRule } from './faults/fault.ts';
import { faultyRecord } from './faults/faulty.ts';
import { faultKinds } from './faults/table.ts';
import type { Period } from './fill/device.ts';
import { type Filled, fillRecord, isWhole, type Run } from './fill/fill-record.ts';
import { createHopes } from './fill/hopes.ts';
import type { Notes } from './fill/notes.ts';
import { type KoboRecord, koboRecord } from './kobo/record-json.ts';
import type { Plan } from './plan/plan.ts';
import { createRandom, mixed, type Random } from './random.ts';

export interface GenerateOptions {
  readonly count: number;
  readonly seed: number;
  readonly period: Period;
  /** The share of records with a fault, from 0 to 1; `each` for one of each kind behind those that conform. */
  readonly faults: number | 'each';
  readonly digest: EvaluationHost['digest'];
}

/** A fault that was put into a record. */
export interface Fault {
  /** The id of the record that no edit changes. */
  readonly record: string;
  /** The line on which it stands, from 1. */
  readonly line: number;
  readonly rule: FaultRule;
  /** Where in the record: `household/member[2]/age`; empty for the record as a whole. */
  readonly path: string;
  readonly what: string;
}

export interface Generated {
  readonly record: KoboRecord;
  readonly fault: Fault | undefined;
  /** Whether it is as its form wants it, but for the fault. */
  readonly isWhole: boolean;
}

/** Makes records one after the other; the same options give the same ones on every machine. */
export function* generateRecords(plan: Plan, options: GenerateOptions, notes: Notes): Generator<Generated> {
  const run: Run = {
    plan,
    seed: mixed(options.seed, ...signsOf(plan.formId)),
    notes,
    hopes: createHopes(),
    ...pick(options),
  };
  const making: Making = { run, random: createRandom(run.seed), kinds: [...faultKinds], before: undefined, line: 0 };
  const share = options.faults === 'each' ? 0 : options.faults;
  for (let made = 0; made < options.count; made += 1) {
    const faulty = making.random.chance(share) ? anyFault(making) : undefined;
    yield faulty ?? plainRecord(making);
  }
  if (options.faults !== 'each') return;
  for (const kind of faultKinds) {
    const faulty = withFault(kind, making);
    if (faulty) yield faulty;
  }
}

function pick({ period, digest }: GenerateOptions): Pick<Run, 'period' | 'digest'> {
  return { period, digest };
}

function signsOf(text: string): readonly number[] {
  return Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
}

interface Making {
  readonly run: Run;
  readonly random: Random;
  /** The kinds of faults that the form can have, as far as is known. */
  kinds: readonly FaultKind[];
  /** A record that conforms, of which a second one can be made. */
  before: KoboRecord | undefined;
  line: number;
}

function plainRecord(making: Making): Generated {
  making.line += 1;
  const filled = fillRecord(making.run, making.line);
  noteViolations(filled, making.run.notes);
  const record = koboRecord(making.run.plan, filled.record, filled.device, making.line);
  if (isWhole(filled)) making.before = record;
  return { record, fault: undefined, isWhole: isWhole(filled) };
}

/** Each question once, though it stands in many entries. */
function noteViolations({ violations, isSettled, broken }: Filled, notes: Notes): void {
  const steps = new Set<object>();
  for (const { step, reason } of violations) {
    if (!steps.has(step)) notes.unmet(step, reason);
    steps.add(step);
  }
  for (const { check } of broken) notes.broken(check);
  if (!isSettled && violations.length === 0) notes.unsteady();
}

/** A fault of some kind; kinds that the form turns out not to have are left out from then on. */
function anyFault(making: Making): Generated | undefined {
  while (making.kinds.length > 0) {
    const kind = making.random.pick(making.kinds.filter((each) => making.before !== undefined || !isCopy(each)));
    const made = kind && withFault(kind, making);
    if (made || kind === undefined) return made;
    making.kinds = making.kinds.filter((each) => each !== kind);
  }
  return undefined;
}

/** Whether a record is needed of which a second one can be made. */
function isCopy({ rule }: FaultKind): boolean {
  return rule === 'record-twice';
}

function withFault(kind: FaultKind, making: Making): Generated | undefined {
  if (isCopy(kind) && making.before === undefined) return undefined;
  const line = making.line + 1;
  const faulty = faultyRecord(making.run, line, kind);
  if (faulty === undefined) return undefined;
  making.line = line;
  const { filled, planted } = faulty;
  const plain = koboRecord(making.run.plan, filled.record, filled.device, line);
  const record = planted.edit ? planted.edit(plain, making.before) : plain;
  const { rule, what } = kind;
  const fault = { record: String(record['meta/rootUuid']), line, rule, path: planted.path, what };
  return { record, fault, isWhole: true };
}

import type { Origin } from '../core/origin.ts';
import type { Severity } from '../diagnostics/rule.ts';
import { referencesIn } from '../expression/references.ts';
import type { Formula, Plain, Text } from './facets.ts';

/** What collected data is held against beyond the form: a rule over the answers of one record, or of one entry of a repeat. */
export type RecordCheck = WhenCheck | SumsCheck | DurationCheck;

export interface CheckBase {
  readonly name: string;
  /** What the check is called where findings are listed. */
  readonly label: Text | undefined;
  readonly definition: Text | undefined;
  /** What a finding says; it can hold `${name}`. */
  readonly message: Text | undefined;
  readonly severity: Severity;
  /** The forms that it is for, where it is not for all that ask what it names. */
  readonly forms: readonly Plain[] | undefined;
  readonly origin: Origin;
}

/** A condition that should not hold. */
export interface WhenCheck extends CheckBase {
  readonly kind: 'when';
  readonly when: Formula;
}

/** Numbers that should add up to another. */
export interface SumsCheck extends CheckBase {
  readonly kind: 'sums';
  readonly of: readonly Plain[];
  readonly to: Plain;
}

/** How long an interview may take, from `start` to `end`. */
export interface DurationCheck extends CheckBase {
  readonly kind: 'duration';
  readonly under: TimeSpan | undefined;
  readonly over: TimeSpan | undefined;
}

/** A length of time as written, such as `8m`. */
export interface TimeSpan extends Plain {
  readonly seconds: number;
}

/** The names that a form must have for the check to mean something in it; a duration needs two types instead. */
export function namesOfCheck(check: RecordCheck): readonly string[] {
  if (check.kind === 'duration') return [];
  const names =
    check.kind === 'when'
      ? referencesIn(check.when.parsed.tree).map(({ name }) => name)
      : [...check.of, check.to].map(({ string }) => string.text);
  return [...new Set(names)];
}

import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { RecordCheck } from '../../model/record-check.ts';
import type { FormVersion } from '../form-version.ts';
import type { Hosts } from '../plan/formula.ts';
import type { QuestionPlan } from '../plan/plan.ts';
import { type RowsAt, rowsAt } from '../../model/record-checks/answers-at.ts';
import { compileRecordChecks, compileSoftLimits } from '../../model/record-checks/compile-checks.ts';
import type { CheckOutcome, CompiledCheck, SoftCheck } from '../../model/record-checks/compiled-check.ts';
import { aboutAnswer } from './about.ts';
import type { About, Tell } from './telling.ts';

/** What is beyond the form: soft limits, and the checks that the dictionary declares. */
export type DeclaredCheck = (record: RecordView, hosts: Hosts, tell: Tell) => void;

export function declaredCheck(
  { dictionary, delivery, scope }: FormVersion,
  plans: ReadonlyMap<ScopeNode, QuestionPlan>,
  showAll: boolean,
): DeclaredCheck {
  const showing = { languages: [dictionary.defaultLanguage], personal: showAll };
  const place = <Check extends RecordCheck | SoftCheck>(check: CompiledCheck<Check>): PlacedCheck<Check> => ({
    check,
    rows: rowsAt(check.node, scope.root),
  });
  const checks = compileRecordChecks(dictionary, delivery.form, scope, showing).map(place);
  const limits = compileSoftLimits(dictionary, scope, showing).map(place);
  return (record, hosts, tell) => {
    for (const check of limits)
      tryOn(check, record, hosts, (broken, row) => tellSoft(check.check.check, broken, row, { plans, showAll, tell }));
    for (const check of checks)
      tryOn(check, record, hosts, (broken, row) => tellCheck(check.check.check, broken, row, tell));
  };
}

/** A check with how its rows are found in a record. */
interface PlacedCheck<Check extends RecordCheck | SoftCheck> {
  readonly check: CompiledCheck<Check>;
  readonly rows: RowsAt;
}

type Broken = Extract<CheckOutcome, { kind: 'broken' }>;

/** Tries a check on the record, or on each entry of its repeat; nothing follows from answers that are lost. */
function tryOn(
  { check, rows }: PlacedCheck<RecordCheck | SoftCheck>,
  record: RecordView,
  { end, lost }: Hosts,
  take: (broken: Broken, row: RecordView) => void,
): void {
  for (const row of rows(record)) {
    const outcome = check.evaluate(row, end);
    if (outcome.kind === 'broken' && !outcome.involved.some(({ name }) => lost.has(name))) take(outcome, row);
  }
}

interface SoftTelling {
  readonly plans: ReadonlyMap<ScopeNode, QuestionPlan>;
  readonly showAll: boolean;
  readonly tell: Tell;
}

function tellSoft({ when }: SoftCheck, broken: Broken, row: RecordView, { plans, showAll, tell }: SoftTelling): void {
  const [question] = broken.involved;
  const plan = question && plans.get(question);
  if (!plan) return;
  const { message, expected, seen } = broken;
  const facts = { value: seen[0]?.value ?? '', expected, facet: when, what: 'its soft limit' };
  const about = aboutAnswer(plan, row, showAll, facts);
  tell('answer-implausible', { name: plan.column.name, value: about.value, message }, about);
}

/** A check has several answers; it is counted under the first of them. */
function tellCheck(check: RecordCheck, broken: Broken, row: RecordView, tell: Tell): void {
  const { involved, seen, expected, message } = broken;
  const [first] = involved;
  const shown = seen.map(({ node, value, hidden }) => `${node.name} = ${hidden ? '(not shown)' : (value ?? '')}`);
  const location = check.kind === 'when' ? check.when.origin.location : check.origin.location;
  const about: About = {
    node: first,
    row,
    variable: first?.name ?? check.name,
    label: '',
    value: shown.join('; '),
    hidden: false,
    expected,
    place: { location, message: `the check "${check.name}"` },
  };
  tell('record-check', { check: check.name, message }, about, check.severity);
}

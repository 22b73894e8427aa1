import { toNumber, toText } from '../../expression/evaluate/convert.ts';
import { toInt } from '../../expression/evaluate/number-text.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import type { Value } from '../../expression/evaluate/value.ts';
import type { GrowingRecord } from '../../model/record/tree.ts';
import { holds, type Hosts, isUnknown, type ReadyFormula, valueOf } from '../plan/formula.ts';
import type { QuestionPlan, SectionPlan, Steps } from '../plan/plan.ts';
import { aboutAnswer, aboutSection } from './about.ts';
import { isComputed } from './computed.ts';
import { checkFilter } from './filter.ts';
import type { Tell } from './telling.ts';

export interface LogicCheck {
  readonly tell: Tell;
  readonly hosts: Hosts;
  readonly showAll: boolean;
  /** Takes an answer that is left over, so that nothing that follows counts with it. */
  readonly drop: (plan: QuestionPlan, row: GrowingRecord) => void;
}

/** Whether questions are asked: undefined where that cannot be told. */
type Asked = boolean | undefined;

/** Why something is not asked. */
interface Reason {
  readonly ready: ReadyFormula;
  readonly around: string | undefined;
}

/** Checks the answers of a record, or of an entry, against each other, in the order of the form. */
export function checkLogic(
  { all, active }: Steps,
  row: GrowingRecord,
  check: LogicCheck,
  asked: Asked,
  reason?: Reason,
): void {
  for (const step of asked === true ? active : all) {
    if (step.kind === 'question') checkQuestion(step, row, check, asked, reason);
    else if (step.kind === 'group') checkGroup(step, row, check, asked, reason);
    else checkRepeat(step, row, check, asked, reason);
  }
}

function checkGroup(plan: SectionPlan, row: GrowingRecord, check: LogicCheck, around: Asked, reason?: Reason): void {
  const asked = isAsked(plan.relevant, row, around, check);
  checkLogic(plan.steps, row, check, asked, around === true ? inside(plan) : reason);
}

function inside({ relevant, node }: SectionPlan): Reason | undefined {
  return relevant && { ready: relevant, around: node.name };
}

function checkRepeat(plan: SectionPlan, row: GrowingRecord, check: LogicCheck, around: Asked, reason?: Reason): void {
  const entries = row.repeats[plan.node.slot] ?? [];
  if (plan.count && !isUnknown(plan.node, row, check.hosts) && around === true && plan.relevant === undefined)
    checkCount(plan, plan.count, entries.length, row, check);
  for (const entry of entries) {
    const asked = isAsked(plan.relevant, entry, around, check);
    checkLogic(plan.steps, entry, check, asked, around === true ? inside(plan) : reason);
  }
}

function isAsked(relevant: ReadyFormula | undefined, row: RecordView, around: Asked, { hosts }: LogicCheck): Asked {
  return relevant === undefined || around === false ? around : both(around, holds(relevant, row, hosts));
}

function both(one: Asked, other: Asked): Asked {
  if (one === false || other === false) return false;
  return one === true ? other : undefined;
}

function checkCount(
  plan: SectionPlan,
  count: ReadyFormula,
  found: number,
  row: RecordView,
  { tell, hosts }: LogicCheck,
): void {
  const value = valueOf(count, row, hosts);
  if (value === undefined) return;
  const wanted = Math.max(toInt(toNumber(value)), 0);
  if (found === wanted) return;
  const words = count.formula.string.text;
  const about = aboutSection(plan, row, `${wanted} entries`, count.formula);
  tell('entries-count', { name: plan.node.name, found, wanted, count: words }, about);
}

function checkQuestion(
  plan: QuestionPlan,
  row: GrowingRecord,
  check: LogicCheck,
  around: Asked,
  reason?: Reason,
): void {
  const asked = isAsked(plan.relevant, row, around, check);
  const answer = row.values[plan.node.slot] ?? '';
  if (asked === false) {
    if (answer !== '' && !plan.isMetadata) tellNotAsked(plan, row, check, around === true ? ownReason(plan) : reason);
    return;
  }
  if (plan.calculation && asked === true && !isUnknown(plan.node, row, check.hosts))
    checkComputed(plan, plan.calculation, answer, row, check);
  if (answer === '') checkRequired(plan, row, asked, check);
  else checkAnswer(plan, answer, row, check);
}

function ownReason({ relevant }: QuestionPlan): Reason | undefined {
  return relevant && { ready: relevant, around: undefined };
}

function tellNotAsked(plan: QuestionPlan, row: GrowingRecord, check: LogicCheck, reason: Reason | undefined): void {
  const facts = { value: shown(plan, row), expected: 'no answer', facet: reason?.ready.formula, what: 'its relevance' };
  const about = aboutAnswer(plan, row, check.showAll, facts);
  const because = reason?.ready.formula.string.text;
  const words = { name: plan.column.name, value: about.value, because, around: reason?.around };
  check.tell('answer-not-asked', words, about);
  check.drop(plan, row);
}

/** An answer as it was written. */
function shown({ node }: QuestionPlan, row: RecordView): string {
  return toText(row.values[node.slot] ?? '');
}

function checkRequired(plan: QuestionPlan, row: RecordView, asked: Asked, check: LogicCheck): void {
  const { required, column } = plan;
  if (required === false || asked !== true || isUnknown(plan.node, row, check.hosts)) return;
  if (required !== true && holds(required, row, check.hosts) !== true) return;
  const facet = column.question?.facets.required;
  const facts = { value: undefined, expected: 'an answer', facet, what: 'required' };
  check.tell('answer-missing', { name: column.name }, aboutAnswer(plan, row, check.showAll, facts));
  check.hosts.lost.add(column.name);
}

function checkAnswer(plan: QuestionPlan, answer: Value, row: RecordView, check: LogicCheck): void {
  const { constraint, codes } = plan;
  if (constraint && !isExclusiveMistake(plan, answer) && holds(constraint, row, check.hosts) === false)
    tellConstraint(plan, constraint, row, check);
  if (codes?.filter) checkFilter(plan, codes, String(answer), row, check);
}

/** The compiler joins exclusive codes to the constraint; their mistake has a finding of its own. */
function isExclusiveMistake({ codes }: QuestionPlan, answer: Value): boolean {
  if (!codes || codes.exclusive.size === 0) return false;
  const chosen = String(answer).split(' ');
  return chosen.length > 1 && chosen.some((code) => codes.exclusive.has(code));
}

function tellConstraint(plan: QuestionPlan, { formula }: ReadyFormula, row: RecordView, check: LogicCheck): void {
  const constraint = formula.string.text;
  const facts = { value: shown(plan, row), expected: constraint, facet: formula, what: 'its constraint' };
  const about = aboutAnswer(plan, row, check.showAll, facts);
  const words = { name: plan.column.name, value: about.value, constraint, message: plan.constraintMessage };
  check.tell('answer-constraint', words, about);
}

function checkComputed(
  plan: QuestionPlan,
  calculation: ReadyFormula,
  answer: Value,
  row: RecordView,
  check: LogicCheck,
): void {
  const computed = valueOf(calculation, row, check.hosts);
  // A blank that may be one or not is no answer to conclude from.
  if (computed === undefined && answer === '') check.hosts.lost.add(plan.column.name);
  if (computed === undefined || isComputed(answer, computed)) return;
  const { formula } = calculation;
  const facts = { value: shown(plan, row), expected: toText(computed), facet: formula, what: 'its calculation' };
  const about = aboutAnswer(plan, row, check.showAll, facts);
  // What builds on it cannot be told, either.
  check.hosts.lost.add(plan.column.name);
  const own = about.hidden ? undefined : toText(computed);
  check.tell(
    'answer-calculation',
    { name: plan.column.name, value: about.value, computed: own },
    about.hidden ? { ...about, expected: 'what the answers give' } : about,
  );
}

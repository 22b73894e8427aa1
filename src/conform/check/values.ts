import { suggest } from '../../core/suggest.ts';
import type { Answer } from '../../expression/evaluate/answer.ts';
import { readPlaces } from '../../expression/evaluate/geography.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import type { CodesPlan } from '../plan/codes.ts';
import { type Hosts, lose } from '../plan/formula.ts';
import type { QuestionPlan } from '../plan/plan.ts';
import { isOffScale, type ScalePlan } from '../plan/scale.ts';
import { aboutAnswer } from './about.ts';
import { damageIn } from './damage.ts';
import type { About, Tell } from './telling.ts';
import { hintFor, wanted } from './wanted.ts';

export interface ValueCheck {
  readonly tell: Tell;
  /** Whether personal answers are shown as well. */
  readonly showAll: boolean;
  readonly hosts: Hosts;
}

/**
 * Checks one answer by itself: that it is of its type, and of its list.
 * @param value what the submission holds
 * @param answer what that is to the form; `''` where it is none of its type
 */
export function checkValue(
  plan: QuestionPlan,
  value: unknown,
  answer: Answer,
  row: RecordView,
  check: ValueCheck,
): void {
  if (value === null || value === '') return;
  if (typeof value === 'string') checkText(plan, value, answer, row, check);
  else if (plan.scale && typeof value === 'number') checkScale(plan, plan.scale, String(value), row, check);
  else if (typeof value === 'object' && answer === '') tellShape(plan, value, row, check);
}

function checkText(plan: QuestionPlan, text: string, answer: Answer, row: RecordView, check: ValueCheck): void {
  const { answer: kind } = plan.column;
  if (plan.codes) checkCodes({ plan, codes: plan.codes, text, row }, check);
  else if (answer === '' && text.trim() !== '' && !isNoPlace(plan, text)) tellType(plan, text, row, check);
  else if (kind === 'text' && isTyped(plan)) checkDamage(plan, text, row, check);
  else if (plan.scale) checkScale(plan, plan.scale, text, row, check);
  else if (kind === 'acknowledge' && text !== 'OK') tellType(plan, text, row, check);
}

/** The parameters of a range are a constraint in other words. */
function checkScale(plan: QuestionPlan, scale: ScalePlan, text: string, row: RecordView, check: ValueCheck): void {
  if (!isOffScale(text.trim(), scale)) return;
  const { start, end } = scale.scale.words;
  const constraint = scale.parameters?.string.text ?? `start=${start} end=${end}`;
  const facts = {
    value: text,
    expected: `a number from ${start} to ${end}`,
    facet: scale.parameters,
    what: 'its range',
  };
  const about = aboutAnswer(plan, row, check.showAll, facts);
  check.tell(
    'answer-constraint',
    { name: plan.column.name, value: about.value, constraint, message: undefined },
    about,
  );
}

/** What is computed of a damaged text is damaged, too. */
function isTyped({ column: { question } }: QuestionPlan): boolean {
  return question !== undefined && question.facets.calculation === undefined;
}

/** A place at 0 0 is no answer to expressions, and still a place. */
function isNoPlace({ column: { answer } }: QuestionPlan, text: string): boolean {
  return answer.startsWith('geo') && readPlaces(text) !== undefined;
}

function tellType(plan: QuestionPlan, text: string, row: RecordView, { tell, showAll, hosts }: ValueCheck): void {
  const { name, answer } = plan.column;
  lose(plan.node, row, hosts);
  const about = aboutAnswer(plan, row, showAll, { value: text, expected: wanted(answer) });
  tell('answer-type', { name, value: about.value, wanted: wanted(answer), hint: hintFor(answer, text) }, about);
}

function tellShape(plan: QuestionPlan, value: object, row: RecordView, { tell, showAll, hosts }: ValueCheck): void {
  lose(plan.node, row, hosts);
  const found = Array.isArray(value) ? 'a list' : 'a group of values';
  const about = aboutAnswer(plan, row, showAll, { value: undefined, expected: wanted(plan.column.answer) });
  tell('answer-shape', { name: plan.column.name, found, wanted: 'one answer' }, about);
}

function checkDamage(plan: QuestionPlan, text: string, row: RecordView, { tell, showAll }: ValueCheck): void {
  const sign = damageIn(text);
  if (sign === undefined) return;
  const about = aboutAnswer(plan, row, showAll, { value: text, expected: 'readable letters' });
  tell('answer-damaged', { name: plan.column.name, value: about.value, sign }, about);
}

/** The codes of one answer. */
interface Chosen {
  readonly plan: QuestionPlan;
  readonly codes: CodesPlan;
  /** As it was answered. */
  readonly text: string;
  readonly row: RecordView;
}

function checkCodes(chosen: Chosen, check: ValueCheck): void {
  const { plan, codes, text } = chosen;
  const { offered, exclusive } = codes;
  if (plan.column.answer === 'code') {
    if (!offered.has(text)) tellCodes(chosen, [text], check);
    return;
  }
  // Most are answered with one code.
  if (offered.has(text)) return;
  const words = text.split(' ').filter((code) => code !== '');
  const strange = words.filter((code) => !offered.has(code));
  if (strange.length > 0) tellCodes(chosen, strange, check);
  const alone = words.length > 1 ? words.find((code) => exclusive.has(code)) : undefined;
  if (alone !== undefined) tellExclusive(chosen, alone, check);
}

function tellCodes(chosen: Chosen, strange: readonly string[], { tell, showAll, hosts }: ValueCheck): void {
  const { retired, offered, list } = chosen.codes;
  const old = strange.filter((code) => retired.has(code));
  const about = aboutCodes(chosen, expectedCodes(chosen.codes), showAll);
  const answered = { name: about.variable, value: about.value, list };
  const unknown = strange.filter((code) => !retired.has(code));
  const since = retired.get(old[0] ?? '')?.retired?.string.text ?? '';
  if (old.length > 0) tell('answer-code-retired', { ...answered, codes: old, since }, about);
  if (unknown.length === 0) return;
  lose(chosen.plan.node, chosen.row, hosts);
  const likely = about.hidden ? undefined : suggest(unknown[0] ?? '', offered);
  tell('answer-code', { ...answered, codes: unknown, likely, known: offered.size }, about);
}

function tellExclusive(chosen: Chosen, exclusive: string, { tell, showAll }: ValueCheck): void {
  const about = aboutCodes(chosen, `${exclusive} alone, or the others without it`, showAll);
  tell('answers-exclusive', { name: about.variable, value: about.value, exclusive }, about);
}

function aboutCodes({ plan, codes, text, row }: Chosen, expected: string, showAll: boolean): About {
  const { definition, list } = codes;
  const place = definition === undefined ? {} : { facet: definition, what: `the list "${list}"` };
  return aboutAnswer(plan, row, showAll, { value: text, expected, ...place });
}

const SHOWN_CODES = 12;

function expectedCodes({ offered, list }: CodesPlan): string {
  return offered.size <= SHOWN_CODES
    ? `one of ${[...offered].join(', ')}`
    : `one of the ${offered.size} codes of ${list}`;
}

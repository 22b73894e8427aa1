import type { Answer } from '../../expression/evaluate/answer.ts';
import { readPlaces } from '../../expression/evaluate/geography.ts';
import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import { answerReader } from '../../model/record/answers.ts';
import type { Take } from '../../model/record/record-filler.ts';
import { lose } from '../plan/formula.ts';
import type { QuestionPlan } from '../plan/plan.ts';
import { isOffScale, type ScalePlan } from '../plan/scale.ts';
import { aboutAnswer } from './about.ts';
import { damageIn } from './damage.ts';
import { codesCheck } from './codes.ts';
import type { ValueCheck } from './telling.ts';
import { hintFor, wanted } from './wanted.ts';

/** Takes the answers to a question into records, and checks each by itself: that it is of its type, and of its list. */
export function takeAnswer({ answer: kind, slot }: ScopeNode, plan: QuestionPlan | undefined, check: ValueCheck): Take {
  const read = answerReader(kind);
  const look = plan && valueCheck(plan, check);
  const { clock } = check.hosts.end;
  return (value, row) => {
    const answer = read(value, clock);
    row.values[slot] = answer;
    look?.(value, answer, row);
  };
}

/** What is checked of a value is found out once for each question, not for each of a million answers. */
function valueCheck(plan: QuestionPlan, check: ValueCheck): (value: unknown, answer: Answer, row: RecordView) => void {
  const { codes, scale } = plan;
  const checkText = codes ? codesCheck(plan, codes, check) : textCheck(plan, check);
  return (value, answer, row) => {
    if (value === null || value === '') return;
    if (typeof value === 'string') checkText(value, answer, row);
    else if (scale && typeof value === 'number') checkScale(plan, scale, String(value), row, check);
    else if (typeof value === 'object' && answer === '') tellShape(plan, value, row, check);
  };
}

/** @param answer what the text is to the form; `''` where it is none of its type */
type TextCheck = (text: string, answer: Answer, row: RecordView) => void;

function textCheck(plan: QuestionPlan, check: ValueCheck): TextCheck {
  const checkTyped = typedCheck(plan, check);
  return (text, answer, row) => {
    if (answer === '' && text.trim() !== '' && !isNoPlace(plan, text)) tellType(plan, text, row, check);
    else checkTyped?.(text, row);
  };
}

/** Of a text that is of its type. */
function typedCheck(plan: QuestionPlan, check: ValueCheck): ((text: string, row: RecordView) => void) | undefined {
  const { scale, column } = plan;
  if (column.answer === 'text' && isTyped(plan)) return (text, row) => checkDamage(plan, text, row, check);
  if (scale) return (text, row) => checkScale(plan, scale, text, row, check);
  if (column.answer !== 'acknowledge') return undefined;
  return (text, row) => text === 'OK' || tellType(plan, text, row, check);
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

import { scaleOf } from '../../check/rules/parameters/range.ts';
import { writtenParameters } from '../../check/rules/parameters/written.ts';
import { toText } from '../../expression/evaluate/convert.ts';
import { cannotEvaluate } from '../../expression/evaluate/value.ts';
import type { Draft } from '../draft.ts';
import { SEPARATOR } from '../plan/choices.ts';
import { type Limit, NO_LIMIT } from '../plan/limits.ts';
import type { AnswerStep } from '../plan/step.ts';
import { codesWithin, codeWithin, shuffled } from '../values/codes.ts';
import { dayText } from '../../expression/gregorian.ts';
import { dateTimeText, dayIn, timeText } from '../values/date.ts';
import { mediaName } from '../values/media.ts';
import { numberWithin } from '../values/number.ts';
import { lineText, pointText } from '../values/places.ts';
import { sampleText, textWithin } from '../values/text.ts';
import { evaluate, type Filling } from './filling.ts';

const DAY = 86_400_000;
/** How often people give the answer that opens most of the form. */
const OPEN = 0.88;

/** The codes on offer at a question, as the record stands; undefined where they are not known. */
export function offeredAt(step: AnswerStep, row: Draft, filling: Filling): readonly string[] | undefined {
  const { choices } = step;
  if (choices === undefined || choices.kind === 'unknown') return undefined;
  if (choices.kind === 'fixed') return choices.codes;
  const outcome = evaluate(choices.offered, step, row, filling);
  if (cannotEvaluate(outcome)) return choices.codes;
  return [...new Set(toText(outcome).split(SEPARATOR))].filter((code) => code !== '');
}

/** An answer that may suit: by the type of the question, what is on offer, and what its constraint says. */
export function propose(step: AnswerStep, row: Draft, filling: Filling, keeps = true): string | undefined {
  const { random } = filling;
  const limits = (keeps ? filling.checks.at.get(step)?.limits : undefined) ?? step.limits;
  const limit = limits?.((part) => evaluate(part, step, row, filling), keeps, random) ?? NO_LIMIT;
  const { column } = step;
  switch (column.answer) {
    case 'code':
    case 'codes':
    case 'ranking':
      return proposeCodes(step, limit, offeredAt(step, row, filling), filling);
    case 'integer':
    case 'decimal':
      return proposeNumber(step, limit, filling);
    case 'date':
      return dayText(dayIn(limit.answer, Math.floor(filling.device.end / DAY), random));
    case 'dateTime':
      return proposeMoment(limit, filling);
    case 'time':
      return timeText(random.below(24 * 60) * 60_000);
    case 'geopoint':
      return pointText(random);
    case 'geotrace':
    case 'geoshape':
      return lineText(column.answer === 'geoshape', random);
    case 'media':
      return mediaName(column, filling.device, random);
    case 'acknowledge':
      return 'OK';
    case 'text':
      return proposeText(step, limit, filling);
    case 'none':
      return undefined;
  }
}

function proposeCodes(
  { column, choices, gate }: AnswerStep,
  { answer }: Limit,
  offered: readonly string[] | undefined,
  { random }: Filling,
): string | undefined {
  if (offered === undefined || offered.length === 0) return choices ? undefined : sampleText(random);
  if (gate !== undefined && offered.includes(gate) && random.chance(OPEN)) return gate;
  if (column.answer === 'ranking') return shuffled(offered, random).join(' ');
  const pick = column.answer === 'code' ? codeWithin : codesWithin;
  return pick(offered, answer, column.codes, random);
}

function proposeNumber({ column, counts }: AnswerStep, { answer }: Limit, { random }: Filling): string {
  const { question } = column;
  if (question?.type.word === 'range') {
    const scale = scaleOf(writtenParameters(question) ?? { pairs: new Map() });
    if (scale) return onScale(scale.words, random);
  }
  return numberWithin(answer, column.answer === 'integer' ? 0 : 1, random, counts);
}

type Words = NonNullable<ReturnType<typeof scaleOf>>['words'];

function onScale({ start, end, step }: Words, random: Filling['random']): string {
  const [from, to, width] = [Number(start), Number(end), Math.abs(Number(step))];
  const steps = width > 0 ? Math.floor(Math.abs(to - from) / width + 1e-9) : 0;
  const value = from + Math.sign(to - from) * random.below(steps + 1) * width;
  const places = Math.max(...[start, step].map((text) => text.split('.')[1]?.length ?? 0));
  return String(Number(value.toFixed(places)));
}

function proposeMoment({ answer }: Limit, { device, random }: Filling): string {
  const day = dayIn(answer, Math.floor(device.end / DAY), random);
  const ms = day * DAY + random.below(24 * 60) * 60_000;
  return dateTimeText(ms > device.end ? device.start : ms);
}

function proposeText({ column, counts }: AnswerStep, limit: Limit, { random }: Filling): string {
  const { question } = column;
  if (counts && limit === NO_LIMIT) return String(random.below(5));
  if (question?.type.word === 'barcode' && limit === NO_LIMIT) return `20000000${10_000 + random.below(89_999)}`;
  return textWithin(limit, /\bnumbers\b/.test(question?.facets.appearance?.string.text ?? ''), random);
}

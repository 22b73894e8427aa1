import { isOffered, isRequired, keepsConstraint } from '../fill/choose.ts';
import { propose } from '../fill/propose.ts';
import { isRelevant } from '../fill/computed.ts';
import type { Filling } from '../fill/filling.ts';
import { countedEntries } from '../fill/settle.ts';
import { pathOf } from '../../model/record/places.ts';
import { type RepeatPlace, repeatsIn } from '../places.ts';
import { isFixed } from '../plan/step.ts';
import { isExclusive } from '../values/codes.ts';
import type { FaultKind, Planting } from './fault.ts';
import { type AskedPlace, force, isAnswered, pickPlace } from './places.ts';

/** So many answers are tried before a constraint counts as one that cannot be broken. */
const TRIES = 40;

/** Answers that the logic of the form does not allow. */
export const logicFaults: readonly FaultKind[] = [
  {
    rule: 'answer-missing',
    what: 'no answer where one is required',
    plant: (planting) => {
      const { filling } = planting.filled;
      const place = pickPlace(
        planting,
        (each) => isAnswered(each) && !isAlone(each) && isRequired(each.step, each.row, filling),
      );
      return place && force(planting, place, '');
    },
  },
  {
    rule: 'answer-not-asked',
    what: 'an answer to what is not asked',
    plant: (planting) => {
      const place = pickPlace(
        planting,
        ({ step, isAsked }) => !isAsked && step.writer === 'person' && !isFixed(step) && isPlain(step.column.answer),
      );
      const text = place && propose(place.step, place.row, planting.filled.filling);
      return place && text !== undefined && text !== '' ? force(planting, place, text) : undefined;
    },
  },
  {
    rule: 'answer-constraint',
    what: 'an answer that its constraint does not allow',
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isAnswered(each) && isLimited(each));
      const text = place && brokenText(place, planting);
      return place && text !== undefined ? force(planting, place, text) : undefined;
    },
  },
  {
    rule: 'answer-calculation',
    what: 'another outcome of a calculation',
    plant: (planting) => {
      const place = pickPlace(planting, (each) => otherOutcome(each) !== undefined);
      const text = place && otherOutcome(place);
      return place && text !== undefined ? force(planting, place, text) : undefined;
    },
  },
  { rule: 'entries-count', what: 'another number of entries than was said', plant: plantCount },
];

/** Whether nothing else is answered in the same entry, which would be gone with its answer. */
function isAlone({ row }: AskedPlace): boolean {
  return row.texts.filter((text) => text !== '').length < 2;
}

function isPlain(answer: AskedPlace['step']['column']['answer']): boolean {
  return answer === 'text' || answer === 'integer' || answer === 'decimal' || answer === 'date' || answer === 'code';
}

/** Whether there is a constraint, and no exclusive code that would be told for itself. */
function isLimited({ step }: AskedPlace): boolean {
  const { codes } = step.column;
  const names = codes?.offered.map(({ name }) => name.string.text) ?? [];
  return step.limits !== undefined && !names.some((code) => isExclusive(code, codes));
}

function brokenText({ step, row }: AskedPlace, { filled: { filling } }: Planting): string | undefined {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const text = propose(step, row, filling, false) ?? '';
    if (text === '' || keepsConstraint(text, step, row, filling)) continue;
    if (isOffered(text, step, row, filling)) return text;
  }
  return undefined;
}

/** What comes out otherwise each time, or asks the device, cannot be computed again. */
const PASSING = /\b(?:random|uuid|now|today|once|property|pulldata|position|version)\s*\(|last-saved#/;

function otherOutcome({ step, isAsked, text }: AskedPlace): string | undefined {
  const { column, formula, triggers, writer } = step;
  const isComputed = isAsked && writer === 'formula' && column.added === undefined && triggers.length === 0;
  if (!isComputed || !formula || PASSING.test(formula.words) || text === '') return undefined;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return String(Math.trunc(Number(text)) + 7);
  return column.answer === 'text' ? `${text} (changed)` : undefined;
}

function plantCount({ plan, filled }: Planting): ReturnType<FaultKind['plant']> {
  const { filling, record } = filled;
  const place = filling.random.pick(repeatsIn(plan.steps, record).filter((each) => isCounted(each, filling)));
  if (place === undefined) return undefined;
  const { step, row } = place;
  const count = (row.repeats[step.node.slot] ?? []).length;
  const wrong = count > 1 && filling.random.chance(0.5) ? count - 1 : count + 1;
  row.forcedCounts.set(step.node.slot, wrong);
  return {
    path: pathOf(step.node, row),
    edit: undefined,
    stands: () =>
      repeatsIn(plan.steps, record).some((now) => now.step === step && now.row === row) &&
      step.count !== undefined &&
      countedEntries(step.count, step, row, filling) !== wrong,
  };
}

/** Whether a form says how many entries there are, and there are some. */
function isCounted({ step, row }: RepeatPlace, filling: Filling): boolean {
  const entries = row.repeats[step.node.slot] ?? [];
  return step.count !== undefined && entries.some((entry) => isRelevant(step, entry, filling));
}

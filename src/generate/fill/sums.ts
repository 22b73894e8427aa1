import { toNumber } from '../../expression/evaluate/convert.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import type { Draft } from '../draft.ts';
import type { Place } from '../places.ts';
import { type AnswerStep, isFixed } from '../plan/step.ts';
import type { PlannedCheck } from '../plan/checks.ts';
import type { Addend, Sum } from '../plan/sum.ts';
import { BLANK, type Filling } from './filling.ts';

/** A sum while its numbers are answered one after the other, without the one that is to be answered now. */
interface Standing {
  readonly isTotal: boolean;
  /** What the total is to be; undefined where it is not answered. */
  readonly total: number | undefined;
  /** What other parts add up to, how many of them are answered, and how many will be later, as far as can be foreseen. */
  readonly sum: number;
  readonly given: number;
  readonly open: number;
}

/**
 * The number that a sum leaves for an answer: all that is left where no other part is to come, else its share; undefined
 * where nothing follows.
 */
export function summedText(
  checks: readonly PlannedCheck[],
  step: AnswerStep,
  row: Draft,
  filling: Filling,
): string | undefined {
  const standings = checks.flatMap(({ sum, rows }) =>
    sum ? rows(row).map((at) => standing(sum, at, { step, row }, filling)) : [],
  );
  const closed = standings.find(({ open }) => open === 0) ?? standings[0];
  const value = closed && numberFor(closed, filling);
  if (value === undefined || value < 0) return undefined;
  return closed?.open === 0 ? exactly(value) : shared(value, step);
}

/** Whether a sum can still come out right, where some of its numbers are to come; undefined where none is. */
export function canComeOut(sum: Sum, at: RecordView, place: Place, filling: Filling): boolean | undefined {
  if (filling.progress.pass > 0) return undefined;
  const { isTotal, total, sum: others, given, open } = standing(sum, at, place, filling);
  if (open === 0) return undefined;
  const own = numberAt(place.step, place.row);
  if (isTotal) return given === 0 || own === undefined || own >= others;
  return total === undefined || others + (own ?? 0) <= total;
}

function standing({ total, parts }: Sum, at: RecordView, own: Place, filling: Filling): Standing {
  const others = parts.flatMap((part) => placesOf(part, at)).filter((each) => !isSame(each, own));
  const numbers = others.flatMap(({ step, row }) => numberAt(step, row) ?? []);
  const [whole] = placesOf(total, at);
  return {
    isTotal: whole !== undefined && isSame(whole, own),
    total: whole && numberAt(whole.step, whole.row),
    sum: numbers.reduce((sum, each) => sum + each, 0),
    given: numbers.length,
    open: others
      .filter((each) => isToCome(each, filling))
      .reduce((open, { step: { required } }) => open + (required === false ? 1 - BLANK : 1), 0),
  };
}

function numberFor({ isTotal, total, sum, given, open }: Standing, { random }: Filling): number | undefined {
  const some = 0.5 + random.next();
  if (isTotal) return given === 0 ? undefined : sum + (sum / given) * open * some;
  if (total === undefined) return undefined;
  return open === 0 ? total - sum : ((total - sum) / (open + 1)) * some;
}

/** The rows of a draft are drafts. */
function placesOf({ step, rows }: Addend, at: RecordView): readonly Place[] {
  return rows(at).map((row) => ({ step, row: row as Draft }));
}

function isSame(one: Place, other: Place): boolean {
  return one.step === other.step && one.row === other.row;
}

/** Whether a question was not reached yet. */
function isToCome({ step, row }: Place, { progress }: Filling): boolean {
  const { slot } = step.node;
  const isAsked = step.writer === 'person' && !isFixed(step) && !row.forced.has(slot);
  return progress.pass === 0 && isAsked && row.decided[slot] === undefined;
}

function numberAt({ node }: AnswerStep, { values }: Draft): number | undefined {
  const number = toNumber(values[node.slot] ?? '');
  return Number.isNaN(number) ? undefined : number;
}

/** Without what computing with fractions adds. */
function exactly(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function shared(value: number, { column }: AnswerStep): string {
  return String(column.answer === 'decimal' ? Number(value.toFixed(1)) : Math.round(value));
}

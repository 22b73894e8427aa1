import { keepsConstraint } from '../fill/choose.ts';
import { offeredAt } from '../fill/propose.ts';
import { isExclusive } from '../values/codes.ts';
import type { FaultKind, Planting } from './fault.ts';
import { type AskedPlace, force, isAnswered, pickPlace } from './places.ts';

const UNKNOWN_CODE = 'code_of_no_list';

/** Codes that cannot stand where they stand. */
export const codeFaults: readonly FaultKind[] = [
  {
    rule: 'answer-code',
    what: 'a code that the list does not have',
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isSelect(each) && isFree(each));
      if (place === undefined) return undefined;
      const isOne = place.step.column.answer === 'code';
      return force(planting, place, isOne ? UNKNOWN_CODE : `${place.text} ${UNKNOWN_CODE}`);
    },
  },
  {
    rule: 'answer-code-retired',
    what: 'a code that is not offered any more',
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isSelect(each) && isFree(each) && retiredIn(each).length > 0);
      const code = place && planting.filled.filling.random.pick(retiredIn(place));
      return place && code !== undefined ? force(planting, place, code) : undefined;
    },
  },
  {
    rule: 'answers-exclusive',
    what: 'a code beside others that cannot stand beside any',
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isAnswered(each) && besideExclusive(each, planting) !== undefined);
      const text = place && besideExclusive(place, planting);
      return place && text !== undefined ? force(planting, place, text) : undefined;
    },
  },
  {
    rule: 'answer-filter',
    what: 'a code that the choice filter does not let through here',
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isAnswered(each) && filteredOut(each, planting).length > 0);
      const code = place && planting.filled.filling.random.pick(filteredOut(place, planting));
      return place && code !== undefined ? force(planting, place, code) : undefined;
    },
  },
];

function isSelect(place: AskedPlace): boolean {
  const { answer, codes } = place.step.column;
  return isAnswered(place) && codes !== undefined && (answer === 'code' || answer === 'codes');
}

/** No constraint or filter is broken with the code. */
function isFree({ step }: AskedPlace): boolean {
  return step.constraint === undefined && step.choices?.kind === 'fixed';
}

function retiredIn({ step }: AskedPlace): readonly string[] {
  return (step.column.codes?.retired ?? []).map(({ name }) => name.string.text);
}

/** An exclusive code and another one, in the order of the list. */
function besideExclusive({ step, row }: AskedPlace, { filled }: Planting): string | undefined {
  const { column } = step;
  if (column.answer !== 'codes') return undefined;
  const offered = offeredAt(step, row, filled.filling) ?? [];
  const exclusive = offered.find((code) => isExclusive(code, column.codes));
  const other = offered.find((code) => !isExclusive(code, column.codes));
  return exclusive === undefined || other === undefined ? undefined : `${other} ${exclusive}`;
}

function filteredOut({ step, row }: AskedPlace, { filled: { filling } }: Planting): readonly string[] {
  const { choices, column } = step;
  if (choices?.kind !== 'filtered' || column.answer !== 'code') return [];
  const offered = new Set(offeredAt(step, row, filling));
  return choices.codes.filter((code) => !offered.has(code) && keepsConstraint(code, step, row, filling)).slice(0, 50);
}

import type { AnswerKind } from '../../vocabulary/types.ts';
import type { FaultKind } from './fault.ts';
import { editAt, force, isAnswered, pickPlace } from './places.ts';

/** Answers that are none of the type of their question. */
export const typeFaults: readonly FaultKind[] = [
  wrongType('a word where a number is wanted', ['integer', 'decimal'], () => 'twelve'),
  wrongType('a decimal where a whole number is wanted', ['integer'], (text) => `${text}.5`),
  wrongType('a number in Arabic digits', ['integer', 'decimal'], inArabicDigits),
  wrongType('a day that no month has', ['date'], () => '2026-02-30'),
  wrongType('a date with the day in front', ['date'], (text) => text.split('-').toReversed().join('/')),
  wrongType('a word where a date with its time is wanted', ['dateTime'], () => 'yesterday'),
  wrongType('an hour that no day has', ['time'], () => '25:10:00.000+00:00'),
  wrongType('words where a place is wanted', ['geopoint'], () => 'near the school'),
  malformed('a list where a text is wanted', (text) => [text]),
  malformed('an object where a text is wanted', (text) => ({ value: text })),
  {
    rule: 'record-shape',
    what: 'a number where a text is wanted',
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isAnswered(each) && each.step.column.answer === 'integer');
      return place && editAt(place, (entry) => void (entry[place.step.key] = Number(place.text)));
    },
  },
];

function wrongType(what: string, kinds: readonly AnswerKind[], wrong: (text: string) => string): FaultKind {
  return {
    rule: 'answer-type',
    what,
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isAnswered(each) && kinds.includes(each.step.column.answer));
      return place && force(planting, place, wrong(place.text));
    },
  };
}

function malformed(what: string, wrong: (text: string) => unknown): FaultKind {
  return {
    rule: 'answer-shape',
    what,
    plant: (planting) => {
      const place = pickPlace(planting, (each) => isAnswered(each) && each.step.column.answer === 'text');
      return place && editAt(place, (entry) => void (entry[place.step.key] = wrong(place.text)));
    },
  };
}

const ARABIC_ZERO = 0x06_60;

function inArabicDigits(text: string): string {
  return text.replaceAll(/\d/g, (digit) => String.fromCodePoint(ARABIC_ZERO + Number(digit)));
}

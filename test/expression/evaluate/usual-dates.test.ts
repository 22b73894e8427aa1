import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDate, readDateTime } from '../../../src/expression/evaluate/date-read.ts';
import { usualDay, usualTime } from '../../../src/expression/evaluate/usual-dates.ts';
import { deviceAt } from '../../support/device.ts';

const { clock } = deviceAt('2026-03-15T10:30:00', 270);
const number = (width: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 10 ** width - 1 }).map((value) => String(value).padStart(width, '0'));
const day = fc.tuple(number(4), number(2), number(2)).map((parts) => parts.join('-'));
const zone = fc.constantFrom('Z', '+02:00', '-04:30', '+0230', '', '+14:00');
const time = fc.tuple(number(2), number(2), number(2), number(3), zone);

/** The same text in a form that is read in the long way. */
function long(text: string): string {
  return `+${text}`;
}

test('what is read quickly is what is read slowly', () => {
  fc.assert(
    fc.property(day, (text) => {
      expect(readDate(text, clock)).toEqual(readDate(long(text), clock));
    }),
  );
});

test('so it is with the time', () => {
  fc.assert(
    fc.property(day, time, (date, [hour, minute, second, thousandths, offset]) => {
      const text = `${date}T${hour}:${minute}:${second}.${thousandths}${offset}`;
      expect(readDateTime(text, clock)).toEqual(readDateTime(long(text), clock));
    }),
  );
});

test('what is written otherwise is left to others', () => {
  expect(usualDay('2024-2-29')).toBeUndefined();
  expect(usualDay('2024-02-30')).toBeNaN();
  expect(usualDay('2024-02-29')).toBe(19_782);
  expect(usualTime('2024-02-29T10:15:00')).toBeUndefined();
  expect(usualTime('2024-02-29T10:15:00.000+02:00')).toBe(Date.UTC(2024, 1, 29, 8, 15));
});

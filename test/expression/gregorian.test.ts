import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, DAY, dayNumberIn, daysInMonth, daysOf, dayText } from '../../src/expression/gregorian.ts';

describe('the calendar', () => {
  it('has days one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 700_000 }), (days) => {
        const { year, month, day } = dateOf(days);
        expect(daysOf(year, month, day)).toBe(days);
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
        expect(new Date(days * DAY).getUTCDate()).toBe(day);
      }),
    );
  });

  it('reads the days that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: daysOf(1000, 1, 1), max: daysOf(9999, 12, 31) }), (days) => {
        expect(dayNumberIn(dayText(days))).toBe(days);
      }),
    );
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-01-00',
    '2024-2-9',
    '0999-01-01',
  ])('has no day that is written %s', (text) => {
    expect(dayNumberIn(text)).toBeUndefined();
  });
});

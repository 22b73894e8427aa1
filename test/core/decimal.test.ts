import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  type Decimal,
  decimalOf,
  isEqual,
  isLess,
  isMultiple,
  isZero,
  minus,
} from '../../src/core/decimal.ts';

function decimal(text: string): Decimal {
  const value = decimalOf(text);
  if (!value) throw new Error(`${text} is no number`);
  return value;
}

describe('a number as written', () => {
  it.each(['0', '-7', '+3', '1.', '.5', '1.50', '1e3', '2.5E-2', '-1e+2'])('%s is read as it is', (text) => {
    const { digits, scale } = decimal(text);
    expect(Number(digits) / 10 ** scale).toBe(Number(text));
  });

  it.each(['', '.', '-', '1,5', '1 000', 'nan', 'inf', 'Infinity', '0x10', '١٠', '1e', '1e9999', '1'.repeat(500)])(
    '%.10s is none',
    (text) => {
      expect(decimalOf(text)).toBeUndefined();
    },
  );

  it('is exact where floating point is not', () => {
    expect(isMultiple(decimal('0.3'), decimal('0.1'))).toBe(true);
    expect(isEqual(minus(decimal('0.3'), decimal('0.1')), decimal('0.20'))).toBe(true);
    expect(isMultiple(decimal('0.25'), decimal('0.1'))).toBe(false);
    expect(isMultiple(decimal('5'), decimal('0'))).toBe(false);
    expect(isMultiple(decimal('0'), decimal('-2'))).toBe(true);
  });

  it('compares as whole numbers do on one scale', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(6), (a, b, places) => {
        const [first, second] = [decimal(`${a}e-${places}`), decimal(`${b}e-${places}`)];
        expect(isLess(first, second)).toBe(a < b);
        expect(isEqual(first, second)).toBe(a === b);
        expect(isZero(minus(first, first))).toBe(true);
        expect(isLess(absolute(first), decimal('0'))).toBe(false);
      }),
    );
  });
});

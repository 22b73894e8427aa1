/** A number as written, exactly: digits / 10^scale. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const DECIMAL = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:e([+-]?\d{1,3}))?$/i;

/** A number in digits, with a point and an exponent where it has them; undefined for anything else. */
export function decimalOf(text: string): Decimal | undefined {
  const [, sign = '', whole = '', part = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (whole + part === '') return undefined;
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const scale = part.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The digits of both on one scale. */
function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

export function minus(a: Decimal, b: Decimal): Decimal {
  const [first, second, scale] = aligned(a, b);
  return { digits: first - second, scale };
}

export function isLess(a: Decimal, b: Decimal): boolean {
  const [first, second] = aligned(a, b);
  return first < second;
}

export function isEqual(a: Decimal, b: Decimal): boolean {
  const [first, second] = aligned(a, b);
  return first === second;
}

export function isZero({ digits }: Decimal): boolean {
  return digits === 0n;
}

export function absolute({ digits, scale }: Decimal): Decimal {
  return { digits: digits < 0n ? -digits : digits, scale };
}

/** Whether a whole number of steps makes the value; no number of steps of 0 does. */
export function isMultiple(value: Decimal, step: Decimal): boolean {
  const [whole, part] = aligned(value, step);
  return part !== 0n && whole % part === 0n;
}

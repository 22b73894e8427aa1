const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const WHOLE = /^\s*[+-]?\d+\s*$/;

/** Python makes no whole number of more digits. */
const LONGEST = 4300;

/** The number that a cell holds, or undefined where its text is none. */
export function parseNumber(raw: string): number | undefined {
  return raw.length <= LONGEST && NUMBER.test(raw) ? Number(raw) : undefined;
}

/**
 * The text that pyxform makes of a number: `2.00` and `2` are `2`, `1E3` is `1000`, all digits of a long whole number
 * stay, and the rest is as Python prints it, such as `0.30000000000000004` or `1e-05`.
 */
export function printNumber(raw: string): string {
  if (WHOLE.test(raw)) return String(BigInt(raw.trim().replace(/^\+/, '')));
  const value = Number(raw);
  if (Number.isInteger(value)) return String(BigInt(value));
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Math.abs(value) < 1e-4 ? withExponent(value) : String(value);
}

/** JavaScript and Python find the same digits, and write the exponent from other sizes on and in another way. */
function withExponent(value: number): string {
  return value.toExponential().replace(/-(\d)$/, '-0$1');
}

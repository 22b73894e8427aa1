const SMALLEST_PLAIN = 1e-3;
const FIRST_LARGE = 1e7;
const NOTHING = 1e-12;
const LARGEST_INT = 2_147_483_647;
const SMALLEST_INT = -2_147_483_648;

/** A number as JavaRosa writes it into texts (XPathFuncExpr.toString): whole where it is, otherwise as Java prints it. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Math.abs(value) < NOTHING) return '0';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  const whole = toInt(value);
  return Math.abs(value - whole) < NOTHING ? String(whole) : javaDouble(value);
}

/** Java's narrowing to an int: cut, and held between the limits. */
export function toInt(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(Math.max(Math.trunc(value), SMALLEST_INT), LARGEST_INT);
}

/** Double.toString of Java: at least one digit after the point, and an exponent below 0.001 and from 10 million on. */
export function javaDouble(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= SMALLEST_PLAIN && size < FIRST_LARGE)) return withPoint(String(value));
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${withPoint(digits)}E${exponent.replace('+', '')}`;
}

function withPoint(digits: string): string {
  return digits.includes('.') ? digits : `${digits}.0`;
}

/**
 * A text as a number, as JavaRosa reads it: digits, a point or a comma and a minus; anything else is NaN, exponents and
 * the empty text too.
 */
export function numberOf(text: string): number {
  const plain = trimmed(text.includes(',') ? text.replaceAll(',', '.') : text);
  if (plain === '') return Number.NaN;
  for (let at = 0; at < plain.length; at += 1) {
    if (!isNumeric(plain.charCodeAt(at))) return Number.NaN;
  }
  return Number(plain);
}

const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

function isNumeric(code: number): boolean {
  return (code >= ZERO && code <= NINE) || code === POINT || code === MINUS;
}

/** Without blanks and control characters at both ends, which is what Java trims. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The number that the digits between two places make; -1 where one of them is none. */
export function digitsIn(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

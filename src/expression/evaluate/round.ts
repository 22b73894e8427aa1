import { javaDouble } from './number-text.ts';

const MOST_PLACES = 30;

/**
 * Rounds to so many decimals, of the number as it is printed; halves go up, so that -2.5 becomes -2. Below 0 the places are
 * tens, hundreds and so on (XPathFuncExpr.round).
 */
export function round(value: number, places: number): number {
  if (!Number.isFinite(value)) return value;
  if (Math.abs(places) > MOST_PLACES) return Number.NaN;
  if (places < 0) return roundTens(value, -places);
  return roundClearly(value, places) ?? roundDecimals(value, places);
}

const EXACT_PLACES = 15;
const EXACT = 2 ** 50;
const DOUBTFUL = 1e-3;

/** The same where the number is not near a half, and small enough that nothing is lost: most numbers are. */
function roundClearly(value: number, places: number): number | undefined {
  const unit = 10 ** places;
  const scaled = Math.abs(value) * unit;
  if (places > EXACT_PLACES || scaled > EXACT) return undefined;
  const whole = Math.floor(scaled);
  const rest = scaled - whole;
  if (Math.abs(rest - 0.5) < DOUBTFUL) return undefined;
  const rounded = (rest < 0.5 ? whole : whole + 1) / unit;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function roundDecimals(value: number, places: number): number {
  const [digits = '', exponent = '0'] = javaDouble(Math.abs(value)).split('E');
  const [whole = '', part = ''] = digits.split('.');
  // The value is `all` / 10^scale.
  const all = BigInt(whole + part);
  const scale = part.length - Number(exponent);
  if (scale <= places) return value;
  const unit = 10n ** BigInt(scale - places);
  const half = all % unit === unit / 2n && unit > 1n;
  const up = all % unit > unit / 2n || (half && value > 0);
  const rounded = Number(`${all / unit + (up ? 1n : 0n)}e-${places}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

function roundTens(value: number, places: number): number {
  const rounded = Math.trunc(
    Number(`${value}e-${places}`.replace(/e([+-]\d+)e-/, (_, own: string) => `e${own}-`)) + 0.5,
  );
  return Number(`${rounded}e${places}`);
}

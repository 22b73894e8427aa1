/**
 * Regular expressions of answers as devices write them. All are anchored and need time in proportion to the answer, since
 * no part can match in two ways.
 */

const NUMBER = String.raw`-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;
const DATE = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
/** Older devices leave the minutes out of the offset from UTC, browsers the seconds out of the time. */
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[-+]\d{2}(?::?\d{2})?)?`;
/** Latitude, longitude, and where the device knows them altitude and accuracy. */
const POINT = `${NUMBER} +${NUMBER}(?: +${NUMBER}){0,2}`;

export const patterns = {
  integer: String.raw`^-?\d+$`,
  decimal: `^${NUMBER}$`,
  /** What a calculation can yield: a division by zero is a number to the engines. */
  calculatedDecimal: `^(?:${NUMBER}|-?Infinity)$`,
  date: `^${DATE}$`,
  time: `^${TIME}$`,
  dateTime: `^${DATE}T${TIME}$`,
  geopoint: `^${POINT}$`,
  geotrace: `^${POINT}(?: *; *${POINT})*(?: *;)? *$`,
  file: String.raw`^[^\/\\]+$`,
} as const;

/**
 * Code lists longer than this are neither an `enum` nor part of a pattern. ajv repeats an `enum` at each question that refers to
 * it; up to here it compares texts (0.1 µs an answer for 20 codes, 2.5 µs for 199), from here on it calls a function for each
 * code (up to 35 µs an answer). The conformance check looks codes up in a set.
 */
export const ENUM_CODES = 199;

/** One of the codes, or several of them with blanks between; undefined where a blank is part of a code. */
export function severalOf(codes: readonly string[]): string | undefined {
  if (codes.length === 0 || codes.some(hasBlank)) return undefined;
  const one = `(?:${codes.map(escaped).join('|')})`;
  return `^${one}(?: ${one})*$`;
}

/** What codes look like that are too many to name: their characters and lengths; undefined where nothing can be said. */
export function likeOneOf(codes: readonly string[]): string | undefined {
  const word = wordLike(codes);
  return word === undefined ? undefined : `^${word}$`;
}

export function likeSeveralOf(codes: readonly string[]): string | undefined {
  const word = wordLike(codes);
  return word === undefined ? undefined : `^${word}(?: ${word})*$`;
}

const KINDS = [
  ['A-Z', /[A-Z]/],
  ['a-z', /[a-z]/],
  [String.raw`\d`, /\d/],
  ['_', /_/],
  ['.', /\./],
  [String.raw`\-`, /-/],
] as const;

function wordLike(codes: readonly string[]): string | undefined {
  if (codes.some(hasBlank)) return undefined;
  if (!codes.every((code) => /^[\w.-]+$/.test(code))) return String.raw`\S+`;
  const characters = KINDS.filter(([, test]) => codes.some((code) => test.test(code))).map(([source]) => source);
  const lengths = codes.map(({ length }) => length);
  const shortest = lengths.reduce((a, b) => Math.min(a, b), Infinity);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  return `[${characters.join('')}]{${shortest === longest ? shortest : `${shortest},${longest}`}}`;
}

function hasBlank(code: string): boolean {
  return code === '' || /\s/.test(code);
}

/** A text as a regular expression that matches it alone, in the Unicode mode that JSON Schema asks for. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

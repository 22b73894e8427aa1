import type { CharacterSet } from './syntax.ts';

export function only(code: number, ignoreCase: boolean): CharacterSet {
  const other = ignoreCase ? otherCase(code) : code;
  return (each) => each === code || each === other;
}

export function between(first: number, last: number, ignoreCase: boolean): CharacterSet {
  const inside: CharacterSet = (code) => code >= first && code <= last;
  return ignoreCase ? (code) => inside(code) || inside(otherCase(code)) : inside;
}

/** Of Latin letters without accents, as Java does it. */
function otherCase(code: number): number {
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isLetter ? code ^ 32 : code;
}

export function not(has: CharacterSet): CharacterSet {
  return (code) => !has(code);
}

export function either(one: CharacterSet, other: CharacterSet): CharacterSet {
  return (code) => one(code) || other(code);
}

export function both(one: CharacterSet, other: CharacterSet): CharacterSet {
  return (code) => one(code) && other(code);
}

function fitting(pattern: RegExp): CharacterSet {
  return (code) => pattern.test(String.fromCodePoint(code));
}

const LINE_ENDS: ReadonlySet<number> = new Set([10, 13, 0x85, 0x20_28, 0x20_29]);

export const isLineEnd: CharacterSet = (code) => LINE_ENDS.has(code);
/** What Java counts as part of a word beside a boundary. */
export const isWord: CharacterSet = fitting(/[\p{L}\p{Nd}_]/u);

/** What a letter behind a backslash stands for; ASCII alone, as in Java. */
export const CLASSES: ReadonlyMap<string, CharacterSet> = new Map(
  Object.entries({
    d: fitting(/[0-9]/),
    w: fitting(/[0-9A-Za-z_]/),
    s: fitting(/[ \t\n\v\f\r]/),
    h: fitting(/[ \t\u00A0\u1680\u180E\u2000-\u200A\u202F\u205F\u3000]/),
    v: fitting(/[\n\v\f\r\u0085\u2028\u2029]/),
  }).flatMap(([letter, has]) => [
    [letter, has],
    [letter.toUpperCase(), not(has)],
  ]),
);

/** Names between the braces of `\p{…}` that are Java's own. */
const NAMED: ReadonlyMap<string, RegExp> = new Map([
  ['Lower', /[a-z]/],
  ['Upper', /[A-Z]/],
  ['ASCII', /[\0-\u007F]/],
  ['Alpha', /[A-Za-z]/],
  ['Digit', /[0-9]/],
  ['Alnum', /[0-9A-Za-z]/],
  ['Punct', /[!-/:-@[-`{-~]/],
  ['Graph', /[!-~]/],
  ['Print', /[ -~]/],
  ['Blank', /[ \t]/],
  ['XDigit', /[0-9A-Fa-f]/],
  ['Space', /[ \t\n\v\f\r]/],
]);

/** The characters of a Unicode category, script or property, as in `\p{L}` and `\p{IsArabic}`; undefined where it is not known. */
export function unicodeSet(name: string): CharacterSet | undefined {
  const named = NAMED.get(name);
  if (named !== undefined) return fitting(named);
  const plain = name.replace(/^Is/, '');
  if (!/^\w+$/.test(plain)) return undefined;
  const forms = [`\\p{${plain}}`, `\\p{Script=${plain}}`];
  return forms.map(tryPattern).find((found) => found !== undefined);
}

function tryPattern(source: string): CharacterSet | undefined {
  try {
    return fitting(new RegExp(`^${source}$`, 'u'));
  } catch {
    return undefined;
  }
}

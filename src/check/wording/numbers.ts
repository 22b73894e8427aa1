import { withoutReferences } from './plain-words.ts';

/** Digits in groups of three, as in 1,000, 1 000, 1.000 and ١٬٠٠٠, or with decimals. */
const GROUPED = /(?<!\d)\d{1,3}(?:[.,\u066C\u2019'\u0020\u00A0\u202F]\d{3})+(?!\d)/g;
/** Digits behind a Latin letter belong to a name or a code: `REF10`. */
const NUMBER = /(?<![A-Za-z_\d])\d+(?:[.,\u066B]\d+)*/g;
const FULL_HOUR = /(?<=\d):00(?!\d)/g;

/** Small numbers are as often written in words, which no table of languages could keep up with. */
const SPELT_OUT = 12;

export interface NumberDifference {
  /** What the translation has and the source has not. */
  readonly added: readonly string[];
  readonly lost: readonly string[];
}

/**
 * The numbers in which a translation differs from its source, whatever the script of the digits and the sign for decimals and
 * thousands. Numbers that may have become words are no difference, nor are hours of the afternoon.
 */
export function differentNumbers(source: string, translation: string): NumberDifference | undefined {
  const had = numbersIn(source);
  const has = numbersIn(translation);
  const lost = without(had, has);
  const added = without(has, had);
  if (lost.length === 0 && added.length === 0) return undefined;
  if (isSameTime(source, translation, lost, added)) return undefined;
  const isReplaced = lost.length > 0 && added.length > 0;
  const isCertain = isReplaced || [...lost, ...added].some((number) => !isSpeltOut(number));
  return isCertain ? { added, lost } : undefined;
}

function numbersIn(text: string): readonly string[] {
  const plain = withoutReferences(text)
    .replaceAll(/\p{Nd}/gu, latinDigit)
    .replaceAll(FULL_HOUR, '')
    .replaceAll(GROUPED, (number) => number.replaceAll(/\D/g, ''));
  return [...plain.matchAll(NUMBER)].map(([number]) => number.replaceAll(/[,\u066B]/g, '.').replace(/^0+(?=\d)/, ''));
}

/** The digits of each script stand in a row of ten (Unicode Standard, 4.6). */
function latinDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  if (point < 0x80) return digit;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

function without(numbers: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return numbers.filter((number) => {
    const at = left.indexOf(number);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isSpeltOut(number: string): boolean {
  return /^\d+$/.test(number) && Number(number) <= SPELT_OUT;
}

/** `8 pm` is 20:00, and 8.30 may be half past eight. */
function isSameTime(source: string, translation: string, lost: readonly string[], added: readonly string[]): boolean {
  const isAfternoon = /\d\s*p\.?\s?m\b/i.test(`${source} ${translation}`);
  if (!isAfternoon || lost.length !== added.length) return false;
  return lost.every((number, index) => Math.abs(Number(number) - Number(added[index])) === 12);
}

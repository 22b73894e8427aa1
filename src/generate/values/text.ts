import type { Limit } from '../plan/limits.ts';
import type { Random } from '../random.ts';
import { numberWithin, rangesOf } from './number.ts';
import { textLike } from './pattern.ts';

/** Words that nobody takes for an answer that a person gave. */
export function sampleText(random: Random): string {
  return `Sample text ${1 + random.below(999)}`;
}

/** A text that suits, as far as is known of it. */
export function textWithin(limit: Limit, isNumeric: boolean, random: Random): string {
  const { answer, number, length, pattern } = limit;
  if (pattern !== undefined) return fitted(textLike(pattern, random) ?? sampleText(random), limit);
  if (answer?.kind === 'texts' && !answer.isNot) return random.pick([...answer.values]) ?? '';
  if (number !== undefined) return numberWithin(number, 0, random, false);
  if (isNumeric) return lengthened(String(1 + random.below(9_999_999)), length, '7');
  return lengthened(sampleText(random), length, ' and more');
}

/** A pattern that repeats without an end can give more than the length allows. */
function fitted(text: string, { length }: Limit): string {
  const [, most] = rangesOf(length)[0] ?? [0, Infinity];
  return text.length > most ? text.slice(0, most) : text;
}

function lengthened(text: string, length: Limit['length'], filling: string): string {
  const [least, most] = rangesOf(length)[0] ?? [0, Infinity];
  const long = text.length < least ? text.padEnd(least, filling).trimEnd().padEnd(least, '.') : text;
  return long.length > most ? long.slice(0, most).trimEnd().padEnd(most, '.') : long;
}

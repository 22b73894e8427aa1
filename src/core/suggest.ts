import { distance } from 'fastest-levenshtein';
import { compareText } from './location.ts';

/** The candidate that a misspelt word most likely meant, or undefined where none is near enough. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  if (folded === '') return undefined;
  // Two letters swapped count as two steps, and that is the commonest slip.
  const limit = folded.length < 2 ? 0 : folded.length < 4 ? 1 : Math.max(2, Math.floor(folded.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of [...candidates].toSorted(compareText)) {
    if (Math.abs(candidate.length - word.length) > limit + 2) continue;
    const steps = fold(candidate) === folded ? 0 : distance(folded, fold(candidate));
    if (steps < bestDistance) [best, bestDistance] = [candidate, steps];
  }
  return best;
}

/** Each look goes through all candidates: with thousands of both, only the first words are worth the time. */
const MOST_LOOKED_FOR = 200;

/** `suggest` for many words and the same candidates: each word is looked for once, and of very many only the first. */
export function suggester(candidates: Iterable<string>): (word: string) => string | undefined {
  const all = [...candidates].toSorted(compareText);
  const known = new Map<string, string | undefined>();
  return (word) => {
    if (!known.has(word) && known.size < MOST_LOOKED_FOR) known.set(word, suggest(word, all));
    return known.get(word);
  };
}

/**
 * The candidate that a word is a slip of, beyond doubt: one letter in six, two in nine, or two letters swapped. For words
 * that may as well be the author's own.
 */
export function slipOf(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  // A number behind a known word makes another word: image2.
  const isNumbered = /\d$/.test(word);
  return [...candidates].toSorted(compareText).find((candidate) => {
    const other = fold(candidate);
    if (Math.abs(folded.length - other.length) > 2 || (isNumbered && !/\d$/.test(candidate))) return false;
    const limit = Math.min(folded.length, other.length);
    return (
      isSwapped(folded, other) || folded === other || distance(folded, other) <= (limit < 6 ? 0 : limit < 9 ? 1 : 2)
    );
  });
}

/** Whether two words differ by two neighbouring letters that changed places. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  const swapped = `${word[at + 1] ?? ''}${word[at] ?? ''}`;
  return at < word.length - 1 && other === word.slice(0, at) + swapped + word.slice(at + 2);
}

/** Case, blanks, hyphens and underscores are what people confuse most, so they count nothing. */
function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

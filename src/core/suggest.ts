import { distance } from 'fastest-levenshtein';
import { compareText } from './location.ts';

/** The candidate that a misspelt word most likely meant, or undefined where none is near enough. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  // Two letters swapped count as two steps, and that is the commonest slip.
  const limit = folded.length < 4 ? 1 : Math.max(2, Math.floor(folded.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of [...candidates].toSorted(compareText)) {
    if (Math.abs(candidate.length - word.length) > limit + 2) continue;
    const steps = fold(candidate) === folded ? 0 : distance(folded, fold(candidate));
    if (steps < bestDistance) [best, bestDistance] = [candidate, steps];
  }
  return best;
}

/** Case, blanks, hyphens and underscores are what people confuse most, so they count nothing. */
function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

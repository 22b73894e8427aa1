import { quote } from '../../../diagnostics/quote.ts';
import type { Section } from '../../../model/item.ts';
import { isRepeat } from '../../../model/repeats.ts';

/** The sections around an item, outermost first. */
export type Path = readonly Section[];

/** The path with the most repeats; the first of those that have as many. */
export function deepest(scopes: readonly Path[]): Path {
  const depth = (scope: Path): number => scope.filter(isRepeat).length;
  return scopes.reduce((best, scope) => (depth(scope) > depth(best) ? scope : best), []);
}

export function isPrefix(outer: Path, inner: Path): boolean {
  return outer.every((section, index) => section === inner[index]);
}

export function commonPath([first = [], ...others]: readonly Path[]): Path {
  const end = first.findIndex((section, index) => others.some((path) => path[index] !== section));
  return end < 0 ? first : first.slice(0, end);
}

export function wordsOf(scope: Path): string {
  const repeat = scope.at(-1);
  return repeat ? `the repeat ${quote(repeat.name.string.text)}` : 'the form outside of repeats';
}

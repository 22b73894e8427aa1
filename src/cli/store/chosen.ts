import { suggest } from '../../core/suggest.ts';
import { didYouMean, listed, quote } from '../../diagnostics/quote.ts';
import type { ProjectInStore, ReadStore } from '../../store/read-store.ts';
import { UsageError } from '../host.ts';

/**
 * The projects of a store that words name: a server or a project; without words all.
 * @throws UsageError for a word that names none
 */
export function chosenInStore({ projects }: ReadStore, words: readonly string[]): readonly ProjectInStore[] {
  const names = projects.map(({ project }) => project);
  if (names.length === 0) throw new UsageError('The store is empty.', 'Fill it with: lexiform pull');
  const servers = [...new Set(names.map((name) => name.split('/')[0] ?? name))];
  for (const word of words)
    if (!names.includes(word) && !servers.includes(word)) {
      const hint = didYouMean(suggest(word, [...names, ...servers])).trim();
      throw new UsageError(
        `Nothing of ${quote(word)} is in the store.`,
        `${hint === '' ? `It has ${listed(names, 'and')}.` : hint} lexiform pull brings in more.`,
      );
    }
  return projects.filter(
    ({ project }) => words.length === 0 || words.some((word) => project === word || project.startsWith(`${word}/`)),
  );
}

import { memoized } from '../../core/memo.ts';
import type { Dictionary } from '../dictionary.ts';
import { compareDictionaries } from './compare-dictionaries.ts';
import type { Difference } from './difference.ts';

/** In what a country differs from its core; nothing for a core. Several ask for it, and it takes its time. */
export const countryDifferences = memoized((dictionary: Dictionary): readonly Difference[] => {
  const { country } = dictionary;
  return country ? compareDictionaries(country.core, dictionary) : [];
});

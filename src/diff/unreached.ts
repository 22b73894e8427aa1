import { compareDictionaries } from '../model/compare/compare-dictionaries.ts';
import { countryDifferences } from '../model/compare/country-differences.ts';
import type { Difference } from '../model/compare/difference.ts';
import type { Dictionary } from '../model/dictionary.ts';

/** Something that the core has changed, and that a country says otherwise: it stays as the country has it. */
export interface Unreached {
  readonly path: string;
  /** What the core said, what it says, and what the country says; '' for nothing. */
  readonly was: string;
  readonly core: string;
  readonly country: string;
  /** Between the core and the country. */
  readonly difference: Difference;
}

/** The differences between two cores by their paths: facets of what both have. */
export function facetsChanged(before: Dictionary, after: Dictionary): ReadonlyMap<string, Difference> {
  const facets = compareDictionaries(before, after).filter(isOfFacet);
  return new Map(facets.map((difference) => [difference.path, difference]));
}

/** What of it does not reach a country, each once, wherever it is asked. */
export function unreachedIn(dictionary: Dictionary, changed: ReadonlyMap<string, Difference>): readonly Unreached[] {
  const { country } = dictionary;
  if (!country || changed.size === 0) return [];
  const told = new Set<string>();
  return countryDifferences(dictionary).flatMap((difference): readonly Unreached[] => {
    const change = changed.get(difference.path);
    const key = keyOf(difference);
    if (!change || !isOfFacet(difference) || told.has(key)) return [];
    told.add(key);
    const { path, before, after } = difference;
    const words = { was: change.before?.words ?? '', core: before?.words ?? '', country: after?.words ?? '' };
    return [{ path, ...words, difference }];
  });
}

function isOfFacet({ subject, kind }: Difference): boolean {
  return subject.before !== undefined && subject.after !== undefined && kind !== 'moved' && kind !== 'translated';
}

/** A variable and the questions that ask it say the same. */
function keyOf({ subject, name, facet, language, before, after }: Difference): string {
  const item = subject.kind === 'item' ? subject.after?.item : undefined;
  const variable = item?.kind === 'question' ? item.variable : undefined;
  const holder = subject.kind === 'code' ? subject.lists.before.name : '';
  return JSON.stringify([holder, variable ?? name, facet, language, before?.words, after?.words]);
}

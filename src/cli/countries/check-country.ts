import { checkDictionary } from '../../check/check.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { rebaseRules } from '../../diagnostics/rules/rebase.ts';
import { suppressionRules } from '../../diagnostics/rules/suppression.ts';
import { suppress } from '../../diagnostics/suppression.ts';
import type { CountrySource } from '../../dictionary/compiled.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { foundCountry, ofCountries } from '../parts/of-countries.ts';
import type { Layered } from './project.ts';

/** A country with what check finds in it and not in its core. */
export interface CheckedCountry {
  readonly id: string;
  readonly dictionary: Dictionary | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What waits for a decision, or is set aside in vain, breaks nothing. */
const HARMLESS = { ...rebaseRules, ...suppressionRules };

/** Checks the countries of a core, which itself is checked once. */
export function countryChecker({ core, compiled }: Layered): (country: CountrySource) => CheckedCountry {
  const known = [...compiled.diagnostics, ...checkDictionary(core, core.profiles)];
  return ({ id, compile }) => {
    const { dictionary, diagnostics, comments } = compile();
    const found = dictionary ? [...diagnostics, ...checkDictionary(dictionary, dictionary.profiles)] : diagnostics;
    const own = ofCountries(known, [{ country: foundCountry(dictionary), found }]);
    const told = suppress(own, [...compiled.comments, ...comments]);
    return { id, dictionary, diagnostics: told.filter(({ rule }) => !Object.hasOwn(HARMLESS, rule)) };
  };
}

import { fileOf, type Location } from '../../core/location.ts';
import { keyOf } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { listed } from '../../diagnostics/quote.ts';
import type { Dictionary } from '../../model/dictionary.ts';

/** What was found about a part of a source. */
export interface Found {
  /** The country that the part is of; undefined for the core, and for a country that could not be read. */
  readonly country: FoundCountry | undefined;
  readonly found: readonly Diagnostic[];
}

export interface FoundCountry {
  readonly id: string;
  /** The beginning of its country.yaml. */
  readonly location: Location;
}

/** The country that a dictionary came of. */
export function foundCountry(dictionary: Dictionary | undefined): FoundCountry | undefined {
  const country = dictionary?.country;
  return country && { id: country.id.string.text, location: country.origin.location };
}

/** What is told of countries and not of the core already, each once; what stands in the core says for whom it holds. */
export function ofCountries(core: readonly Diagnostic[], countries: readonly Found[]): readonly Diagnostic[] {
  const ofCore = new Set(core.map(keyOf));
  const told = new Map<string, { readonly diagnostic: Diagnostic; readonly countries: FoundCountry[] }>();
  for (const { country, found } of countries)
    for (const diagnostic of found) {
      const key = keyOf(diagnostic);
      if (ofCore.has(key)) continue;
      const known = told.get(key) ?? { diagnostic, countries: [] };
      if (country && !isInside(country, diagnostic)) known.countries.push(country);
      told.set(key, known);
    }
  return [...told.values()].map(({ diagnostic, countries: holds }) => withCountries(diagnostic, holds));
}

/** Whether a finding shows a place of the country, so that nobody asks for whom it holds. */
function isInside(country: FoundCountry, { location, related }: Diagnostic): boolean {
  const folder = fileOf(country.location).replace(/[^/]*$/, '');
  return [location, ...related.map((each) => each.location)].some((place) => fileOf(place).startsWith(folder));
}

const FEW = 3;

function withCountries(diagnostic: Diagnostic, countries: readonly FoundCountry[]): Diagnostic {
  const [first] = countries;
  if (!first) return diagnostic;
  const ids = [...new Set(countries.map(({ id }) => id))];
  const shown = ids.length > FEW + 1 ? [...ids.slice(0, FEW), `${ids.length - FEW} more`] : ids;
  const message = `for ${ids.length === 1 ? 'the country' : 'the countries'} ${listed(shown, 'and')}`;
  return { ...diagnostic, related: [...diagnostic.related, { message, location: first.location }] };
}

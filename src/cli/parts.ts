import { fileOf } from '../core/location.ts';
import { suggest } from '../core/suggest.ts';
import { keyOf } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listed, quote } from '../diagnostics/quote.ts';
import type { Compiled, CountrySource } from '../dictionary/compiled.ts';
import type { Country, Dictionary } from '../model/dictionary.ts';
import { UsageError } from './host.ts';
import { chosenForms } from './source.ts';

/** The core of a dictionary, or one country: what is built into one folder. */
export interface SourcePart {
  /** `core`, or the id of the country. */
  readonly name: string;
  readonly dictionary: Dictionary;
  /** The forms that the command is about. */
  readonly forms: Dictionary['forms'];
}

/** A country as it was read. */
export interface ReadCountry extends Compiled {
  readonly name: string;
}

/**
 * The countries of a dictionary that were named, or all of them.
 * @throws UsageError for one that the dictionary does not have
 */
export function readCountries(countries: readonly CountrySource[], ids: readonly string[]): readonly ReadCountry[] {
  const known = countries.map(({ id }) => id);
  for (const id of ids) if (!known.includes(id)) throw unknownCountry(id, known);
  const chosen = countries.filter(({ id }) => ids.length === 0 || ids.includes(id));
  return chosen.map(({ id, compile }) => ({ name: id, ...compile() }));
}

function unknownCountry(id: string, known: readonly string[]): UsageError {
  const likely = suggest(id, known);
  const all = known.length > 0 ? `It has: ${known.join(', ')}.` : 'A country is a folder: countries/ID/country.yaml';
  return new UsageError(
    `The dictionary has no country ${quote(id)}.`,
    likely === undefined ? all : `Did you mean ${quote(likely)}?`,
  );
}

/** A country that could be read at all. */
export function readable({ name, dictionary }: ReadCountry): readonly Omit<SourcePart, 'forms'>[] {
  return dictionary ? [{ name, dictionary }] : [];
}

/** Each part with the forms that were named, or all; a form of one country alone is enough. */
export function withForms(
  parts: readonly Omit<SourcePart, 'forms'>[],
  names: readonly string[],
  kind: 'dictionary' | 'workbook',
): readonly SourcePart[] {
  const all = new Map(parts.flatMap(({ dictionary }) => [...dictionary.forms]));
  if (parts.length > 0) chosenForms(all, names, kind);
  return parts.map((part) => {
    const own = [...part.dictionary.forms].filter(([name]) => names.length === 0 || names.includes(name));
    return { ...part, forms: new Map(own) };
  });
}

/** What was found about a part of a source. */
export interface Found {
  readonly dictionary: Dictionary | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is told of countries and not of the core already, each once; what stands in the core says for whom it holds. */
export function ofCountries(core: readonly Diagnostic[], countries: readonly Found[]): readonly Diagnostic[] {
  const ofCore = new Set(core.map(keyOf));
  const told = new Map<string, { readonly diagnostic: Diagnostic; readonly countries: Country[] }>();
  for (const { dictionary, diagnostics } of countries)
    for (const diagnostic of diagnostics) {
      const key = keyOf(diagnostic);
      if (ofCore.has(key)) continue;
      const known = told.get(key) ?? { diagnostic, countries: [] };
      const country = dictionary?.country;
      if (country && !isInside(country, diagnostic)) known.countries.push(country);
      told.set(key, known);
    }
  return [...told.values()].map(({ diagnostic, countries: holds }) => withCountries(diagnostic, holds));
}

/** Whether a finding shows a place of the country, so that nobody asks for whom it holds. */
function isInside({ origin }: Country, { location, related }: Diagnostic): boolean {
  const folder = fileOf(origin.location).replace(/[^/]*$/, '');
  return [location, ...related.map((each) => each.location)].some((place) => fileOf(place).startsWith(folder));
}

const FEW = 3;

function withCountries(diagnostic: Diagnostic, countries: readonly Country[]): Diagnostic {
  const [first] = countries;
  if (!first) return diagnostic;
  const ids = [...new Set(countries.map(({ id }) => id.string.text))];
  const shown = ids.length > FEW + 1 ? [...ids.slice(0, FEW), `${ids.length - FEW} more`] : ids;
  const message = `for ${ids.length === 1 ? 'the country' : 'the countries'} ${listed(shown, 'and')}`;
  return { ...diagnostic, related: [...diagnostic.related, { message, location: first.origin.location }] };
}

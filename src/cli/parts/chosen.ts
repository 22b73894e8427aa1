import { CORE } from '../../conform/made-by.ts';
import { suggest } from '../../core/suggest.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { CountrySource } from '../../dictionary/compiled.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { UsageError } from '../host.ts';
import { chosenForms } from '../source.ts';

export type SourceKind = 'dictionary' | 'workbook';

/**
 * The countries of a source that were named; `core` is none, and can be named beside them.
 * @throws UsageError for one that it does not have
 */
export function chosenCountries(
  countries: readonly CountrySource[],
  ids: readonly string[],
  kind: SourceKind,
): readonly CountrySource[] {
  const known = countries.map(({ id }) => id);
  for (const id of ids) if (id !== CORE && !known.includes(id)) throw unknownCountry(id, known, kind);
  return countries.filter(({ id }) => ids.includes(id));
}

/** The same for commands that are about countries alone: without a name, all of them. */
export function namedCountries(countries: readonly CountrySource[], ids: readonly string[]): readonly CountrySource[] {
  return ids.length === 0 ? countries : chosenCountries(countries, ids, 'dictionary');
}

function unknownCountry(id: string, known: readonly string[], kind: SourceKind): UsageError {
  if (kind === 'workbook')
    return new UsageError(
      'A workbook has no countries: it is of one already, or of none.',
      `Leave --country out, or name the folder of the dictionary that has the country ${quote(id)}.`,
    );
  const likely = suggest(id, known);
  const all = known.length > 0 ? `It has: ${known.join(', ')}.` : 'A country is a folder: countries/ID/country.yaml';
  return new UsageError(
    `The dictionary has no country ${quote(id)}.`,
    likely === undefined ? all : `Did you mean ${quote(likely)}?`,
  );
}

/** The forms of a part that were named, or all. */
export function formsOf({ forms }: Dictionary, names: readonly string[]): Dictionary['forms'] {
  return names.length === 0 ? forms : new Map([...forms].filter(([name]) => names.includes(name)));
}

/**
 * A form of one country alone is enough.
 * @param parts the names of the forms of each part
 * @throws UsageError for a form that no part has
 */
export function refuseUnknownForms(
  parts: readonly (readonly string[])[],
  names: readonly string[],
  kind: SourceKind,
): void {
  if (parts.length > 0) chosenForms(new Map(parts.flat().map((name) => [name, name])), names, kind);
}

import { fileOf } from '../core/location.ts';
import { suggest } from '../core/suggest.ts';
import { keyOf } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Compiled, CountrySource } from '../dictionary/compiled.ts';
import type { Dictionary } from '../model/dictionary.ts';
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
 * The countries of a source that were named.
 * @throws UsageError for one that it does not have
 */
export function chosenCountries(
  countries: readonly CountrySource[],
  ids: readonly string[],
  kind: SourceKind,
): readonly CountrySource[] {
  const known = countries.map(({ id }) => id);
  for (const id of ids) if (!known.includes(id)) throw unknownCountry(id, known, kind);
  return countries.filter(({ id }) => ids.includes(id));
}

export type SourceKind = 'dictionary' | 'workbook';

export function readCountry({ id, compile }: CountrySource): ReadCountry {
  return { name: id, ...compile() };
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

/** A country that could be read at all. */
export function readable({ name, dictionary }: ReadCountry): readonly Omit<SourcePart, 'forms'>[] {
  return dictionary ? [{ name, dictionary }] : [];
}

/** Each part with the forms that were named, or all; a form of one country alone is enough. */
export function withForms(
  parts: readonly Omit<SourcePart, 'forms'>[],
  names: readonly string[],
  kind: SourceKind,
): readonly SourcePart[] {
  const all = new Map(parts.flatMap(({ dictionary }) => [...dictionary.forms]));
  if (parts.length > 0) chosenForms(all, names, kind);
  return parts.map((part) => {
    const own = [...part.dictionary.forms].filter(([name]) => names.length === 0 || names.includes(name));
    return { ...part, forms: new Map(own) };
  });
}

/** What is told of a country and not of the core already; where it stands in the core, it says for whom it holds. */
export function inCountry(
  found: readonly Diagnostic[],
  { country }: Dictionary,
  known: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (!country) return found;
  const told = new Set(known.map(keyOf));
  const { location } = country.origin;
  const folder = fileOf(location).replace(/[^/]*$/, '');
  const message = `for the country ${country.id.string.text}`;
  return found
    .filter((diagnostic) => !told.has(keyOf(diagnostic)))
    .map((diagnostic) =>
      fileOf(diagnostic.location).startsWith(folder)
        ? diagnostic
        : { ...diagnostic, related: [...diagnostic.related, { message, location }] },
    );
}

import type { Dictionary } from '../../model/dictionary.ts';
import { type CoreRows, coreRows, labelIn } from './core-rows.ts';
import { type CountryColumn, countryColumn } from './country-column.ts';

/** A country beside others. */
export interface MatrixCountry {
  readonly id: string;
  readonly title: string;
  /** The tags of the languages that it speaks. */
  readonly languages: readonly string[];
  /** Nothing where the country cannot be read. */
  readonly column: CountryColumn | undefined;
}

/** How each country differs from the core: tables of words, nothing of how they look. */
export interface Matrix {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly rows: CoreRows;
  readonly countries: readonly MatrixCountry[];
}

/** A country as it was read, and what was found in it. */
export interface FoundCountry {
  readonly id: string;
  readonly dictionary: Dictionary | undefined;
  readonly violations: number;
}

/** @param found countries one after the other; each can be let go when the next is asked for */
export function countryMatrix(core: Dictionary, found: Iterable<FoundCountry>): Matrix {
  const rows = coreRows(core);
  const countries: MatrixCountry[] = [];
  for (const { id, dictionary, violations } of found) {
    const country = dictionary?.country;
    countries.push({
      id,
      title: labelIn(country?.title, core),
      languages: country?.languages ?? [],
      column: dictionary && country && countryColumn(dictionary, country, rows, violations),
    });
  }
  return {
    name: core.name.string.text,
    title: labelIn(core.title, core),
    version: core.version?.string.text ?? '',
    rows,
    countries,
  };
}

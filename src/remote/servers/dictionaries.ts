import type { Dictionary } from '../../model/dictionary.ts';

/** A dictionary and the layers of its countries, as far as they are needed: each is read when it is asked for. */
export interface Dictionaries {
  readonly core: Dictionary | undefined;
  /** The ids of its countries. */
  readonly countries: readonly string[];
  /** The core, or a country; undefined for one that there is not, or that cannot be read. */
  readonly of: (country: string | undefined) => Dictionary | undefined;
  /** The names of the forms of a country; undefined where nobody looked, or it has lines that could not be read. */
  readonly formsOf: (country: string) => readonly string[] | undefined;
}

/** @param countries reads each country */
export function dictionariesOf(
  core: Dictionary | undefined,
  countries: readonly {
    readonly id: string;
    readonly compile: () => { readonly dictionary: Dictionary | undefined };
  }[],
  formsOf: Dictionaries['formsOf'],
): Dictionaries {
  const read = new Map<string, Dictionary | undefined>();
  return {
    core,
    countries: countries.map(({ id }) => id),
    of: (country) => {
      if (country === undefined) return core;
      if (!read.has(country)) read.set(country, countries.find(({ id }) => id === country)?.compile().dictionary);
      return read.get(country);
    },
    formsOf,
  };
}

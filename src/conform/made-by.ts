import type { Dictionary } from '../model/dictionary.ts';

/** What the core of a dictionary is called beside its countries. */
export const CORE = 'core';

/** `core`, or the country whose form left a stamp; undefined where another dictionary did. Names of a country begin with its id. */
export function makerOf(stamp: string, { name }: Dictionary, countries: readonly string[]): string | undefined {
  const dictionary = `${name.string.text} `;
  if (!stamp.startsWith(dictionary)) return undefined;
  return countries.find((id) => stamp.startsWith(`${id}_`, dictionary.length)) ?? CORE;
}

/** The part of its dictionary that a form is of: a country, or `core`. */
export function partOf({ country }: Dictionary): string {
  return country?.id.string.text ?? CORE;
}

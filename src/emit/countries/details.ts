import type { Location } from '../../core/location.ts';
import { positionAt } from '../../core/location.ts';
import type { Difference } from '../../model/compare/difference.ts';
import { placesOfCountry } from '../../model/contract/places-of-country.ts';
import type { Country, Dictionary } from '../../model/dictionary.ts';
import { type Detail, unique } from './cell.ts';
import { fileTeller } from './core-rows.ts';
import type { Note } from './notes.ts';

/** Tells where a country makes a difference: `countries/xa/variables.yaml:12`. */
export type PlaceOf = (difference: Difference) => string;

export function placeOfDifference(country: Country): PlaceOf {
  const tell = placeTold(country.core);
  const locate = placesOfCountry(country);
  return (difference) => tell(locate(difference));
}

/** File and line, the file as it is called inside the dictionary. */
export function placeTold(core: Dictionary): (location: Location) => string {
  const fileIn = fileTeller(core);
  return (location) => `${fileIn(location)}${lineIn(location)}`;
}

function lineIn(location: Location): string {
  if (location.kind === 'text') return `:${positionAt(location.source, location.start).line}`;
  return location.kind === 'cell' ? ` ${location.sheet}!${location.cell}` : '';
}

/** `label (fr)` */
export function facetWords({ facet, language }: Difference): string {
  return language === undefined || language === '' ? facet : `${facet} (${language})`;
}

/** Both versions of a difference. */
export function detailOf(difference: Difference, placeOf: PlaceOf, what = facetWords(difference), where = ''): Detail {
  const { before, after, language } = difference;
  return { what, language, core: before?.words ?? '', country: after?.words ?? '', where, place: placeOf(difference) };
}

/** What is the same in several forms is told once, with the forms where these are not all. */
export function facetDetails(notes: readonly Note[], forms: readonly string[], placeOf: PlaceOf): readonly Detail[] {
  const alike = new Map<string, Note[]>();
  for (const note of notes) {
    const { before, after } = note.difference;
    const key = JSON.stringify([facetWords(note.difference), before?.words, after?.words]);
    alike.set(key, [...(alike.get(key) ?? []), note]);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    return first ? [detailOf(first.difference, placeOf, facetWords(first.difference), whereOf(same, forms))] : [];
  });
}

function whereOf(notes: readonly Note[], forms: readonly string[]): string {
  const found = unique(notes.flatMap(({ form }) => form ?? []));
  const isEverywhere = notes.some(({ form }) => form === undefined) || forms.every((form) => found.includes(form));
  return isEverywhere ? '' : found.join(', ');
}

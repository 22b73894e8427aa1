import { type Cell, cellOf, type Part, unique } from './cell.ts';
import type { CoreRow } from './core-rows.ts';
import { detailOf, facetDetails, type PlaceOf } from './details.ts';
import type { Note } from './notes.ts';

/** A question, a note or a section of the core, as a country has it. */
export function questionCell(row: CoreRow, notes: readonly Note[], placeOf: PlaceOf): Cell {
  const of = (kind: Note['kind']): readonly Note[] => notes.filter((note) => note.kind === kind);
  const leftOut = leftOutPart(row, of('left-out'), placeOf);
  // What is asked nowhere is not changed either.
  if (leftOut.some(({ state }) => state === 'left-out')) return cellOf([...leftOut, ...morePart(of('more'), placeOf)]);
  return cellOf([
    ...leftOut,
    ...facetPart(row.forms, of('facet'), placeOf),
    ...translatedPart(of('facet')),
    ...movedPart(of('moved'), placeOf),
    ...morePart(of('more'), placeOf),
  ]);
}

function formsOf(notes: readonly Note[]): readonly string[] {
  return unique(notes.flatMap(({ form }) => form ?? []));
}

function leftOutPart({ forms }: CoreRow, notes: readonly Note[], placeOf: PlaceOf): readonly Part[] {
  if (notes.length === 0) return [];
  const placed = notes.filter(({ form }) => form !== undefined);
  const everywhere = placed.length >= forms.length;
  const told = placed.length > 0 ? placed : notes;
  const details = told.map(({ difference, form }) => {
    const what = form === undefined ? 'left out' : `left out of ${form}`;
    return { ...detailOf(difference, placeOf, what), core: '', country: '' };
  });
  if (everywhere) return [{ state: 'left-out', words: 'left out', details }];
  return [{ state: 'fewer', words: `left out of ${formsOf(placed).join(', ')}`, details }];
}

/** Facets by name. */
export function facetPart(forms: readonly string[], notes: readonly Note[], placeOf: PlaceOf): readonly Part[] {
  const told = notes.filter(({ difference }) => difference.kind !== 'translated');
  if (told.length === 0) return [];
  const facets = unique(told.map(({ difference }) => difference.facet));
  return [{ state: 'changed', words: `changed: ${facets.join(', ')}`, details: facetDetails(told, forms, placeOf) }];
}

/** What is said in further languages. */
export function translatedPart(notes: readonly Note[]): readonly Part[] {
  const tags = unique(
    notes.flatMap(({ difference: { kind, language } }) => (kind === 'translated' ? (language ?? []) : [])),
  );
  return tags.length === 0 ? [] : [{ state: 'translated', words: `translated (${tags.join(', ')})`, details: [] }];
}

function movedPart(notes: readonly Note[], placeOf: PlaceOf): readonly Part[] {
  if (notes.length === 0) return [];
  const details = notes.map(({ difference, form }) => detailOf(difference, placeOf, `moved in ${form}, behind`));
  return [{ state: 'moved', words: 'moved', details }];
}

function morePart(notes: readonly Note[], placeOf: PlaceOf): readonly Part[] {
  if (notes.length === 0) return [];
  const details = notes.map(({ difference, form }) => ({
    ...detailOf(difference, placeOf, `also in ${form}`),
    core: '',
    country: '',
  }));
  return [{ state: 'more', words: `also in ${formsOf(notes).join(', ')}`, details }];
}

import { type Cell, cellOf, type Detail, type Part, unique } from './cell.ts';
import { detailOf, type PlaceOf } from './details.ts';
import type { Note } from './notes.ts';
import { facetPart, translatedPart } from './question-cell.ts';

/** A form of the core, as a country has it: what is said of itself, and how many of its questions differ. */
export function formCell(notes: readonly Note[], placeOf: PlaceOf): Cell {
  const gone = notes.find(({ kind }) => kind === 'left-out');
  if (gone) {
    const detail = { ...detailOf(gone.difference, placeOf, 'left out'), core: '', country: '' };
    return cellOf([{ state: 'left-out', words: 'left out', details: [detail] }]);
  }
  const facets = notes.filter(({ kind }) => kind === 'facet');
  return cellOf([
    ...itemPart(notes.filter(({ kind }) => kind === 'item')),
    ...facetPart(
      [],
      facets.filter((note) => !isOfLanguages(note)),
      placeOf,
    ),
    ...translatedPart(facets),
    // Each country speaks its own languages.
    ...(facets.some(isOfLanguages) ? [{ state: 'translated', words: 'other languages', details: [] } as const] : []),
  ]);
}

function isOfLanguages({ difference }: Note): boolean {
  return difference.facet === 'languages';
}

function itemPart(notes: readonly Note[]): readonly Part[] {
  const names = (facet: string): readonly string[] =>
    unique(notes.filter(({ difference }) => difference.facet === facet).map(({ difference }) => difference.name));
  const [added, removed, moved] = [names('add'), names('remove'), names('order')];
  const whole = new Set(['add', 'remove', 'order']);
  const changed = unique(
    notes
      .filter(({ difference: { kind, facet } }) => kind !== 'translated' && !whole.has(facet))
      .map(({ difference }) => difference.name),
  );
  const counts = [added.length > 0 ? `+${added.length}` : '', removed.length > 0 ? `−${removed.length}` : ''].filter(
    Boolean,
  );
  const words = [
    counts.join(' '),
    changed.length > 0 ? `${changed.length} changed` : '',
    moved.length > 0 ? `${moved.length} moved` : '',
  ].filter(Boolean);
  if (words.length === 0) return [];
  const details = [named('added', added), named('left out', removed), named('changed', changed), named('moved', moved)];
  return [{ state: 'changed', words: `questions: ${words.join(', ')}`, details: details.flat() }];
}

function named(what: string, names: readonly string[]): readonly Detail[] {
  if (names.length === 0) return [];
  return [{ what, language: undefined, core: '', country: names.join(', '), where: '', place: '' }];
}

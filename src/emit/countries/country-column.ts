import { adaptationsOf } from '../../model/adaptations.ts';
import { countryDifferences } from '../../model/compare/country-differences.ts';
import type { Country, Dictionary } from '../../model/dictionary.ts';
import { type Cell, SAME } from './cell.ts';
import type { CoreRow, CoreRows } from './core-rows.ts';
import { placeOfDifference, placeTold } from './details.ts';
import { type Counts, countsOf } from './counts.ts';
import { type DifferenceRow, differenceRows } from './difference-rows.ts';
import { formCell } from './form-cell.ts';
import { listCell } from './list-cell.ts';
import { shownIn, type Note, notesOf } from './notes.ts';
import { type Own, ownThings } from './own.ts';
import { questionCell } from './question-cell.ts';

/** How one country differs from the core. Words only: what they were made from can be let go. */
export interface CountryColumn {
  /** Rows of the core that are not in it are the same. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly own: readonly Own[];
  readonly differences: readonly DifferenceRow[];
  readonly counts: Counts;
}

/** @param violations how many findings of check say that the country breaks the contract */
export function countryColumn(
  dictionary: Dictionary,
  country: Country,
  rows: CoreRows,
  violations: number,
): CountryColumn {
  const differences = shownIn(country, countryDifferences(dictionary));
  const notes = notesOf(differences, rows, country.core);
  const placeOf = placeOfDifference(country);
  const cells = new Map([...notes].flatMap(([key, own]) => cellEntry(rows.byKey.get(key), own, placeOf)));
  const own = ownThings(dictionary, country, rows, placeTold(country.core));
  const waiting = adaptationsOf(dictionary).filter(({ state }) => state === 'moved').length;
  const counts = countsOf(dictionary, { cells, own, notes }, rows);
  return { cells, own, differences: differenceRows(differences, placeOf), counts: { ...counts, waiting, violations } };
}

function cellEntry(
  row: CoreRow | undefined,
  notes: readonly Note[],
  placeOf: ReturnType<typeof placeOfDifference>,
): readonly (readonly [string, Cell])[] {
  if (!row) return [];
  const cell =
    row.kind === 'list'
      ? listCell(notes, placeOf)
      : row.kind === 'form'
        ? formCell(notes, placeOf)
        : questionCell(row, notes, placeOf);
  return cell === SAME ? [] : [[row.key, cell]];
}

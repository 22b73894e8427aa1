import type { Report } from '../../../diagnostics/collector.ts';
import { codePlace, type Place, type Places, titleOf } from '../places/place.ts';
import { type Earlier, type EarlierRow, wordIn } from './earlier.ts';
import type { OutColumn } from './list-columns.ts';

/** How many places of a list are new, gone, renamed and moved. */
export interface Changes {
  readonly added: number;
  readonly gone: number;
  readonly renamed: number;
  readonly moved: number;
}

export interface Comparison {
  readonly list: string;
  readonly places: Places;
  readonly earlier: Earlier;
  readonly columns: readonly OutColumn[];
  /** The rows of places that the gazetteer has no more. */
  readonly gone: readonly EarlierRow[];
  readonly report: Report;
}

/** Tells what a gazetteer changes of the list that was there before. */
export function tellChanges(comparison: Comparison): Changes {
  const { earlier, places, list, gone, report } = comparison;
  const count = { added: 0, renamed: 0, moved: 0 };
  for (const place of places.values()) {
    const row = earlier.rows.get(place.code);
    if (row) {
      if (tellRenamed(place, row, comparison)) count.renamed += 1;
      if (tellMoved(place, row, comparison)) count.moved += 1;
      tellStaysRetired(place, row, comparison);
    } else if (place.ended === undefined) {
      report('area-new', codePlace(place), { list, code: place.code, name: titleOf(place) });
      count.added += 1;
    }
  }
  const label = comparison.columns.find(({ kind, before }) => kind === 'label' && before >= 0)?.before ?? -1;
  for (const { code, cells, at } of gone) report('area-gone', at, { list, code, name: cells[label] ?? '' });
  tellKept(comparison);
  return { ...count, gone: gone.length };
}

function tellRenamed(place: Place, row: EarlierRow, { columns, list, report }: Comparison): boolean {
  const changed = columns.filter((column) => column.kind === 'label' && differs(column, place, row));
  for (const column of changed) {
    const params = {
      list,
      code: place.code,
      one: row.cells[column.before] ?? '',
      other: column.of(place),
      column: column.heading,
    };
    report('area-renamed', codePlace(place), params, { related: [{ message: 'before', location: row.at }] });
  }
  return changed.length > 0;
}

function tellMoved(place: Place, row: EarlierRow, { columns, list, report }: Comparison): boolean {
  const direct = columns.findLast(({ kind }) => kind === 'link');
  if (!direct || !differs(direct, place, row)) return false;
  const params = {
    list,
    code: place.code,
    name: titleOf(place),
    one: row.cells[direct.before] ?? '',
    other: direct.of(place),
  };
  report('area-moved', codePlace(place), params, { related: [{ message: 'before', location: row.at }] });
  return true;
}

/** What one of the two leaves empty is filled in by the other. */
function differs({ of, before }: OutColumn, place: Place, { cells }: EarlierRow): boolean {
  const [one, other] = [cells[before]?.normalize('NFC') ?? '', of(place)];
  return one !== '' && other !== '' && one !== other;
}

/** Somebody retired it by hand, or it was gone for a while: who imports must not decide that. */
function tellStaysRetired(place: Place, row: EarlierRow, { earlier, list, report }: Comparison): void {
  const since = wordIn(earlier, row, 'retired');
  if (since !== '' && place.ended === undefined)
    report('area-stays-retired', row.at, { list, code: place.code, name: titleOf(place), since });
}

function tellKept({ earlier, columns, list, report }: Comparison): void {
  const kept = columns.filter(({ kind }) => kind === 'kept').map(({ heading }) => heading);
  if (kept.length > 0) report('area-column-kept', earlier.at, { list, columns: kept });
}

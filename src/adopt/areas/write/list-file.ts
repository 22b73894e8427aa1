import type { Report } from '../../../diagnostics/collector.ts';
import { writeCsv } from '../../../formats/csv-write.ts';
import type { Places } from '../places/place.ts';
import { type Changes, tellChanges } from './changes.ts';
import { type Earlier, type EarlierRow, offeredRows, readEarlier } from './earlier.ts';
import { type ColumnsContext, listColumns, type OutColumn } from './list-columns.ts';
import type { ListTarget } from './list-targets.ts';

export interface ListFile {
  readonly csv: string;
  /** What is new against the list that was there before; undefined where there was none. */
  readonly changes: Changes | undefined;
}

const NOTHING: ListFile = { csv: '', changes: undefined };

/** The CSV of a list: the places of a level, then those that are in the gazetteer no more and stay as retired. */
export function listFile(list: ListTarget, places: Places, context: ColumnsContext, report: Report): ListFile {
  const earlier = readEarlier(context.target, list, context.gazetteer.tags, report);
  if (earlier === 'unreadable') return NOTHING;
  if (earlier && isUnlike(earlier, places)) {
    report('areas-unlike', earlier.at, { list: list.name, file: earlier.file, codes: [...earlier.rows.keys()] });
    return NOTHING;
  }
  const columns = listColumns(list, earlier, context);
  const gone = earlier ? offeredRows(earlier).filter(({ code }) => !places.has(code)) : [];
  const changes = earlier && tellChanges({ list: list.name, places, earlier, columns, gone, report });
  const rows = [
    ...[...places.values()].map((place) =>
      columns.map(({ of, before }) => of(place) || cellBefore(earlier?.rows.get(place.code), before)),
    ),
    ...keptRows(earlier, places, columns, new Set(gone), context.retired),
  ];
  return { csv: writeCsv(withoutEmpty(columns, rows)), changes };
}

/** Another country, or codes of another kind: every place would be retired at once. */
function isUnlike(earlier: Earlier, places: Places): boolean {
  const offered = offeredRows(earlier);
  return offered.length > 0 && offered.every(({ code }) => !places.has(code));
}

function cellBefore(row: EarlierRow | undefined, before: number): string {
  return row?.cells[before] ?? '';
}

function keptRows(
  earlier: Earlier | undefined,
  places: Places,
  columns: readonly OutColumn[],
  gone: ReadonlySet<EarlierRow>,
  retired: string,
): readonly (readonly string[])[] {
  const rows = [...(earlier?.rows.values() ?? [])].filter(({ code }) => !places.has(code));
  return rows.map((row) =>
    columns.map(({ kind, before }) => (kind === 'retired' && gone.has(row) ? retired : cellBefore(row, before))),
  );
}

/** Nothing was retired in most lists, and they need no column for it. */
function withoutEmpty(
  columns: readonly OutColumn[],
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const last = columns.length - 1;
  const all = [columns.map(({ heading }) => heading), ...rows];
  return rows.some((row) => row[last] !== '') ? all : all.map((row) => row.slice(0, last));
}

import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Columns } from './columns.ts';
import type { ReadTable } from './table.ts';

export function hasColumn(columns: Columns, name: string): boolean {
  return [...columns.values()].some((column) => column.name === name);
}

/** Tells where a sheet has no heading for a column that its rows need, and whether it has; each row would say less. */
export function requireColumn(
  column: string,
  { place, headers }: ReadTable,
  columns: Columns,
  report: Report,
): boolean {
  if (hasColumn(columns, column)) return true;
  const suggestion = suggest(
    column,
    headers.map(({ text }) => text),
  );
  const nearest = headers.find(({ text }) => text === suggestion) ?? headers[0];
  const at = nearest?.at ?? ({ kind: 'cell', ...place, row: 1, cell: 'A1', value: '' } as const);
  report('header-missing', at, { header: column, sheet: place.sheet, suggestion });
  return false;
}

import { name as quoted } from '../duckdb.ts';
import type { Table } from './plan.ts';
import { ENTRY_COLUMNS, SUBMISSION_COLUMNS } from './plan.ts';
import { selectOf } from './sql.ts';

/** The headings of a table, in order. */
export function headingsOf({ parent, columns }: Table): readonly string[] {
  return [...(parent ? ENTRY_COLUMNS : SUBMISSION_COLUMNS), ...columns.map(({ name }) => name)];
}

/** A table for people: days and times as texts, in UTC; whether a code was chosen as 1 or 0. */
export function readableSelect(table: Table, project: string): string {
  const kinds = new Map(table.columns.map(({ name, kind }) => [name, kind]));
  const cells = headingsOf(table).map((heading) => {
    const cell = quoted(heading);
    if (heading === '_submission_time' && !table.parent) return `strftime(${cell}, '%Y-%m-%dT%H:%M:%SZ')`;
    switch (kinds.get(heading)) {
      case 'date':
        return `CAST(${cell} AS VARCHAR)`;
      case 'instant':
        return `strftime(${cell} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ')`;
      case 'chosen':
        return `CAST(${cell} AS INTEGER)`;
      default:
        return cell;
    }
  });
  return `SELECT ${cells.join(', ')} FROM (${selectOf(table, project)})`;
}

import type { FormColumn, Level } from './levels.ts';
import type { ReadingTable } from './reading-table.ts';

/**
 * What the newest version of the form has and none of the tables: questions by their paths, and repeats as a whole. What is
 * only shown leaves no column, nor does what a server or a device adds.
 */
export function missingFrom(tables: readonly ReadingTable[], level: Level): readonly string[] {
  const own = tables.filter((table) => table.level === level);
  const found = new Set(tables.flatMap(({ understood }) => understood.meanings.flatMap(columnsOf)));
  const isThere = own.length > 0 || hasAny(level, found);
  if (!isThere) return level.current && level.key !== '' ? [level.key] : [];
  const missing = level.columns.filter((column) => isExpected(column) && !found.has(column)).map(({ key }) => key);
  return [...missing, ...level.repeats.flatMap((repeat) => missingFrom(tables, repeat))];
}

function columnsOf(meaning: ReadingTable['understood']['meanings'][number]): readonly FormColumn[] {
  return 'column' in meaning && meaning.column ? [meaning.column] : [];
}

function hasAny({ columns, repeats }: Level, found: ReadonlySet<FormColumn>): boolean {
  return columns.some((column) => found.has(column)) || repeats.some((repeat) => hasAny(repeat, found));
}

function isExpected({ current, answer, column }: FormColumn): boolean {
  return current && answer !== 'none' && column.added === undefined;
}

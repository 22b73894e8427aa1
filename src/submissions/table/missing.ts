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

/** The names of questions and repeats behind what is missing, those inside of a repeat that is missing as a whole too. */
export function missingNames(missing: readonly string[], level: Level): ReadonlySet<string> {
  const keys = new Set(missing);
  const inside = level.repeats.flatMap((repeat) => (keys.has(repeat.key) ? keysBelow(repeat) : []));
  const deeper = level.repeats.flatMap((repeat) => [...missingNames(missing, repeat)]);
  return new Set([...[...missing, ...inside].map((key) => key.split('/').at(-1) ?? key), ...deeper]);
}

function keysBelow({ columns, repeats }: Level): readonly string[] {
  return [...columns.map(({ key }) => key), ...repeats.flatMap((repeat) => [repeat.key, ...keysBelow(repeat)])];
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

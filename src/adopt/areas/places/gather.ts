import { ownLevel } from '../read/headings.ts';
import { type AreaRow, type AreaTable, textIn } from '../read/table.ts';
import { isOver } from './ended.ts';
import type { NameLanguages } from './languages.ts';
import { codeIn, type Gazetteer, type Place } from './place.ts';

/** A row that defines a place or could, with what is said of it. */
export interface Told {
  /** A place of the lowest level of its table, whose code stood there before. */
  readonly again: (place: Place, first: Place) => void;
  /** A row that names a place without its code. */
  readonly codeless: (table: AreaTable, row: AreaRow, level: number) => void;
}

/** The levels for which tables have codes, from the country down. */
export function levelsIn(tables: readonly AreaTable[]): readonly number[] {
  const found = tables.flatMap(({ columns }) =>
    [...columns.levels].flatMap(([level, { code }]) => (code === undefined ? [] : [level])),
  );
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** Reads the rows of tables as places. A level without a table of its own is taken from the tables below it. */
export function gather(tables: readonly AreaTable[], languages: NameLanguages, today: string, told: Told): Gazetteer {
  const levels = new Map<number, Map<string, Place>>(levelsIn(tables).map((level) => [level, new Map()]));
  for (const [level, places] of levels) {
    const own = tables.filter(({ columns }) => ownLevel(columns) === level);
    for (const table of own) takeOwn(table, level, places, languages, today, told);
    for (const table of tables)
      if (ownLevel(table.columns) > level && (own.length === 0 || hasShortRows(table)))
        takeMentioned(table, level, places, languages, own.length === 0);
  }
  return { levels, tags: languages.tags };
}

function takeOwn(
  table: AreaTable,
  level: number,
  places: Map<string, Place>,
  languages: NameLanguages,
  today: string,
  told: Told,
): void {
  const read = placeReader(table, level, languages);
  for (const row of table.rows) {
    const place = read(row, endOf(table, row, today));
    const first = places.get(place.code);
    if (place.code === '') {
      if (isNamed(place, table)) told.codeless(table, row, level);
    } else if (first) told.again(place, first);
    else places.set(place.code, place);
  }
}

/** A row that says no more than the places above is no place of this level, and a lone note none at all. */
function isNamed({ names, row }: Place, { columns }: AreaTable): boolean {
  const filled = row.cells.filter((cell) => cell !== '').length;
  const wide = columns.levels.size + columns.others.length > 2;
  return names.some((name) => name !== '') && !(wide && filled === 1);
}

/** In tables of all levels some rows end at a higher one: those places are nowhere else. */
function hasShortRows(table: AreaTable): boolean {
  const own = ownLevel(table.columns);
  return table.rows.some((row) => codeIn(table, row, own) === '');
}

function takeMentioned(
  table: AreaTable,
  level: number,
  places: Map<string, Place>,
  languages: NameLanguages,
  all: boolean,
): void {
  const read = placeReader(table, level, languages);
  const own = ownLevel(table.columns);
  for (const row of table.rows) {
    const code = codeIn(table, row, level);
    if (code === '' || places.has(code)) continue;
    if (all || isLowestIn(table, row, level, own)) places.set(code, read(row, undefined));
  }
}

function isLowestIn(table: AreaTable, row: AreaRow, level: number, own: number): boolean {
  for (let below = level + 1; below <= own; below += 1) if (codeIn(table, row, below) !== '') return false;
  return true;
}

/** Looks columns up once: a table can have a hundred thousand rows. */
function placeReader(
  table: AreaTable,
  level: number,
  languages: NameLanguages,
): (row: AreaRow, ended: string | undefined) => Place {
  const namesOf = nameReader(table, level, languages);
  const above = Array.from({ length: level }, (_, upper) => table.columns.levels.get(upper)?.code);
  return (row, ended) => ({
    level,
    code: codeIn(table, row, level),
    names: namesOf(row),
    above: above.map((column) => textIn(row, column)),
    ended,
    table,
    row,
  });
}

/** The names that a row has for the place of a level, one a language. */
export function nameReader(
  { columns }: AreaTable,
  level: number,
  { tags, labelsOf }: NameLanguages,
): (row: AreaRow) => readonly string[] {
  const named = columns.levels.get(level)?.names ?? [];
  return (row) => {
    const names: string[] = tags.map(() => '');
    for (const { column, language, index } of named) {
      const told = columns.languages.get(index);
      const said = language ?? (told === undefined ? undefined : textIn(row, told));
      for (const label of labelsOf(said)) if (names[label] === '') names[label] = textIn(row, column);
    }
    return names;
  };
}

function endOf({ columns }: AreaTable, row: AreaRow, today: string): string | undefined {
  const day = textIn(row, columns.facts.get('validto'));
  return day !== '' && isOver(day, today) ? day : undefined;
}

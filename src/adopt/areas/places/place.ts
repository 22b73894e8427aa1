import type { Location } from '../../../core/location.ts';
import { type AreaRow, type AreaTable, textIn } from '../read/table.ts';

/** A place of a gazetteer, with the row that says most of it. */
export interface Place {
  readonly level: number;
  readonly code: string;
  /** One a language, in the order of the gazetteer's tags; '' where there is none. */
  readonly names: readonly string[];
  /** The codes of the places above, by their levels; '' where the row does not say. */
  readonly above: readonly string[];
  /** The day on which it ended, as the gazetteer has it. */
  readonly ended: string | undefined;
  readonly table: AreaTable;
  readonly row: AreaRow;
}

export type Places = ReadonlyMap<string, Place>;

/** The places of a country by their levels and codes, in the order of the gazetteer. */
export interface Gazetteer {
  readonly levels: ReadonlyMap<number, Places>;
  /** The languages of the names, as the dictionary has them. */
  readonly tags: readonly string[];
}

/** Where the code of a place stands. */
export function codePlace({ table, row, level }: Pick<Place, 'table' | 'row' | 'level'>): Location {
  return table.locate(row, table.columns.levels.get(level)?.code ?? 0);
}

/** The code that a row has for a level; '' where it has none. */
export function codeIn(table: AreaTable, row: AreaRow, level: number): string {
  return textIn(row, table.columns.levels.get(level)?.code);
}

/** The code of the place of a level in which a place lies, by the links that rows store, never by the code itself. */
export function ancestorOf(place: Place, level: number, gazetteer: Gazetteer): string {
  const said = place.above[level] ?? '';
  if (said !== '') return said;
  for (let between = place.level - 1; between > level; between -= 1) {
    const above = gazetteer.levels.get(between)?.get(place.above[between] ?? '');
    if (above) return ancestorOf(above, level, gazetteer);
  }
  return '';
}

/** What people know a place by: its name, else its code. */
export function titleOf({ names, code }: Pick<Place, 'names' | 'code'>): string {
  return names.find((name) => name !== '') ?? code;
}

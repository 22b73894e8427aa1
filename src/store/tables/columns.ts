import type { DataColumn } from '../../model/columns/column.ts';
import type { Namer } from './names.ts';

/** What a column of a table holds. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'date' | 'instant' | 'chosen' | 'coordinate';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Where the answer stands; the first that has one counts. */
  readonly keys: readonly string[];
  /** `chosen`: whether this code is among the answers. */
  readonly code?: string;
  /** `coordinate`: its place in the answer, from 1. */
  readonly place?: number;
}

/** What a column holds as a whole; `text` where an answer was replaced by something else. */
export type KindOf = (column: DataColumn) => Exclude<ColumnKind, 'chosen' | 'coordinate'>;

/** A list with more codes than this has no columns for them: nobody reads a table that wide. */
const MOST_CODES = 200;
/** As the exports of KoboToolbox call them. */
const COORDINATES = ['latitude', 'longitude', 'altitude', 'precision'] as const;

/** The columns of one question: its answer, and beside it a column for each code or coordinate. */
export function columnsFor(
  column: DataColumn,
  keys: readonly string[],
  names: Namer,
  kindOf: KindOf,
): readonly Column[] {
  const path = column.path.join('/');
  const own: Column = { name: names(column.name, path), kind: kindOf(column), keys };
  if (column.answer === 'geopoint')
    return [
      own,
      ...COORDINATES.map((word, index): Column => ({
        name: names(`_${own.name}_${word}`),
        kind: 'coordinate',
        keys,
        place: index + 1,
      })),
    ];
  const codes = column.answer === 'codes' ? codesOf(column) : [];
  if (codes.length > MOST_CODES) return [own];
  return [own, ...codes.map((code): Column => ({ name: names(`${own.name}/${code}`), kind: 'chosen', keys, code }))];
}

function codesOf({ codes }: DataColumn): readonly string[] {
  const all = codes ? [...codes.offered, ...codes.retired] : [];
  return [...new Set(all.map(({ name }) => name.string.text))];
}

import type { Language } from '../../../model/dictionary.ts';
import { ancestorOf, type Gazetteer, type Place } from '../places/place.ts';
import { textIn } from '../read/table.ts';
import type { Earlier } from './earlier.ts';
import type { ListTarget } from './list-targets.ts';
import type { Target } from './target.ts';

/** A column of the CSV that a list becomes. */
export interface OutColumn {
  readonly heading: string;
  readonly kind: 'name' | 'label' | 'link' | 'attribute' | 'kept' | 'retired';
  /** What the gazetteer says; '' where it says nothing, and what stood there before stays. */
  readonly of: (place: Place) => string;
  /** Its place in the earlier CSV, or -1. */
  readonly before: number;
}

/** A column of the gazetteer that is to be kept, and what it is to be called. */
export interface Attribute {
  readonly column: string;
  readonly heading: string;
}

export interface ColumnsContext {
  readonly target: Target;
  readonly gazetteer: Gazetteer;
  readonly attributes: readonly Attribute[];
  /** Since when places that ended are not offered. */
  readonly retired: string;
}

/** Codes, labels, the places above, what was asked for, and what the earlier CSV has beyond that. */
export function listColumns(
  list: ListTarget,
  earlier: Earlier | undefined,
  { target, gazetteer, attributes, retired }: ColumnsContext,
): readonly OutColumn[] {
  const headings = earlier?.headings ?? [];
  const find = (kind: string, tag?: string): number =>
    (earlier?.columns ?? []).findIndex((column) => column.kind === kind && isIn(column, tag));
  const name = find('name');
  const columns: OutColumn[] = [
    { heading: headings[name] ?? 'name', kind: 'name', of: ({ code }) => code, before: name },
    ...gazetteer.tags.map((tag, index): OutColumn => {
      const before = find('text', tag);
      const heading = headings[before] ?? labelHeading(tag, target.manifest?.languages ?? []);
      return { heading, kind: 'label', of: ({ names }) => names[index] ?? '', before };
    }),
    ...[...list.links].map(([level, heading]): OutColumn => {
      const of = (place: Place): string => ancestorOf(place, level, gazetteer);
      return { heading, kind: 'link', of, before: headings.indexOf(heading) };
    }),
    ...attributes.map(({ column, heading }): OutColumn => {
      return { heading, kind: 'attribute', of: attributeOf(column), before: headings.indexOf(heading) };
    }),
  ];
  const taken = new Set(columns.map(({ before }) => before));
  const before = find('retired');
  const kept = headings.flatMap((heading, index): OutColumn[] =>
    taken.has(index) || index === before || heading === ''
      ? []
      : [{ heading, kind: 'kept', of: () => '', before: index }],
  );
  const ended = (place: Place): string => (place.ended === undefined ? '' : retired);
  return [...columns, ...kept, { heading: 'retired', kind: 'retired', of: ended, before }];
}

function isIn(column: Earlier['columns'][number], tag: string | undefined): boolean {
  return column.kind !== 'text' || (column.column === 'label' && column.tag === tag);
}

function labelHeading(tag: string, languages: readonly Language[]): string {
  const header = languages.find((language) => language.tag === tag)?.header ?? tag;
  return header === '' ? 'label' : `label::${header}`;
}

/** The cell below a heading in the place's own table, whatever the case of its letters. */
function attributeOf(wanted: string): OutColumn['of'] {
  const found = new Map<Place['table'], number>();
  return ({ table, row }) => {
    const known = found.get(table) ?? table.headings.cells.findIndex((_, column) => isCalled(table, column, wanted));
    found.set(table, known);
    return known < 0 ? '' : textIn(row, known);
  };
}

export function isCalled({ headings }: Place['table'], column: number, wanted: string): boolean {
  return textIn(headings, column).toLowerCase() === wanted.toLowerCase();
}

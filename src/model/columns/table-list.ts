import type { Item, Section } from '../item.ts';
import type { DataNode } from './column.ts';
import { addedColumn } from './expand.ts';

/** The first row of a survey sheet below its headers. */
const FIRST_ROW = 2;

/** The headings that pyxform puts into each group with the appearance `table-list`, made when they are asked for. */
export type TableHeadings = ReadonlyMap<Section, (path: readonly string[]) => readonly DataNode[]>;

/**
 * pyxform heads a table with a note and a select that nobody answers, which are named after rows of the survey sheet: the
 * one that begins the group and that of its first select.
 */
export function tableHeadings(items: readonly Item[]): TableHeadings {
  const headings = new Map<Section, (path: readonly string[]) => readonly DataNode[]>();
  let row = FIRST_ROW;
  const visit = (item: Item): void => {
    const begins = row;
    row += 1;
    if (item.kind === 'question') return;
    const select = selectIn(item);
    if (select !== undefined)
      headings.set(item, (path) => headingNodes(item, path, begins, begins + 1 + rowsBefore(item.items, select)));
    for (const inner of item.items) visit(inner);
    row += 1;
  };
  for (const item of items) visit(item);
  return headings;
}

/** The first select of a table, where the section is one. */
function selectIn({ type, facets, items }: Section): Item | undefined {
  const words = facets.appearance?.string.text.split(/\s+/) ?? [];
  if (type !== 'group' || !words.includes('table-list')) return undefined;
  return items.find((item) => item.kind === 'question' && /^select_(?:one|multiple)/.test(item.type.word));
}

function rowsBefore(items: readonly Item[], end: Item): number {
  return rowsOf(items.slice(0, items.indexOf(end)));
}

/** A section has a row more at its end. */
function rowsOf(items: readonly Item[]): number {
  return items.reduce((rows, item) => rows + (item.kind === 'section' ? 2 + rowsOf(item.items) : 1), 0);
}

function headingNodes({ facets }: Section, path: readonly string[], begins: number, select: number): DataNode[] {
  const names = [
    ...(facets.label || facets.hint ? [`generated_table_list_label_${begins}`] : []),
    `reserved_name_for_field_list_labels_${select}`,
  ];
  return names.map((name) => ({ ...addedColumn(path, name, 'table-heading'), answer: 'none' }));
}

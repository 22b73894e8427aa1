import type { Delivery } from '../deliver/delivery.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Item, Section } from '../item.ts';
import { type CodeFinder, codeFinder } from './codes.ts';
import type { DataNode } from './column.ts';
import { addedColumn, type Children, group, loopNodes, matrixNodes, questionNodes, same, withCodes } from './expand.ts';
import { entityMeta, entitySections, isAudit, metaNodes } from './meta.ts';
import { STAMP } from '../../vocabulary/reserved.ts';
import { type TableHeadings, tableHeadings } from './table-list.ts';

/** What nodes are made with. */
interface Making {
  readonly codes: CodeFinder;
  readonly headings: TableHeadings;
  /** The sections that may hold an entity of their own. */
  readonly withEntity: ReadonlySet<Section>;
}

/**
 * Everything that a form leaves in its data, in the order of the form: what its author placed under the names and paths that
 * submissions have, and what converters and the compiler add to it. What servers add is theirs, and not here.
 */
export function dataNodes(delivery: Delivery, dictionary: Dictionary): readonly DataNode[] {
  const { form, profile } = delivery;
  const withEntity = entitySections(form);
  const making = { codes: codeFinder(delivery, dictionary), headings: tableHeadings(form.items), withEntity };
  return [
    ...form.items.flatMap((item) => itemNodes(item, [], item.name.string.text, making)),
    ...(form.stamp && profile !== 'xlsform' ? [addedColumn([], STAMP, 'stamp')] : []),
    ...metaNodes(form, withEntity.size === 0),
  ];
}

function itemNodes(item: Item, path: readonly string[], name: string, making: Making): readonly DataNode[] {
  if (isAudit(item)) return [];
  return item.kind === 'question'
    ? questionNodes(item, path, name, making.codes)
    : sectionNodes(item, path, name, making);
}

function sectionNodes(section: Section, path: readonly string[], name: string, making: Making): readonly DataNode[] {
  const { codes } = making;
  const { facets } = section;
  const children = childrenWith(making);
  const inside = (): readonly DataNode[] => children(section, [...path, name], same);
  switch (section.type) {
    case 'group':
      return [group(name, path, section, inside())];
    case 'repeat':
      return [...countNodes(section, path, name), { ...group(name, path, section, inside()), kind: 'repeat' }];
    case 'loop':
      return [loopNodes(section, path, name, codes.onSheet(section.list), children)];
    case 'kobomatrix':
      return matrixNodes(section, path, name, codes.onSheet(facets['kobo--matrix_list']), children);
    case 'score':
      return [group(name, path, section, withCodes(inside(), codes.onSheet(facets['kobo--score-choices'])))];
    case 'rank':
      return [group(name, path, section, withCodes(inside(), codes.onSheet(facets['kobo--rank-items'])))];
  }
}

function childrenWith(making: Making): Children {
  return (section, path, rename) => [
    ...(making.headings.get(section)?.(path) ?? []),
    ...section.items.flatMap((item) => itemNodes(item, path, rename(item.name.string.text), making)),
    ...(making.withEntity.has(section) ? [entityMeta(path)] : []),
  ];
}

/** A count that is more than the answer to one question becomes a calculate before the repeat (pyxform: jr:count). */
function countNodes({ facets }: Section, path: readonly string[], name: string): readonly DataNode[] {
  const count = facets.repeat_count;
  const plain = !count || count.string.text.trim() === '' || count.parsed.tree.kind === 'reference';
  return plain ? [] : [addedColumn(path, `${name}_count`, 'count')];
}

import type { Delivery } from '../deliver/delivery.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Item, Section } from '../item.ts';
import { codeFinder } from './codes.ts';
import type { DataNode } from './column.ts';
import { addedColumn, type Children, group, loopNodes, matrixNodes, questionNodes, same, withCodes } from './expand.ts';
import { entityMeta, entitySections, isAudit, metaNodes } from './meta.ts';
import { STAMP } from './stamp-name.ts';
import { tableHeadings } from './table-list.ts';

/**
 * Everything that a form leaves in its data, in the order of the form: what its author placed under the names and paths that
 * submissions have, and what converters and the compiler add to it. What servers add is theirs, and not here.
 */
export function dataNodes(delivery: Delivery, dictionary: Dictionary): readonly DataNode[] {
  const { form, profile } = delivery;
  const codes = codeFinder(delivery, dictionary);
  const withEntity = entitySections(form);
  const headings = tableHeadings(form.items);

  const children: Children = (section, path, rename) => [
    ...(headings.get(section)?.(path) ?? []),
    ...section.items.flatMap((item) => itemNodes(item, path, rename(item.name.string.text))),
    ...(withEntity.has(section) ? [entityMeta(path)] : []),
  ];

  const itemNodes = (item: Item, path: readonly string[], name: string): readonly DataNode[] => {
    if (isAudit(item)) return [];
    return item.kind === 'question' ? questionNodes(item, path, name, codes) : sectionNodes(item, path, name);
  };

  const sectionNodes = (section: Section, path: readonly string[], name: string): readonly DataNode[] => {
    const inside = [...path, name];
    const { facets } = section;
    switch (section.type) {
      case 'group':
        return [group(name, path, section, children(section, inside, same))];
      case 'repeat':
        return [
          ...countNodes(section, path, name),
          { ...group(name, path, section, children(section, inside, same)), kind: 'repeat' },
        ];
      case 'loop':
        return [loopNodes(section, path, name, codes.onSheet(section.list), children)];
      case 'kobomatrix':
        return matrixNodes(section, path, name, codes.onSheet(facets['kobo--matrix_list']), children);
      case 'score':
      case 'rank': {
        const list = codes.onSheet(facets[section.type === 'score' ? 'kobo--score-choices' : 'kobo--rank-items']);
        return [group(name, path, section, withCodes(children(section, inside, same), list))];
      }
    }
  };

  return [
    ...form.items.flatMap((item) => itemNodes(item, [], item.name.string.text)),
    ...(form.stamp && profile !== 'xlsform' ? [addedColumn([], STAMP, 'stamp')] : []),
    ...metaNodes(form, withEntity.size === 0),
  ];
}

/** A count that is more than the answer to one question becomes a calculate before the repeat (pyxform: jr:count). */
function countNodes({ facets }: Section, path: readonly string[], name: string): readonly DataNode[] {
  const count = facets.repeat_count;
  const plain = !count || count.string.text.trim() === '' || count.parsed.tree.kind === 'reference';
  return plain ? [] : [addedColumn(path, `${name}_count`, 'count')];
}

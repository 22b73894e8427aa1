import { type ListNames, nameInRow, nameLists } from '../model/deliver/list-names.ts';
import type { Form } from '../model/form.ts';
import type { Item } from '../model/item.ts';
import { mapItems } from '../model/walk.ts';
import { type AdoptedForm, listsOf } from './workbook.ts';

/**
 * A form whose expressions, parameters and columns name the lists of its choices sheet as the dictionary does. Types and
 * loops stay: they say by themselves which sheet their list stands on.
 */
export function renameLists(adopted: AdoptedForm): Form {
  const { form, listName } = adopted;
  const onSheet = new Map(
    listsOf(adopted).flatMap(([sheet, { name }]) =>
      sheet === 'choices' && listName(name) !== name ? [[name, listName(name)] as const] : [],
    ),
  );
  if (onSheet.size === 0) return form;
  const names: ListNames = { names: onSheet, onSheet, files: new Set() };
  return {
    ...form,
    items: mapItems(form.items, (item) => [renameInItem(item, names)]),
    settings: nameInRow(form.settings, names),
    entities: form.entities.map((row) => nameInRow(row, names)),
  };
}

function renameInItem(item: Item, names: ListNames): Item {
  const { facets } = nameLists(item, names);
  return { ...item, facets };
}

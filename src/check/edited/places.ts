import { headingOf, type Location } from '../../core/location.ts';
import type { Difference } from '../../model/compare/difference.ts';
import type { Form } from '../../model/form.ts';
import { byItemName } from '../../model/item-names.ts';

/** The cell that says something else; of what is missing, the row that it is missing from, or else the head of the sheet. */
export function placesOfWorkbook(form: Form): (difference: Difference) => Location {
  return (difference) => difference.after?.origin.location ?? around(difference, form);
}

function around({ subject }: Difference, form: Form): Location {
  if (subject.kind === 'item') {
    const section = subject.before?.path.at(-1)?.name.string.text ?? '';
    const row = subject.after ?? byItemName(form.items).get(section);
    return row ? row.item.origin.location : top(form);
  }
  if (subject.kind !== 'code') return form.origin.location;
  const { after: list } = subject.lists;
  return subject.after?.origin.location ?? headingOf((list.codes[0] ?? list).origin.location);
}

function top({ items, origin }: Form): Location {
  return headingOf((items[0] ?? { origin }).origin.location);
}

import type { Form } from '../form.ts';
import { gatherWith } from '../traits.ts';
import { mapItems } from '../walk.ts';

const emptyIn = gatherWith('section', (item) => (item.kind === 'section' && item.items.length === 0 ? [item] : []));

/** Sections that are left without items, such as by retired variables: pyxform 3.0.0 crashes on them, ODK Validate refuses. */
export function withoutEmptySections(form: Form): Form {
  if (emptyIn(form.items).length === 0) return form;
  const items = mapItems(form.items, (item) => (item.kind === 'section' && item.items.length === 0 ? [] : [item]));
  return { ...form, items };
}

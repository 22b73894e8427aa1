import type { Form } from '../form.ts';
import type { Item } from '../item.ts';
import { mapItems } from '../walk.ts';

/** KoboToolbox has no entities, and fails to deploy a form with a sheet of them (kobo-api.md 1.7). */
export function withoutEntities(form: Form): Form {
  if (form.entities.length === 0) return form;
  return { ...form, items: mapItems(form.items, (item) => [unsaved(item)]), entities: [] };
}

function unsaved(item: Item): Item {
  const { save_to, ...facets } = item.facets;
  return save_to === undefined ? item : { ...item, facets };
}

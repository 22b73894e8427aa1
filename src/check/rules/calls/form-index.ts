import { once } from '../../../core/once.ts';
import type { Item, Section } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
import type { FormView } from '../../rule-set.ts';

/** A form by its names and places, for rules that follow references. */
export interface FormIndex {
  /** What bears the name, if only one thing does. */
  target(name: string): Visit | undefined;
  /** Where an item stands. */
  visit(item: Item): Visit | undefined;
  /** What stands directly in a section, or at the top of the form, by name. */
  inside(section: Section | undefined): ReadonlyMap<string, Visit>;
}

export function indexForm({ visits, byName }: FormView): FormIndex {
  // Most forms need only part of an index.
  const places = once(() => new Map(visits.map((visit) => [visit.item, visit])));
  const contents = once(() => contentsOf(visits));
  return {
    target: (name) => {
      const [only, ...others] = byName.get(name) ?? [];
      return others.length === 0 ? only : undefined;
    },
    visit: (item) => places().get(item),
    inside: (section) => contents().get(section) ?? new Map<string, Visit>(),
  };
}

function contentsOf(visits: readonly Visit[]): ReadonlyMap<Section | undefined, ReadonlyMap<string, Visit>> {
  const contents = new Map<Section | undefined, Map<string, Visit>>();
  for (const visit of visits) {
    const section = visit.path.at(-1);
    const known = contents.get(section) ?? new Map<string, Visit>();
    contents.set(section, known.set(visit.item.name.string.text, visit));
  }
  return contents;
}

/** `repeat_count: 1`: people see one entry, but ODK Validate adds a second one and refuses an expression that needs one. */
export function isSingle({ facets }: Section): boolean {
  return facets.repeat_count?.string.text.trim() === '1';
}

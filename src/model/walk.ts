import { isSame } from '../core/same.ts';
import type { SurveyColumn } from '../vocabulary/columns.ts';
import type { Facets, Item, Question, Section } from './item.ts';

/** An item with the sections around it, outermost first. */
export interface Visit<Kind extends Item = Item> {
  readonly item: Kind;
  readonly path: readonly Section[];
}

const visited = new WeakMap<readonly Item[], readonly Visit[]>();
const asked = new WeakMap<readonly Item[], readonly Visit<Question>[]>();

/** Every item of a form in the order of its rows, sections before what they hold; made once for a list of items. */
export function walk(items: readonly Item[]): readonly Visit[] {
  const visits = visited.get(items) ?? visitAll(items, TOP);
  visited.set(items, visits);
  return visits;
}

const TOP: readonly Section[] = [];
const below = new WeakMap<Section, { readonly path: readonly Section[]; readonly visits: readonly Visit[] }>();

function visitAll(items: readonly Item[], path: readonly Section[]): readonly Visit[] {
  const visits: Visit[] = [];
  for (const item of items) {
    if (item.kind === 'question') visits.push({ item, path });
    else for (const visit of visitSection(item, path)) visits.push(visit);
  }
  return visits;
}

/** A section that stands where it stood before an edit is not gone through again. */
function visitSection(section: Section, path: readonly Section[]): readonly Visit[] {
  const known = below.get(section);
  if (known && isSame(known.path, path)) return known.visits;
  const visits = [{ item: section, path }, ...visitAll(section.items, [...path, section])];
  below.set(section, { path, visits });
  return visits;
}

/** Every question of a form in the order of its rows; made once for a list of items. */
export function questionsOf(items: readonly Item[]): readonly Visit<Question>[] {
  const visits = asked.get(items) ?? walk(items).filter(isQuestion);
  asked.set(items, visits);
  return visits;
}

function isQuestion(visit: Visit): visit is Visit<Question> {
  return visit.item.kind === 'question';
}

/**
 * Puts together what each item of a form gives, in the order of its rows, and remembers it section by section: after an edit
 * only the sections in which something changed are looked at again.
 */
export function gather<Value>(of: (item: Item) => readonly Value[]): (items: readonly Item[]) => readonly Value[] {
  const known = new WeakMap<Section, readonly Value[]>();
  const ofSection = (section: Section): readonly Value[] => {
    const remembered = known.get(section);
    if (remembered) return remembered;
    const values = [...of(section)];
    addAll(section.items, values);
    known.set(section, values);
    return values;
  };
  // Arrays are filled in place: this runs for every row of a form and many rules, most of which have nothing to say of it.
  const addAll = (items: readonly Item[], values: Value[]): void => {
    for (const item of items) {
      const found = item.kind === 'question' ? of(item) : ofSection(item);
      if (found.length > 0) for (const value of found) values.push(value);
    }
  };
  return (items) => {
    const values: Value[] = [];
    addAll(items, values);
    return values;
  };
}

/** The items with each of them changed; sections see their items already changed. What no change touches stays the same thing. */
export function mapItems(
  items: readonly Item[],
  change: (item: Item, path: readonly Section[]) => readonly Item[],
  path: readonly Section[] = [],
): readonly Item[] {
  const mapped: Item[] = [];
  for (const item of items)
    mapped.push(...change(item.kind === 'section' ? mapInside(item, change, path) : item, path));
  return isSame(mapped, items) ? items : mapped;
}

function mapInside(section: Section, change: Parameters<typeof mapItems>[1], path: readonly Section[]): Section {
  const items = mapItems(section.items, change, [...path, section]);
  return items === section.items ? section : { ...section, items };
}

/** The facets that an item has, with their columns. */
export function facetEntries(facets: Facets): [SurveyColumn, NonNullable<Facets[SurveyColumn]>][] {
  return Object.entries(facets) as [SurveyColumn, NonNullable<Facets[SurveyColumn]>][];
}

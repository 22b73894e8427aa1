import { isMap, type Written, type WrittenMap } from '../source/yaml/write.ts';
import { agreed, type Class, classesOf, type Version } from './agree.ts';
import { type AdoptedForm, nameOf, tagsOf } from './workbook.ts';

/** The items of a form, as the language has them. */
export interface FormItems {
  readonly form: AdoptedForm;
  readonly items: readonly Written[];
}

/** A group or repeat of a form, and what it stands in. */
interface Placed {
  readonly form: AdoptedForm;
  readonly section: WrittenMap;
  readonly parent: Placed | undefined;
}

type Recurring = Class<Placed, WrittenMap>;

/** What several forms have alike, by the names of its groups, and the forms that use it. */
export interface SharedModules {
  readonly modules: WrittenMap;
  readonly forms: readonly FormItems[];
}

/** Makes a module of each group or repeat that stands in several workbooks, and in more than one surrounding. */
export function shareModules(forms: readonly FormItems[]): SharedModules {
  const placed = forms.flatMap(({ form, items }) => sectionsIn(items, form, undefined));
  const classes = new Map(recurring(placed).flatMap((each) => each.uses.map((use) => [use.section, each] as const)));
  const chosen = [...new Set(classes.values())].filter((each) => surroundings(each, classes) > 1);
  const names = new Map<WrittenMap, string>();
  const modules = new Map<string, Written>();
  // Inner ones first: what holds them names them.
  for (const each of chosen.toSorted((one, other) => countRows(one.version.written) - countRows(other.version.written)))
    addModule(each, names, modules);
  const inOrder = [...modules].toReversed();
  return {
    modules: new Map(inOrder),
    forms: forms.map(({ form, items }) => ({ form, items: rewritten(items, names) })),
  };
}

function sectionsIn(items: readonly Written[], form: AdoptedForm, parent: Placed | undefined): readonly Placed[] {
  return items.flatMap((item) => {
    if (!isMap(item) || !item.has('items')) return [];
    const own = { form, section: item, parent };
    return [own, ...sectionsIn(itemsOf(item), form, own)];
  });
}

function itemsOf(section: WrittenMap): readonly Written[] {
  const items = section.get('items');
  return Array.isArray(items) ? items : [];
}

/** Groups of fewer questions are quicker read where they stand. */
const FEWEST_ROWS = 2;

function recurring(placed: readonly Placed[]): readonly Recurring[] {
  const byName = new Map<string, Placed[]>();
  for (const each of placed) {
    const name = sectionName(each.section);
    if (name !== '' && countRows(each.section) >= FEWEST_ROWS) byName.set(name, [...(byName.get(name) ?? []), each]);
  }
  return [...byName.values()]
    .flatMap((all) => classesOf(all, ({ section, form }) => ({ written: section, tags: tagsOf(form) })))
    .filter(({ uses }) => new Set(uses.map(({ form }) => nameOf(form))).size > 1);
}

function sectionName(section: WrittenMap): string {
  const name = section.get('group') ?? section.get('repeat');
  return typeof name === 'string' ? name : '';
}

/** Questions, with those of the sections inside. */
function countRows(section: WrittenMap): number {
  return itemsOf(section).reduce<number>(
    (sum, item) => sum + (isMap(item) && item.has('items') ? countRows(item) : 1),
    0,
  );
}

/** How many different things hold a section: what always stands in the same larger module is part of that. */
function surroundings({ uses }: Recurring, classes: ReadonlyMap<WrittenMap, Recurring>): number {
  const hosts = uses.map(({ form, parent }) => {
    for (let host = parent; host; host = host.parent) {
      const known = classes.get(host.section);
      if (known) return known;
    }
    return nameOf(form);
  });
  return new Set(hosts).size;
}

/** Nothing where the uses contradict each other once the modules inside them are named. */
function addModule({ uses }: Recurring, names: Map<WrittenMap, string>, modules: Map<string, Written>): void {
  const versions = uses.map(({ section, form }): Version<WrittenMap> => {
    return { written: withItems(section, rewritten(itemsOf(section), names)), tags: tagsOf(form) };
  });
  const [first, ...others] = versions;
  const whole = others.reduce((known, other) => known && agreed(known, other), first);
  if (!whole) return;
  const name = freeName(sectionName(whole.written), modules);
  modules.set(name, new Map([['items', [whole.written]]]));
  for (const { section } of uses) names.set(section, name);
}

function freeName(name: string, modules: ReadonlyMap<string, Written>): string {
  if (!modules.has(name)) return name;
  for (let number = 2; ; number += 1) if (!modules.has(`${name}_${number}`)) return `${name}_${number}`;
}

function rewritten(items: readonly Written[], names: ReadonlyMap<WrittenMap, string>): readonly Written[] {
  return items.map((item) => {
    if (!isMap(item) || !item.has('items')) return item;
    const name = names.get(item);
    return name === undefined ? withItems(item, rewritten(itemsOf(item), names)) : new Map([['use', name]]);
  });
}

function withItems(section: WrittenMap, items: readonly Written[]): WrittenMap {
  return new Map([...section, ['items', items]]);
}

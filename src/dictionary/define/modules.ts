import { findCycles } from '../../core/graph.ts';
import type { Location, TextLocation } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Entry } from '../../source/entry.ts';
import { decodeKeys, expectMap } from '../decode/decode.ts';
import { decodeOver } from '../decode/decode-over.ts';
import { moduleChangeKeys } from '../language/country-keys.ts';
import { moduleKeys } from '../language/form-keys.ts';
import { given } from '../language/key.ts';
import type { Plain } from '../../model/facets.ts';
import type { Locks } from '../../model/locks.ts';
import { toLocks } from '../place/locks.ts';
import type { Parameters } from '../place/parameters.ts';
import type { Definition } from '../project/project.ts';
import { definitionName } from './manifest.ts';
import { decodeChanges, itemsAdded, type RawChange } from './raw-change.ts';
import { decodeItems, type RawItem, type RawUse } from './raw-item.ts';

export interface RawModule {
  readonly name: string;
  readonly nameLocation: TextLocation;
  /** The parameters with their defaults; one without a text has none. */
  readonly parameters: Parameters;
  readonly locks?: Locks;
  readonly items: readonly RawItem[];
  /** What a country makes of the items, wherever the module is used. */
  readonly changes: readonly RawChange[];
  /** Where a country leaves it out, so that a use of it places nothing. */
  readonly leftOut?: Plain;
}

/** The modules as written; those on a circle of uses place nothing. */
export function decodeModules(
  definitions: ReadonlyMap<string, Definition>,
  layer: ReadonlyMap<string, Definition>,
  report: Report,
): ReadonlyMap<string, RawModule> {
  const modules = new Map(
    [...definitions].map(
      ([name, definition]) => [name, decodeModule(definition.entry, [], report, name, definition)] as const,
    ),
  );
  layer.forEach((change, name) => {
    const module = modules.get(name);
    if (module) modules.set(name, changeModule(change.entry, [module], report, module, change));
  });
  const next = (name: string): string[] =>
    usesOf(modules.get(name))
      .map((use) => use.module.string.text)
      .filter((used) => modules.has(used));
  for (const cycle of findCycles(modules.keys(), next)) {
    const first = modules.get(cycle[0] ?? '');
    if (first)
      report('definition-cycle', first.nameLocation, {
        names: [...cycle, cycle[0]].join(' → '),
        what: 'modules',
        key: 'use',
      });
    for (const name of cycle) modules.set(name, withoutUses(modules.get(name), cycle));
  }
  return modules;
}

/** A definition that cannot be read stays known by its name, so that using it is no second mistake. */
const decodeModule = recall((entry: Entry, report, name: string, { nameLocation }: Definition): RawModule => {
  const map = expectMap(entry, name, '{ items: [hh_size] }', report);
  if (!map) return { name, nameLocation, parameters: new Map(), items: [], changes: [] };
  const { values } = decodeKeys(map, moduleKeys, { what: `module ${quote(name)}` }, report);
  return {
    name,
    nameLocation,
    parameters: given(values.with) ?? new Map(),
    ...toLocks(values),
    items: decodeItems(given(values.items), report),
    changes: [],
  };
});

/** A module of the core as a country fills and changes it. */
const changeModule = recall((entry: Entry, report, module: RawModule, { nameLocation }: Definition): RawModule => {
  if (entry.kind === 'blank') return { ...module, leftOut: definitionName(module.name, nameLocation) };
  const map = expectMap(entry, module.name, '{ change: [{ remove: [thanks] }] }', report);
  if (!map) return module;
  const what = `module ${quote(module.name)}`;
  const values = decodeOver(map, moduleChangeKeys, { what, core: moduleKeys }, report);
  return {
    ...module,
    parameters: filled(module, given(values.with) ?? new Map(), report),
    changes: decodeChanges(given(values.change), report),
  };
});

/** What the uses of a module do not fill is filled by the country; it cannot have more to fill. */
function filled({ name, parameters }: RawModule, values: Parameters, report: Report): Parameters {
  for (const [parameter, value] of values) reportParameter(parameter, value.origin.location, name, parameters, report);
  return new Map([...parameters, ...[...values].filter(([parameter]) => parameters.has(parameter))]);
}

export function reportParameter(
  name: string,
  at: Location,
  module: string,
  parameters: Parameters,
  report: Report,
): void {
  if (parameters.has(name)) return;
  const known = [...parameters.keys()];
  report('unknown-parameter', at, { name, module, suggestion: suggest(name, known), known: known.join(', ') });
}

function usesOf(module: RawModule | undefined): readonly RawUse[] {
  return module ? usesIn([...module.items, ...itemsAdded(module.changes)]) : [];
}

/** The names of the questions that a module asks itself, in order. */
export function asksIn(items: readonly RawItem[]): readonly string[] {
  return items.flatMap((item): readonly string[] => {
    if (item.kind === 'ask') return [item.name.string.text];
    return item.kind === 'section' ? asksIn(item.items) : [];
  });
}

/** Every use of a module among items, at any depth. */
export function usesIn(items: readonly RawItem[]): readonly RawUse[] {
  return items.flatMap((item): readonly RawUse[] =>
    item.kind === 'use' ? [item] : item.kind === 'section' ? usesIn(item.items) : [],
  );
}

function withoutUses(module: RawModule | undefined, names: readonly string[]): RawModule {
  if (!module) throw new RangeError('a module on a circle exists');
  const changes = module.changes.map((change) =>
    change.kind === 'add' ? { ...change, items: dropUses(change.items, names) } : change,
  );
  return { ...module, items: dropUses(module.items, names), changes };
}

function dropUses(items: readonly RawItem[], names: readonly string[]): readonly RawItem[] {
  return items.flatMap((item): RawItem[] => {
    if (item.kind === 'use') return names.includes(item.module.string.text) ? [] : [item];
    return item.kind === 'section' ? [{ ...item, items: dropUses(item.items, names) }] : [item];
  });
}

export function reportUnknownModule({ module }: RawUse, modules: ReadonlyMap<string, RawModule>, report: Report): void {
  const name = module.string.text;
  report('unknown-module', module.origin.location, { name, suggestion: suggest(name, modules.keys()) });
}

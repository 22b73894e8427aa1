import { findCycles } from '../../../core/graph.ts';
import type { Location } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { Item } from '../../../model/item.ts';
import { gather, type Visit } from '../../../model/walk.ts';
import { locate } from '../../../source/source-string.ts';
import { itemReadings, type Reading } from '../../readings.ts';
import type { FormView } from '../../rule-set.ts';
import type { Facts } from '../../facts.ts';
import type { FormIndex } from './form-index.ts';
import { destinationOf } from './paths.ts';

/** What one thing of the form waits for, and where that is said. */
interface Wait {
  readonly by: string;
  readonly key: string;
  readonly at: Location;
}

type Waits = Map<string, Map<string, Wait>>;

/**
 * Questions whose relevance, calculation, requiredness or read-only state waits for itself. Constraints, choice filters,
 * defaults and repeat counts are no part of it, nor is what a trigger computes (ODK Validate 1.20, measured).
 */
export function checkCycles(view: FormView, index: FormIndex, report: Report): void {
  if (!mayHaveCycles(view)) return;
  const waits: Waits = new Map();
  for (const reading of view.readings) addReading(waits, reading, index);
  const waitedFor = new Set([...waits.values()].flatMap((others) => [...others.keys()]));
  for (const name of waitedFor) addSections(waits, index.target(name), index);
  for (const cycle of findCycles(waits.keys(), (name) => waits.get(name)?.keys() ?? []))
    reportCycle(rotated(cycle, waits), waits, report);
}

/**
 * Whether there may be a way round at all: none where everything waits for rows above its own, as in most forms, which is
 * soon seen. A path that goes up may lead anywhere, and so may a name that several things bear.
 */
function mayHaveCycles({ form, byName }: FormView): boolean {
  const above = new Set<string>();
  return waitsOf(form.items).some(({ name, names }) => {
    const isAhead = names.some((other) => other === undefined || !above.has(other) || byName.get(other)?.length !== 1);
    above.add(name);
    return isAhead;
  });
}

/** The names in the expressions that decide on an item; undefined for what no name tells. */
interface NamedWaits {
  readonly name: string;
  readonly names: readonly (string | undefined)[];
}

const waitsOf = gather((item): readonly NamedWaits[] => {
  const names = itemReadings(item).flatMap(({ key, facts }) => (decides(item, key) ? namesIn(facts) : []));
  return [{ name: item.name.string.text, names }];
});

function namesIn({ references, paths }: Facts): readonly (string | undefined)[] {
  const steps = paths.flatMap(({ node }) =>
    node.steps.map(({ axis, test }) => (axis === 'child' && test.kind === 'name' ? test.name : undefined)),
  );
  return [...references.map(({ node }) => node.name), ...steps];
}

/** A section that is not shown hides what it holds, so what is waited for waits for the sections around it. */
function addSections(waits: Waits, visit: Visit | undefined, index: FormIndex): void {
  if (!visit) return;
  const ways = [...visit.path, visit.item];
  for (const [depth, around] of visit.path.entries()) {
    const inside = ways[depth + 1];
    if (inside) addWait(waits, inside, around, 'section', inside.origin.location, index);
  }
}

function addReading(waits: Waits, { item, key, facts, string }: Reading, index: FormIndex): void {
  const from = item && index.visit(item);
  if (!item || !from || !decides(item, key)) return;
  const { references, paths } = facts;
  for (const { node } of references) {
    const target = node.lastSaved ? undefined : index.target(node.name);
    if (target) addWait(waits, item, target.item, key, locate(string, node.span), index);
  }
  for (const path of paths) {
    const destination = destinationOf(path, from, index);
    if (destination.kind === 'item')
      addWait(waits, item, destination.visit.item, key, locate(string, path.node.span), index);
  }
}

/** Whether the expression of a column must be computed before what refers to the item. */
function decides(item: Item, key: string): boolean {
  if (key === 'relevant') return true;
  if (item.kind === 'section') return false;
  return key === 'required' || key === 'read_only' || (key === 'calculation' && !item.facets.trigger);
}

/** The first of several ways stays; a name that several things bear leads nowhere. */
function addWait(waits: Waits, item: Item, other: Item, key: string, at: Location, index: FormIndex): void {
  const by = item.name.string.text;
  const on = other.name.string.text;
  if (index.target(by)?.item !== item || index.target(on)?.item !== other) return;
  const known = waits.get(by) ?? new Map<string, Wait>();
  if (!known.has(on)) known.set(on, { by, key, at });
  waits.set(by, known);
}

/** The cycle told from a place where an author wrote a reference. */
function rotated(cycle: readonly string[], waits: Waits): readonly string[] {
  const start = cycle.findIndex((name, at) => waitOf(waits, name, next(cycle, at))?.key !== 'section');
  return [...cycle.slice(start), ...cycle.slice(0, Math.max(start, 0))];
}

function next(cycle: readonly string[], at: number): string {
  return cycle[(at + 1) % cycle.length] ?? '';
}

function waitOf(waits: Waits, name: string, on: string): Wait | undefined {
  return waits.get(name)?.get(on);
}

/** Of a way round through hundreds of questions, nobody follows every step. */
const MOST_RELATED = 11;

function reportCycle(cycle: readonly string[], waits: Waits, report: Report): void {
  const steps = cycle.flatMap((name, at) => waitOf(waits, name, next(cycle, at)) ?? []);
  const [first, ...others] = steps;
  if (!first) return;
  const related = others.slice(0, MOST_RELATED).map(({ by, key, at }, index) => ({
    message:
      key === 'section'
        ? `${quote(by)} stands in ${quote(next(cycle, index + 1))}`
        : `the ${key} of ${quote(by)} waits for ${quote(next(cycle, index + 1))}`,
    location: at,
  }));
  report('reference-cycle', first.at, { names: cycle, key: first.key }, { related });
}

import type { Compiler, Place } from './compiler.ts';
import type { Evaluate, Frame } from './frame.ts';
import type { Route } from './routes.ts';
import { chainOf, type RecordView, type ScopeNode } from './scope.ts';

/** Which entries of a repeat a path goes on with: all, or the one of this number (from 0). */
export type Pick = 'all' | ((frame: Frame) => number);

/** A step down that can lead to many places, or that conditions between brackets keep some out of. */
export interface Stage {
  /** The repeat whose entries are gone through; undefined where a condition stands at what is there once. */
  readonly repeat: number | undefined;
  readonly pick: Pick;
  readonly filters: readonly Evaluate[];
}

/** A route, ready to be walked: where it begins, and the steps from there. */
export interface Way {
  readonly target: ScopeNode;
  /** The innermost entry around, in which everything further is found. */
  readonly start: (frame: Frame) => RecordView;
  readonly stages: readonly Stage[];
}

/** The numbers that `indexed-repeat` gives to repeats. */
export type Numbered = ReadonlyMap<ScopeNode, Pick>;

const NOT_NUMBERED: Numbered = new Map();

/**
 * Finds what a route leads to; undefined where there is no such place, which has no value. What the path shares with the
 * place that it is read from is the same entry; of every other repeat all entries count (TreeReference.contextualize).
 */
export function wayOf(route: Route, compiler: Compiler, numbered: Numbered = NOT_NUMBERED): Way | undefined {
  const nodes = nodesOf(route, compiler);
  const target = nodes?.at(-1);
  if (nodes === undefined || target === undefined) return undefined;
  const same = sharedWith(nodes, route, numbered);
  const own = nodes.slice(0, same).findLast(({ kind }) => kind === 'repeat')?.depth ?? 0;
  return { target, start: starting(route, own), stages: stagesOf(nodes, same, { route, compiler, numbered }) };
}

function nodesOf({ list, levels }: Route, { scope }: Compiler): readonly ScopeNode[] | undefined {
  const nodes: ScopeNode[] = [list?.root ?? scope.root];
  for (const { name } of levels.slice(1)) {
    const next = nodes.at(-1)?.children.get(name);
    if (next === undefined) return undefined;
    nodes.push(next);
  }
  return levels.length === 0 ? undefined : nodes;
}

/** How many levels from the top are the very same as those of the place that the path is read from. */
function sharedWith(nodes: readonly ScopeNode[], { levels, context, up }: Route, numbered: Numbered): number {
  const chain = chainOf(context);
  const kept = chain.length - Math.max(up, 0);
  const differs = (node: ScopeNode, index: number): boolean =>
    index >= kept || node !== chain[index] || (levels[index]?.predicates.length ?? 0) > 0 || numbered.has(node);
  const different = nodes.findIndex(differs);
  return different < 0 ? nodes.length : different;
}

export const fromRecord: Way['start'] = ({ root }) => root;
export const fromRow: Way['start'] = ({ row }) => row;

function starting({ list, context, fromOrigin }: Route, own: number): Way['start'] {
  if (own === 0) return list === undefined ? fromRecord : () => list.record;
  const up = context.depth - own;
  if (fromOrigin) return ({ original }) => climb(original, up);
  return up === 0 ? fromRow : ({ row }) => climb(row, up);
}

export function climb(row: RecordView, up: number): RecordView {
  let at = row;
  for (let left = up; left > 0; left -= 1) at = at.above ?? at;
  return at;
}

interface Staging {
  readonly route: Route;
  readonly compiler: Compiler;
  readonly numbered: Numbered;
}

function stagesOf(nodes: readonly ScopeNode[], same: number, staging: Staging): readonly Stage[] {
  return nodes.slice(same).flatMap((node, index) => {
    const filters = filtersAt(node, staging.route.levels[same + index]?.predicates ?? [], staging);
    const repeat = node.kind === 'repeat' ? node.slot : undefined;
    if (repeat === undefined && filters.length === 0) return [];
    return [{ repeat, pick: pickOf(node, staging), filters }];
  });
}

function pickOf(node: ScopeNode, { route, numbered }: Staging): Pick {
  const number = numbered.get(node);
  if (number !== undefined) return number;
  const chain = chainOf(route.context);
  const kept = chain.length - Math.max(route.up, 0);
  const at = chain.indexOf(node);
  // Behind a condition on a repeat around, JavaRosa keeps the number that the entry has in the place itself.
  if (at < 0 || at >= kept || (route.levels[at]?.predicates.length ?? 0) > 0) return 'all';
  const up = route.context.depth - node.depth;
  return route.fromOrigin ? ({ original }) => climb(original, up).index : ({ row }) => climb(row, up).index;
}

function filtersAt(
  node: ScopeNode,
  predicates: Route['levels'][number]['predicates'],
  { route, compiler }: Staging,
): readonly Evaluate[] {
  if (predicates.length === 0) return [];
  const place: Place = { ...compiler.place, node, list: route.list, inPredicate: true };
  const inside = compiler.at(place);
  return predicates.map(({ condition }) => inside.compile(condition).value);
}

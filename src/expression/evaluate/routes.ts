import { bare } from '../shapes.ts';
import type { Expression, Path, Predicate, Reference, Step } from '../tree.ts';
import type { Compiler } from './compiler.ts';
import { failure } from './failures.ts';
import { chainOf, type ListView, type ScopeNode } from './scope.ts';
import type { CannotEvaluate } from './value.ts';

/** One name on the way from the top to where a path leads. */
export interface RouteLevel {
  readonly name: string;
  readonly predicates: readonly Predicate[];
}

/** Where a path leads, from the top. */
export interface Route {
  readonly list: ListView | undefined;
  /** Begins with the name of the form, or the `root` of a list. */
  readonly levels: readonly RouteLevel[];
  /** What it is read from: the place of the expression or, after `current()`, where the whole stands. */
  readonly context: ScopeNode;
  readonly fromOrigin: boolean;
  /** How many levels of the context a relative path leaves; -1 for an absolute path. */
  readonly up: number;
}

export type Routed = Route | CannotEvaluate;

/** Draws the way of a path or of a reference, as pyxform writes references into forms. */
export function routeOf(node: Path | Reference, compiler: Compiler): Routed {
  if (node.kind === 'reference') return routeOfReference(node, compiler);
  const start = startOf(node, compiler);
  return 'code' in start ? start : alongSteps(start, node.steps);
}

function startOf(path: Path, compiler: Compiler): Routed {
  const { place, scope } = compiler;
  const { start, filters } = path;
  if (start === undefined) return path.absolute ? fromRoot(compiler, []) : fromPlace(compiler, false);
  const head = bare(start);
  if (head.kind === 'reference') return withFilters(routeOfReference(head, compiler), filters);
  if (filters.length > 0 || head.kind !== 'call') return notReadable(head);
  if (head.name === 'current') return fromPlace({ ...compiler, place: { ...place, list: undefined } }, true);
  const [name] = head.args;
  if (head.name !== 'instance' || name?.kind !== 'string' || head.args.length !== 1) return notReadable(head);
  const list = scope.list(name.value);
  if (list === undefined) return failure('unknown-list', name.valueSpan, name.value);
  return { list, levels: [], context: place.node, fromOrigin: false, up: -1 };
}

function notReadable(head: Expression): CannotEvaluate {
  return failure('not-in-collect', head.span, "a path begins with a name, ${…}, instance('…') or current()");
}

function fromRoot({ place }: Compiler, levels: readonly RouteLevel[]): Route {
  return { list: undefined, levels, context: place.node, fromOrigin: false, up: -1 };
}

function fromPlace({ place }: Compiler, fromOrigin: boolean): Route {
  const context = fromOrigin ? place.origin : place.node;
  return { list: place.list, levels: levelsOf(context), context, fromOrigin, up: 0 };
}

function levelsOf(node: ScopeNode): readonly RouteLevel[] {
  return chainOf(node).map(({ name }) => ({ name, predicates: [] }));
}

function withFilters(route: Routed, filters: readonly Predicate[]): Routed {
  if ('code' in route || filters.length === 0) return route;
  const last = route.levels.at(-1);
  const filtered = last && { ...last, predicates: [...last.predicates, ...filters] };
  return { ...route, levels: [...route.levels.slice(0, -1), ...(filtered ? [filtered] : [])] };
}

function alongSteps(start: Route, steps: readonly Step[]): Routed {
  let { up } = start;
  const levels = [...start.levels];
  for (const { axis, test, predicates, separator, span } of steps) {
    if (separator?.text === '//')
      return failure('not-in-collect', separator.span, 'it does not know the double slash //');
    if (axis === 'child' && test.kind === 'name') levels.push({ name: test.name, predicates });
    else if (test.kind !== 'type' || test.type !== 'node' || predicates.length > 0) return unknownStep(span);
    else if (axis === 'parent' && levels.length > 1) {
      levels.pop();
      if (up >= 0) up += 1;
    } else if (axis === 'parent') return failure('not-in-collect', span, 'there is nothing above the form');
    else if (axis !== 'self') return unknownStep(span);
  }
  return { ...start, levels, up };
}

function unknownStep(span: Step['span']): CannotEvaluate {
  return failure('not-in-collect', span, 'of paths it knows names, the dot, two dots and conditions between brackets');
}

/**
 * pyxform writes `${x}` as a path from the place of the question where both stand in the same repeat, else from the top
 * (Survey._var_repl_function); between the brackets of a list, from `current()`.
 */
function routeOfReference(node: Reference, compiler: Compiler): Routed {
  const { scope, place, absolute, readsInstances } = compiler;
  if (node.lastSaved) return failure('device', node.span, 'What was saved last is known on the device alone');
  const target = scope.find(node.name);
  if (target === undefined) return failure('unknown-name', node.nameSpan, node.name);
  const chain = levelsOf(target);
  const shared = absolute ? 0 : sharedLevels(place.origin, target);
  if (shared === 0) return fromRoot(compiler, chain);
  const up = chainOf(place.origin).length - shared;
  const useCurrent = readsInstances && place.inPredicate;
  if (useCurrent || !place.inPredicate)
    return { list: undefined, levels: chain, context: place.origin, fromOrigin: useCurrent, up };
  return relativeFrom(compiler, up, chain.slice(shared), node);
}

/** How many names both have in common, where they stand in the same repeat; else none. */
function sharedLevels(one: ScopeNode, other: ScopeNode): number {
  const [chain, others] = [chainOf(one).slice(0, -1), chainOf(other).slice(0, -1)];
  const different = chain.findIndex((node, index) => node !== others[index]);
  const shared = chain.slice(0, different < 0 ? chain.length : different);
  return shared.some(({ kind }) => kind === 'repeat') ? shared.length : 0;
}

/** Between brackets the path that pyxform wrote starts from what they choose from, whatever the author meant. */
function relativeFrom({ place }: Compiler, up: number, below: readonly RouteLevel[], node: Reference): Routed {
  const levels = levelsOf(place.node);
  if (up >= levels.length) return failure('not-in-collect', node.span, 'there is nothing above the form');
  const kept = levels.slice(0, levels.length - up);
  return { list: place.list, levels: [...kept, ...below], context: place.node, fromOrigin: false, up };
}

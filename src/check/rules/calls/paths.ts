import type { Placed } from '../../../expression/placed.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Expression, Path, Predicate, Step } from '../../../expression/tree.ts';
import type { Item } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
import type { FormIndex } from './form-index.ts';

/** Where a path leads: to an item, to a name that is not there, or to what cannot be told. */
export type Destination =
  | { readonly kind: 'item'; readonly visit: Visit }
  | { readonly kind: 'nothing'; readonly step: Step; readonly name: string; readonly inside: Stop }
  | { readonly kind: 'unclear' };

const UNCLEAR: Destination = { kind: 'unclear' };

/** A place on the way: an item, or the top of the form. */
export type Stop = Visit | 'top';

/** Follows a path from the item that it belongs to, or from what it is a condition of: `../age`, `${member}[age > 5]`. */
export function destinationOf({ node, filtered, depth }: Placed<Path>, from: Visit, index: FormIndex): Destination {
  if (!filtered || node.start || node.absolute) return follow(node.steps, startOf(node, from, index), index);
  // Between brackets inside brackets, only what begins with a question is certain.
  if (depth > 1 && !filtered.start) return UNCLEAR;
  const base = follow(stepsBefore(filtered, node), startOf(filtered, from, index), index);
  return base.kind === 'item' ? follow(node.steps, base.visit, index) : UNCLEAR;
}

/** The steps of a path up to the one whose brackets hold the condition. */
function stepsBefore({ filters, steps }: Path, condition: Expression): readonly Step[] {
  const holds = ({ span }: Predicate): boolean => span.start < condition.span.start && condition.span.end < span.end;
  return filters.some(holds) ? [] : steps.slice(0, steps.findIndex(({ predicates }) => predicates.some(holds)) + 1);
}

function follow(steps: readonly Step[], start: Stop | undefined, index: FormIndex): Destination {
  let stop = start;
  for (const step of steps) {
    if (stop === undefined) return UNCLEAR;
    const next = take(step, stop, index);
    if (next === 'nothing')
      return { kind: 'nothing', step, name: step.test.kind === 'name' ? step.test.name : '', inside: stop };
    stop = next;
  }
  return stop === undefined || stop === 'top' ? UNCLEAR : { kind: 'item', visit: stop };
}

function startOf({ start, absolute }: Path, from: Visit, index: FormIndex): Stop | undefined {
  if (absolute) return undefined;
  if (!start) return from;
  const first = bare(start);
  if (first.kind === 'reference') return first.lastSaved ? undefined : index.target(first.name);
  return first.kind === 'call' && first.name === 'current' ? from : undefined;
}

function take({ axis, test, separator }: Step, stop: Stop, index: FormIndex): Stop | 'nothing' | undefined {
  if (separator?.text === '//') return undefined;
  if (axis === 'self' && test.kind === 'type') return stop;
  if (axis === 'parent' && test.kind === 'type') return parentOf(stop, index);
  if (axis !== 'child' || test.kind !== 'name') return undefined;
  const found = childOf(stop, test.name, index);
  if (found) return found;
  return stop === 'top' || isPlain(stop) ? missing(test.name) : undefined;
}

function parentOf(stop: Stop, index: FormIndex): Stop | undefined {
  if (stop === 'top') return undefined;
  const parent = stop.path.at(-1);
  return parent ? index.visit(parent) : 'top';
}

function childOf(stop: Stop, name: string, index: FormIndex): Visit | undefined {
  return insideOf(stop, index).get(name);
}

/** What stands directly in a place, by name; nothing in a question. */
export function insideOf(stop: Stop, index: FormIndex): ReadonlyMap<string, Visit> {
  if (stop === 'top') return index.inside(undefined);
  return stop.item.kind === 'section' ? index.inside(stop.item) : new Map<string, Visit>();
}

/** Whether all that an item holds in the form is what the dictionary says it holds. */
function isPlain({ item, path }: Visit): boolean {
  const around: readonly Item[] = [...path, item];
  return around.every((each) => each.kind === 'question' || each.type === 'group' || each.type === 'repeat');
}

/** Converters add names of their own: the count of a repeat, the text of an other code, the block of metadata. */
function missing(name: string): 'nothing' | undefined {
  return /^(?:meta|instanceID|__.*|.*_count|.*_other)$/.test(name) ? undefined : 'nothing';
}

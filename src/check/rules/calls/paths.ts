import type { Path, Step } from '../../../expression/tree.ts';
import type { Item, Section } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
import { bare } from './facts.ts';
import type { FormIndex } from './form-index.ts';

/** Where a path leads: to an item, to a name that is not there, or to what cannot be told. */
export type Destination =
  | { readonly kind: 'item'; readonly visit: Visit }
  | { readonly kind: 'nothing'; readonly step: Step; readonly name: string; readonly inside: Section | undefined }
  | { readonly kind: 'unclear' };

const UNCLEAR: Destination = { kind: 'unclear' };

/** A place on the way: an item, or the top of the form. */
type Stop = Visit | 'top';

/** Follows a path from the item that it belongs to: `../age`, `${member}/age`, `current()/..`. */
export function destinationOf(path: Path, from: Visit, index: FormIndex): Destination {
  let stop = startOf(path, from, index);
  for (const step of path.steps) {
    if (stop === undefined) return UNCLEAR;
    const next = follow(step, stop, index);
    if (next === 'nothing') {
      const name = step.test.kind === 'name' ? step.test.name : '';
      return { kind: 'nothing', step, name, inside: sectionAt(stop) };
    }
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

function follow({ axis, test, separator }: Step, stop: Stop, index: FormIndex): Stop | 'nothing' | undefined {
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
  if (stop !== 'top' && stop.item.kind !== 'section') return undefined;
  return index.inside(sectionAt(stop)).get(name);
}

function sectionAt(stop: Stop): Section | undefined {
  return stop !== 'top' && stop.item.kind === 'section' ? stop.item : undefined;
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

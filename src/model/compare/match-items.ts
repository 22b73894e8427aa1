import { movedWords } from '../../core/moved-words.ts';
import type { Form } from '../form.ts';
import type { Section } from '../item.ts';
import { type Visit, walk } from '../walk.ts';

/** The items of a form by keys that the other form knows them by, in their order. */
export type Keyed = ReadonlyMap<string, Visit>;

/** Items by their names; where a form has a name several times, by the way to them. */
export function keyedBoth(before: Form, after: Form): readonly [Keyed, Keyed] {
  const twice = new Set([...repeated(before), ...repeated(after)]);
  const keyed = (form: Form): Keyed => {
    const items = new Map<string, Visit>();
    for (const visit of walk(form.items)) items.set(freeKey(keyOf(visit, twice), items), visit);
    return items;
  };
  return [keyed(before), keyed(after)];
}

function repeated({ items }: Form): readonly string[] {
  const seen = new Set<string>();
  return walk(items).flatMap(({ item }) => {
    const { text } = item.name.string;
    return seen.has(text) ? [text] : (seen.add(text), []);
  });
}

function keyOf({ item, path }: Visit, twice: ReadonlySet<string>): string {
  const { text } = item.name.string;
  return twice.has(text) ? [...path, item].map(({ name }) => name.string.text).join('/') : text;
}

export function freeKey(key: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) if (!taken.has(`${key} (${number})`)) return `${key} (${number})`;
}

/** The items that stand elsewhere: in another section, or in another order beside those that stayed. */
export function movedIn(old: Keyed, now: Keyed): ReadonlySet<string> {
  const ways = (items: Keyed): ReadonlyMap<string, string> =>
    new Map([...items].map(([key, { path }]) => [key, path.map(({ name }) => name.string.text).join('/')]));
  const [was, is] = [ways(old), ways(now)];
  const stayed = (key: string): boolean => is.get(key) === was.get(key);
  const elsewhere = [...now.keys()].filter((key) => old.has(key) && !stayed(key));
  const isMeant = (key: string): boolean => stepsOn(now.get(key)) > stepsOn(old.get(key));
  const inOrder = [...new Set(is.values())].flatMap((way) => {
    const beside = (items: ReadonlyMap<string, string>): readonly string[] =>
      [...items].flatMap(([key, own]) => (own === way && was.has(key) && is.has(key) && stayed(key) ? [key] : []));
    return [...movedAmong(beside(was), beside(is), isMeant)];
  });
  return new Set([...elsewhere, ...inOrder]);
}

/** How often a country took the item in hand. */
function stepsOn(visit: Visit | undefined): number {
  return visit?.item.origin.trail.filter(({ kind }) => kind === 'country').length ?? 0;
}

/** Those that were meant to move, where that explains the order; otherwise the fewest that do. */
function movedAmong(
  before: readonly string[],
  after: readonly string[],
  isMeant: (key: string) => boolean,
): ReadonlySet<string> {
  const places = new Map(before.map((key, at) => [key, at]));
  const isRising = (keys: readonly string[]): boolean =>
    keys.every((key, at) => at === 0 || (places.get(keys[at - 1] ?? '') ?? 0) < (places.get(key) ?? 0));
  const others = after.filter((key) => !isMeant(key));
  if (isRising(after) || !isRising(others)) return isRising(after) ? new Set() : movedWords(before, after);
  const moved = new Set(after.filter(isMeant));
  for (const key of moved) if (isRising(after.filter((each) => each === key || !moved.has(each)))) moved.delete(key);
  return moved;
}

/** The section that an item stands in, and what it stands behind. */
export function placeIn(items: Keyed, visit: Visit): string {
  const within = visit.path.map(({ name }) => `${name.string.text}/`).join('');
  const beside = [...items].filter(([, { path }]) => isSameWay(path, visit.path)).map(([, each]) => each);
  const previous = beside[beside.indexOf(visit) - 1];
  return `${within}${previous?.item.name.string.text ?? ''}`;
}

function isSameWay(one: readonly Section[], other: readonly Section[]): boolean {
  return one.length === other.length && one.at(-1) === other.at(-1);
}

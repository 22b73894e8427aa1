import type { Item, Section } from './item.ts';
import type { Visit } from './walk.ts';

/** What is asked again for each entry. */
export type Repeat = Section & { readonly type: 'repeat' };

export function isRepeat(item: Item): item is Repeat {
  return item.kind === 'section' && item.type === 'repeat';
}

/** The repeats that an item stands in, and itself where it is one. */
export function repeatsOf({ item, path }: Visit): readonly Repeat[] {
  return [...path, item].filter(isRepeat);
}

/** The sections down to the innermost repeat. */
export function toInnermostRepeat(path: readonly Section[]): readonly Section[] {
  return path.slice(0, path.findLastIndex(isRepeat) + 1);
}

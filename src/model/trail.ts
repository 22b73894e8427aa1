import type { Origin, Step } from '../core/origin.ts';
import type { Item } from './item.ts';

/**
 * The whole way of something that stands under a key of an item, from the definition outwards: what is not changed where a
 * variable is asked is shared with the variable, so its own origin ends there.
 */
export function trailOf(item: Item, key: string, origin: Origin): readonly Step[] {
  const asked = item.kind === 'question' ? item.asked : undefined;
  if (!asked || asked.changed.has(key)) return origin.trail;
  return [...origin.trail, asked.step, ...item.origin.trail];
}

import type { Written } from '../source/yaml/write.ts';
import type { Class } from './agree.ts';

/**
 * What becomes of a name that means different things in the workbooks: each form keeps its own, all take that of the first
 * workbook or that of most workbooks, or nothing is written.
 */
export const onConflictWords = ['keep', 'first', 'most', 'stop'] as const;
export type OnConflict = (typeof onConflictWords)[number];

/** The class that all forms are to have; nothing where each keeps its own. */
export function chosenClass<Use, Value extends Written>(
  classes: readonly Class<Use, Value>[],
  onConflict: OnConflict,
): Class<Use, Value> | undefined {
  if (classes.length === 1 || onConflict === 'first') return classes[0];
  return onConflict === 'most' ? largest(classes) : undefined;
}

/** The class with the most uses, the first of several. */
export function largest<Use, Value extends Written>(
  classes: readonly Class<Use, Value>[],
): Class<Use, Value> | undefined {
  const most = Math.max(...classes.map(({ uses }) => uses.length));
  return classes.find(({ uses }) => uses.length === most);
}

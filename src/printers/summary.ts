import { plural } from '../core/counts.ts';
import { fileOf } from '../core/location.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Severity } from '../diagnostics/rule.ts';
import type { PrintInput } from './input.ts';

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly files: number;
}

export function summarize(diagnostics: readonly Diagnostic[]): Summary {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  const files = new Set(diagnostics.map((found) => fileOf(found.location)));
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), files: files.size };
}

/** `4 errors, 2 warnings in 3 files`, or `No findings.` */
export function summaryLine(input: PrintInput, elapsed?: number): string {
  const { errors, warnings, infos, files } = summarize(input.diagnostics);
  const counts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'info')];
  const found = counts.filter((part) => !part.startsWith('0 ')).join(', ');
  const records = input.records === undefined ? '' : plural(input.records, 'record');
  const time = elapsed === undefined ? '' : ` (${duration(elapsed)})`;
  if (found === '') return `No findings${records && ` in ${records}`}${time}.`;
  return `${found} in ${plural(files, 'file')}${records && `, ${records} checked`}${time}`;
}

/** `1.2 s`, `2 min 5 s` */
export function duration(milliseconds: number): string {
  const seconds = Math.max(milliseconds, 0) / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Things by a key, in the order in which the keys first come up. */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

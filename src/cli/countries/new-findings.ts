import { fileOf } from '../../core/location.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { beyond, findingKey } from '../baseline.ts';
import { LAYERS } from './over-core.ts';

/** The findings of a country that there were not over another core. */
export function newFindings(
  now: readonly Diagnostic[],
  before: readonly Diagnostic[],
  prefix: string,
): readonly Diagnostic[] {
  const key = (diagnostic: Diagnostic): string => keyOf(diagnostic, prefix);
  const known = new Map<string, number>();
  for (const diagnostic of before) known.set(key(diagnostic), (known.get(key(diagnostic)) ?? 0) + 1);
  return beyond(now, known, key);
}

/** The files of the country are the same both times, while the words of the core that a finding quotes may be others. */
function keyOf(diagnostic: Diagnostic, prefix: string): string {
  const { rule, location } = diagnostic;
  const file = fileOf(location);
  if (location.kind !== 'text' || !file.startsWith(prefix + LAYERS)) return findingKey(diagnostic, prefix);
  return JSON.stringify([rule, file, location.start, location.end]);
}

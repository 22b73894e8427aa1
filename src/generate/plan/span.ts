import type { RecordCheck } from '../../model/record-check.ts';
import type { SoftCheck } from '../../model/record-checks/compiled-check.ts';

/** The shortest and the longest that something takes, in seconds. */
export interface Span {
  readonly least: number;
  readonly most: number;
}

const MINUTE = 60;
/** How long interviews take where nothing is said of it. */
const USUAL: Span = { least: 5 * MINUTE, most: 55 * MINUTE };

/** How long interviews take that keep the checks of their duration. */
export function spanOf(checks: readonly (RecordCheck | SoftCheck)[]): Span {
  const durations = checks.flatMap((check) => (check.kind === 'duration' ? [check] : []));
  const under = Math.max(...durations.map((check) => check.under?.seconds ?? 0), 0);
  const over = Math.min(...durations.map((check) => check.over?.seconds ?? Infinity), Infinity);
  const least = Math.max(under, Math.min(USUAL.least, over));
  return { least, most: Math.max(least, Math.min(least + USUAL.most - USUAL.least, over)) };
}

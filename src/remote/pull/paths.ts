import { isRecord } from '../../core/is-record.ts';
import type { SeenPath } from '../../store/submission-row.ts';
import type { KoboSubmission } from './read-submission.ts';

/** Remembers under which keys answers came, and tells those that are new. */
export interface PathCollector {
  add(json: KoboSubmission): void;
  /** Those that came since the last time. */
  take(): readonly SeenPath[];
}

/** More different keys than any form has are somebody's mischief; their answers are in the texts all the same. */
const MOST = 50_000;
const DEEPEST = 20;

export function pathCollector(): PathCollector {
  const seen = new Map<string, Set<string>>();
  let fresh: SeenPath[] = [];
  let count = 0;
  const collect = (json: KoboSubmission, inside: string, depth: number): void => {
    const known = seen.get(inside) ?? new Set();
    seen.set(inside, known);
    for (const key in json) {
      const value = json[key];
      const entries = Array.isArray(value) ? value.filter(isRecord) : [];
      const repeats = entries.length > 0;
      const mark = repeats ? `${key}[]` : key;
      if (!known.has(mark) && count < MOST) {
        known.add(mark);
        count += 1;
        fresh.push({ inside, path: key, repeats });
      }
      if (depth < DEEPEST && key !== '_attachments') for (const entry of entries) collect(entry, key, depth + 1);
    }
  };
  return {
    add: (json) => collect(json, '', 0),
    take: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

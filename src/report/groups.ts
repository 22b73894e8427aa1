import type { RecordView, ScopeNode } from '../expression/evaluate/scope.ts';
import type { ByQuestion } from './by.ts';

/** What was answered to a question of groups: the place of its code, or one of these. */
export const MISSING = -1;
export const UNLISTED = -2;

/** A question of groups as it is read from the records or entries at one level of a form. */
export interface ByReader {
  readonly by: ByQuestion;
  /** How many levels further out the question stands: 0 where it stands in the entry itself. */
  readonly above: number;
  readonly slot: number;
  readonly places: ReadonlyMap<string, number>;
}

export function byReader(by: ByQuestion, node: ScopeNode, depth: number): ByReader {
  const places = new Map(by.codes.map(({ code }, place) => [code, place]));
  return { by, above: depth - node.depth, slot: node.slot, places };
}

/** The groups that the records, or entries, of one level fall into. */
export interface GroupFinder {
  readonly by: readonly ByReader[];
  /** The place of the group of a record or entry, which is counted there; undefined where there are too many groups. */
  find(row: RecordView): number | undefined;
  /** In the order of their first record: the answers that make it, and how many are in it. */
  found(): readonly FoundGroup[];
}

export interface FoundGroup {
  readonly places: readonly number[];
  readonly size: number;
}

export function groupFinder(by: readonly ByReader[], most: number): GroupFinder {
  const known = new Map<string, number>();
  const groups: { readonly places: readonly number[]; size: number }[] = [];
  return {
    by,
    find: (row) => {
      const places = by.map((reader) => placeIn(row, reader));
      const key = places.join();
      let group = known.get(key);
      if (group === undefined) {
        if (groups.length >= most) return undefined;
        group = groups.push({ places, size: 0 }) - 1;
        known.set(key, group);
      }
      const found = groups[group];
      if (found) found.size += 1;
      return group;
    },
    found: () => groups,
  };
}

function placeIn(row: RecordView, { above, slot, places }: ByReader): number {
  let at: RecordView | undefined = row;
  for (let step = 0; step < above; step += 1) at = at?.above;
  const answer = String(at?.values[slot] ?? '');
  return answer === '' ? MISSING : (places.get(answer) ?? UNLISTED);
}

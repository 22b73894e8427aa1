import type { Report } from '../../../diagnostics/collector.ts';
import type { Section } from '../../../model/item.ts';
import type { EntityRow } from './entities.ts';
import { type Path, wordsOf } from './paths.ts';

/** The place that an entity wants, and how far out it may be put: down from the repeat that is its scope. */
export interface Claim {
  readonly row: EntityRow;
  readonly scope: Path;
  readonly wanted: Path;
  /** The sections around each answer that it saves. */
  readonly lineages: readonly Path[];
}

/** Stands for the form itself, which holds an entity like a group. */
type Holder = Section | 'form';

/**
 * Gives each entity a group of its own, as pyxform 4.5.0 does: in the order of the rows, from the wanted place outwards; the
 * groups between an entity and the answers that it saves are taken as well.
 */
export function placeEntities(claims: readonly Claim[], report: Report): void {
  const taken = new Map<Holder, EntityRow>();
  for (const claim of claims) {
    const { row, scope } = claim;
    const other = placeOne(claim, taken);
    if (other)
      report(
        'entity-scope',
        row.at,
        { list: row.list, problem: 'no-place', words: other.list, here: wordsOf(scope), there: '' },
        { related: [{ message: 'the other entity', location: other.at }] },
      );
  }
}

/** The entity that is in the way, or nothing where a place was found. */
function placeOne({ row, scope, wanted, lineages }: Claim, taken: Map<Holder, EntityRow>): EntityRow | undefined {
  const inTheWay = lineages.map((path) => taken.get(holderOf(path))).find((other) => other !== undefined);
  let last: EntityRow | undefined;
  for (let depth = wanted.length; depth >= scope.length; depth -= 1) {
    const place = wanted.slice(0, depth);
    last = taken.get(holderOf(place));
    if (last && inTheWay) return inTheWay;
    if (last) continue;
    for (const path of [place, ...lineages])
      for (let length = path.length; length >= depth; length -= 1) taken.set(holderOf(path.slice(0, length)), row);
    return undefined;
  }
  return last;
}

function holderOf(path: Path): Holder {
  return path.at(-1) ?? 'form';
}

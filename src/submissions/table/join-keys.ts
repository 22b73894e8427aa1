import type { TableRow } from './table.ts';
import { plainText } from './cell.ts';
import type { OpenTable } from './open-table.ts';

/** How the entries of a repeat find what they belong to: the key of a row in the table around, and that in their own. */
export interface JoinKeys {
  readonly ofParent: (row: TableRow, place: number) => string;
  readonly ofChild: (row: TableRow) => string;
  /** The place of the column in the table of the entries. */
  readonly childIndex: number;
}

/** Headings that belong together, best first. Those behind the first three name the submission, not an entry in it. */
const PAIRS: readonly (readonly [parent: string, child: string])[] = [
  ['_index', '_parent_index'],
  ['index', '_parent_index'],
  ['KEY', 'PARENT_KEY'],
  ['_uuid', '_submission__uuid'],
  ['uuid', '_submission__uuid'],
  ['_id', '_submission__id'],
  ['_uuid', '_submission_uuid'],
  ['_id', '_submission_id'],
  ['meta/rootUuid', '_submission__uuid'],
  ['_uuid', '_uuid'],
  ['uuid', 'uuid'],
  ['instanceID', 'instanceID'],
  ['meta/instanceID', 'meta/instanceID'],
  ['meta-instanceID', 'meta-instanceID'],
  ['_id', '_id'],
];
const OF_ENTRIES = 3;

export function joinKeys(parent: OpenTable, child: OpenTable): JoinKeys | undefined {
  const pairs = parent.level.key === '' ? PAIRS : PAIRS.slice(0, OF_ENTRIES);
  for (const [inParent, inChild] of pairs) {
    const parentIndex = placeOf(inParent, parent);
    const childIndex = placeOf(inChild, child);
    if (parentIndex >= 0 && childIndex >= 0)
      return { ofParent: keyAt(parentIndex), ofChild: keyAt(childIndex), childIndex };
  }
  const childIndex = placeOf('_parent_index', child);
  // Exports number rows from 1; a table that lost its numbers still has its order.
  return childIndex < 0 ? undefined : { ofParent: (_, place) => String(place), ofChild: keyAt(childIndex), childIndex };
}

function placeOf(heading: string, { headings }: OpenTable): number {
  return headings.findIndex((each) => each.toLowerCase() === heading.toLowerCase());
}

/** Numbers come as `7` from one table and as `7.0` from the other; ids with and without `uuid:`. */
function keyAt(index: number): (row: TableRow) => string {
  return ({ cells }) =>
    plainText(cells[index] ?? '')
      .replace(/^(-?\d+)\.0$/, '$1')
      .replace(/^uuid:(?=[^/]*$)/, '');
}

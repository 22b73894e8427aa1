import { chainOf, type RecordView, type ScopeNode } from '../../expression/evaluate/scope.ts';

/** Where an expression is evaluated: a place of the form, in the record or in one entry of a repeat. */
export interface EvalPlace {
  readonly node: ScopeNode;
  readonly row: RecordView;
  /** `member 2`, `member 2, visit 1`; empty outside of repeats. */
  readonly heading: string;
}

/** Every entry that a place of the form is in. */
export function placesOf(node: ScopeNode, record: RecordView): readonly EvalPlace[] {
  let places: readonly EvalPlace[] = [{ node, row: record, heading: '' }];
  for (const repeat of chainOf(node)) {
    if (repeat.kind !== 'repeat') continue;
    places = places.flatMap(({ row, heading }) =>
      (row.repeats[repeat.slot] ?? []).map((entry) => ({
        node,
        row: entry,
        heading: `${heading === '' ? '' : `${heading}, `}${repeat.name} ${entry.index + 1}`,
      })),
    );
  }
  return places;
}

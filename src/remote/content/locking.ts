import { isRecord } from '../../core/is-record.ts';
import { compareText } from '../../core/location.ts';
import type { NormalForm, NormalRow } from './normal-form.ts';

/** What each profile of the locking sheet locks; the order has no meaning. */
export function lockingOfRows(rows: readonly NormalRow[]): NormalForm['locking'] {
  const names = new Set(rows.flatMap((row) => [...row.keys()]));
  names.delete('restriction');
  const locked = (name: string): readonly string[] =>
    rows.filter((row) => row.get(name)?.toLowerCase() === 'locked').map((row) => row.get('restriction') ?? '');
  return inOrder([...names].map((name) => [name, locked(name)]));
}

/** The same, as KoboToolbox keeps it. */
export function lockingOfContent(profiles: unknown): NormalForm['locking'] {
  if (!Array.isArray(profiles)) return new Map();
  return inOrder(
    profiles
      .filter(isRecord)
      .map(({ name, restrictions }) => [String(name), Array.isArray(restrictions) ? restrictions.map(String) : []]),
  );
}

function inOrder(profiles: readonly (readonly [string, readonly string[]])[]): NormalForm['locking'] {
  const sorted = profiles.map(([name, locks]) => [name, locks.toSorted(compareText)] as const);
  return new Map(sorted.toSorted(([one], [other]) => compareText(one, other)));
}

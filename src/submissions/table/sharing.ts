import type { FormColumn } from './levels.ts';

/** Headings that could be any of several questions. */
export interface Shared {
  readonly index: number;
  readonly candidates: readonly FormColumn[];
}

/**
 * Tells apart headings that several questions share, where nothing can be mistaken: as many headings as questions follow
 * each other in the order of the form, or one alone is asked today. The answer is by the place of the heading.
 */
export function tellApart(shared: readonly Shared[], taken: ReadonlySet<FormColumn>): ReadonlyMap<number, FormColumn> {
  const groups = new Map<string, Shared[]>();
  for (const one of shared) {
    const key = one.candidates.map(({ key: path }) => path).join('\n');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return new Map([...groups.values()].flatMap((group) => [...paired(group, taken)]));
}

function paired(group: readonly Shared[], taken: ReadonlySet<FormColumn>): readonly (readonly [number, FormColumn])[] {
  const free = (group[0]?.candidates ?? []).filter((column) => !taken.has(column));
  const asked = free.filter(({ current }) => current);
  const answered = asked.filter(({ answer }) => answer !== 'none');
  const fitting = [free, asked, answered].find((columns) => columns.length === group.length) ?? [];
  return fitting.flatMap((column, place) => {
    const heading = group[place];
    return heading ? [[heading.index, column] as const] : [];
  });
}

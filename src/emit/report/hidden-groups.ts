import type { CrossedFigure, Figure, Group, Grouping } from './report-data.ts';
import { hiddenCells, isSmall, type Line, wholeLine } from './small-cells.ts';

/**
 * The groups of which nothing is shown in a figure: those that are too small themselves, those of which too few answered, and
 * as many others as it takes that nobody can work these out from the figure of all, or from who is in the groups.
 */
export function hiddenGroups(
  whole: Figure,
  { grouping, figures }: CrossedFigure,
  limit: number | undefined,
): Set<number> {
  if (isSmall(whole.n, limit)) return new Set(figures.keys());
  const sizes = grouping.groups.map(({ size }) => size);
  const small = hiddenCells(sizes, limit, linesOf(grouping, limit));
  const bases = figures.map(({ n }) => n);
  return new Set(hiddenCells(bases, limit, [wholeLine(bases)], small));
}

/** What a report tells of the sizes of groups elsewhere: all, those that answered, and with which answer. */
function linesOf({ by, groups }: Grouping, limit: number | undefined): readonly Line[] {
  const placesOf = (belongs: (group: Group) => boolean): number[] =>
    [...groups.entries()].flatMap(([place, group]) => (belongs(group) ? [place] : []));
  const linesBy = [...by.keys()].flatMap((index): readonly Line[] => {
    const keys = new Set(groups.map((group) => keyAt(group, index)));
    const margins = [...keys].map((key) => placesOf((group) => keyAt(group, index) === key));
    const hidden = hiddenMargins(margins, groups, index, limit);
    const answered = placesOf(({ values }) => values[index]?.kind !== 'missing');
    const inside = margins.map((places, at) => ({ places, totalHidden: hidden.has(at) }));
    return [{ places: answered, totalHidden: false }, ...(by.length === 1 ? [] : inside)];
  });
  return [...linesBy, wholeLine(groups)];
}

/** Which answers to one question of a grouping the table of that question hides. */
function hiddenMargins(
  margins: readonly (readonly number[])[],
  groups: readonly Group[],
  index: number,
  limit: number | undefined,
): ReadonlySet<number> {
  const sizes = margins.map((places) => places.reduce((sum, place) => sum + (groups[place]?.size ?? 0), 0));
  const isAnswer = (places: readonly number[]): boolean => groups[places[0] ?? 0]?.values[index]?.kind !== 'missing';
  const answers = [...margins.keys()].filter((at) => isAnswer(margins[at] ?? []));
  return hiddenCells(sizes, limit, [{ places: answers, totalHidden: false }]);
}

function keyAt({ values }: Group, index: number): string {
  const value = values[index];
  return value ? `${value.kind} ${value.code}` : '';
}

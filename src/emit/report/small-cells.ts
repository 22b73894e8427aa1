/** What stands in place of a number that could point at a person. */
export const HIDDEN = '*';

/** Whether a count is too small to be shown; nobody is nobody. */
export function isSmall(count: number, limit: number | undefined): boolean {
  return limit !== undefined && count > 0 && count < limit;
}

/** Places of counts that add up to a total; who reads the total can work out what one hidden place holds. */
export interface Line {
  readonly places: readonly number[];
  /** Whether the total itself is hidden. */
  readonly totalHidden: boolean;
}

/**
 * Which counts of a table are hidden: the small ones, and those that are hidden already. Where counts add up to a total that
 * is shown, what is hidden could be worked out from the rest, so that more of them go, the smallest first, until the hidden
 * ones together are no small number, in every line. Where the total is hidden, one of its parts has to be.
 */
export function hiddenCells(
  counts: readonly number[],
  limit: number | undefined,
  lines: readonly Line[],
  before: Iterable<number> = [],
): ReadonlySet<number> {
  const hidden = new Set(before);
  if (limit === undefined) return hidden;
  for (const [place, count] of counts.entries()) if (isSmall(count, limit)) hidden.add(place);
  // What one line hides, another may have to hide more for. Each round hides something, so that there is a last one.
  for (let size = -1; size < hidden.size;) {
    size = hidden.size;
    for (const line of lines) protect(line, counts, limit, hidden);
  }
  return hidden;
}

/** All places of a table that has one line. */
export function wholeLine(counts: readonly unknown[]): Line {
  return { places: [...counts.keys()], totalHidden: false };
}

function protect(line: Line, counts: readonly number[], limit: number, hidden: Set<number>): void {
  const countAt = (place: number): number => counts[place] ?? 0;
  const away = line.places.filter((place) => hidden.has(place));
  let sum = away.reduce((total, place) => total + countAt(place), 0);
  let many = away.length;
  const isOpen = (): boolean => {
    if (line.totalHidden) return many === 0;
    return many > 0 && sum > 0 && (sum < limit || many === 1);
  };
  if (!isOpen()) return;
  for (const place of byCount(line.places, countAt)) {
    if (!isOpen()) return;
    if (hidden.has(place)) continue;
    hidden.add(place);
    sum += countAt(place);
    many += 1;
  }
}

/** The smallest first; what nobody answered helps least, and comes last. */
function byCount(places: readonly number[], countAt: (place: number) => number): readonly number[] {
  const rank = (place: number): number => countAt(place) || Number.MAX_SAFE_INTEGER;
  return places.toSorted((a, b) => rank(a) - rank(b));
}

/** What stands in place of a number that could point at a person. */
export const HIDDEN = '*';

/** Whether a count is too small to be shown; nobody is nobody. */
export function isSmall(count: number, limit: number | undefined): boolean {
  return limit !== undefined && count > 0 && count < limit;
}

/**
 * Which counts of a table are hidden. Where the counts add up to a total that is shown, what is hidden could be worked
 * out from the rest, so that more of them go, the smallest first, until the hidden ones together are no small number.
 */
export function hiddenCells(counts: readonly number[], limit: number | undefined, addUp: boolean): ReadonlySet<number> {
  const indexes = counts.map((_, index) => index);
  const countAt = (index: number): number => counts[index] ?? 0;
  const hidden = new Set(indexes.filter((index) => isSmall(countAt(index), limit)));
  if (!addUp || hidden.size === 0) return hidden;
  const others = indexes
    .filter((index) => countAt(index) > 0 && !hidden.has(index))
    .toSorted((a, b) => countAt(a) - countAt(b));
  let sum = [...hidden].reduce((total, index) => total + countAt(index), 0);
  for (const index of others) {
    if (!isSmall(sum, limit)) break;
    hidden.add(index);
    sum += countAt(index);
  }
  return hidden;
}

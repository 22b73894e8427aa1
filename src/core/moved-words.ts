/** The fewest words that moved between two orders of the same words. */
export function movedWords(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((word, index) => [word, index]));
  const stayed = longestRising(after.map((word) => places.get(word) ?? -1));
  return new Set(after.filter((_, index) => !stayed.has(index)));
}

/** The places of the longest run of numbers that only rises, others left out. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    const length = firstNotBelow(ends, numbers, number);
    before[at] = ends[length - 1];
    ends[length] = at;
  }
  const places = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) places.add(at);
  return places;
}

function firstNotBelow(ends: readonly number[], numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

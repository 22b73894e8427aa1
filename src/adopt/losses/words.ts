import { plural } from '../../core/counts.ts';
import { type CellRange, rangeText } from '../../formats/cell-ranges.ts';

const FEW = 10;

/** `A3:F3, B9` and, of many, how many more ranges there are. */
export function rangesText(ranges: readonly CellRange[]): string {
  const shown = ranges.slice(0, FEW).map(rangeText).join(', ');
  const more = ranges.length - FEW;
  return more > 0 ? `${shown} and ${more} more ${more === 1 ? 'place' : 'places'}` : shown;
}

/** `1 picture`, `3 pictures`; nothing for none. */
export function counted(count: number, one: string, many = `${one}s`): readonly string[] {
  return count === 0 ? [] : [plural(count, one, many)];
}

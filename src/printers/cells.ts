import { letterBoundary } from '../core/letter-boundary.ts';
import type { Range } from '../core/range.ts';
import { harmless } from './safe-text.ts';
import { signsOf, signWidth } from './width.ts';

/** One sign of a line: where it stands in the line, what is shown for it and how many columns that takes. */
export interface Cell extends Range {
  readonly text: string;
  readonly width: number;
}

/** The part of a line that fits: its signs, and whether something was cut off on either side. */
export interface View {
  readonly cells: readonly Cell[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

// A file of one endless line is not split into signs as a whole.
const REACH = 600;
const TAB = 4;

/** The part of a line around a range that takes at most `limit` columns, marks of the cuts included. */
export function viewAround(line: string, range: Range, limit: number): View {
  const from = letterBoundary(line, Math.max(range.start - REACH, 0));
  const to = letterBoundary(line, Math.min(range.start + REACH, line.length));
  const cells = cellsOf(line.slice(from, to), from);
  const whole = from === 0 && to === line.length;
  if (whole && widthOf(cells) <= limit) return { cells, cutBefore: false, cutAfter: false };
  const { first, last } = fit(cells, range, Math.max(limit - 2, 1));
  const cutAfter = last < cells.length || to < line.length;
  return { cells: cells.slice(first, last), cutBefore: first > 0 || from > 0, cutAfter };
}

function cellsOf(text: string, from: number): readonly Cell[] {
  let column = 0;
  return signsOf(text).map((sign) => {
    const shown = sign.text === '\t' ? ' '.repeat(TAB - (column % TAB)) : harmless(sign.text);
    const width = signWidth(shown);
    column += width;
    const start = from + sign.start;
    return { start, end: start + sign.text.length, text: shown, width };
  });
}

/** Takes the marked signs first, then neighbours on both sides in turn, as long as there is room. */
function fit(cells: readonly Cell[], range: Range, limit: number): { first: number; last: number } {
  let [first, last] = indexesOf(cells, range);
  let width = widthOf(cells.slice(first, last));
  while (width > limit && last > first + 1) width -= cells[--last]?.width ?? 0;
  for (let room = true; room;) {
    room = false;
    const after = cells[last]?.width ?? Infinity;
    if (width + after <= limit) [width, last, room] = [width + after, last + 1, true];
    const before = cells[first - 1]?.width ?? Infinity;
    if (width + before <= limit) [width, first, room] = [width + before, first - 1, true];
  }
  return { first, last };
}

/** The signs that a range touches, as indexes; an empty range touches none, but stands before one. */
export function indexesOf(cells: readonly Cell[], range: Range): readonly [number, number] {
  const found = cells.findIndex((cell) => cell.end > range.start);
  const first = found < 0 ? cells.length : found;
  let last = first;
  while (last < cells.length && (cells[last]?.start ?? range.end) < range.end) last += 1;
  return [first, last];
}

export function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((width, cell) => width + cell.width, 0);
}

export function textOf(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}

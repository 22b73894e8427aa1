import { lineStartsOf, lineText, positionAt, type SourceText } from '../core/location.ts';
import type { Range } from '../core/range.ts';

/** A range of a file that a frame shows, and what is said about it. */
export interface Mark extends Range {
  readonly kind: 'primary' | 'related';
  readonly note: string;
}

/** The part of a mark that lies in one line, in offsets of that line. */
export interface LineMark extends Range {
  readonly line: number;
  readonly kind: Mark['kind'];
  readonly note: string;
}

/** A mark line by line; `hidden` lines of it are left out below the last. */
export interface SpreadMark {
  readonly first: number;
  readonly last: number;
  readonly hidden: number;
  readonly lines: readonly LineMark[];
}

const MOST_LINES = 3;

/** Spreads a mark over its lines, the first few of them; the note stands below the last one that is shown. */
export function spread(source: SourceText, mark: Mark): SpreadMark {
  const { first, end } = linesOf(source, mark);
  const last = Math.min(end, first + MOST_LINES - 1);
  const lines = [];
  for (let line = first; line <= last; line += 1) {
    const range = rangeInLine(source, mark, line, line === first);
    if (range) lines.push({ ...range, line, kind: mark.kind, note: line === last ? mark.note : '' });
  }
  return { first, last, hidden: end - last, lines };
}

/** The lines of a range; a line end at its end does not count as the line below. */
export function linesOf(source: SourceText, range: Range): { readonly first: number; readonly end: number } {
  const first = positionAt(source, range.start).line;
  return { first, end: range.end > range.start ? positionAt(source, range.end - 1).line : first };
}

/** Below the first line, indentation is not marked, nor a line that holds nothing else. */
function rangeInLine(source: SourceText, mark: Mark, line: number, isFirst: boolean): Range | undefined {
  const text = lineText(source, line);
  const offset = lineStartsOf(source)[line - 1] ?? 0;
  const indentation = text.length - text.trimStart().length;
  const start = isFirst ? Math.min(mark.start - offset, text.length) : indentation;
  const end = Math.min(mark.end - offset, text.length);
  if (isFirst) return { start, end: Math.max(start, end) };
  return start < end ? { start, end } : undefined;
}

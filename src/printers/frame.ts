import { withThousands } from '../core/counts.ts';
import { lineStartsOf, lineText, type SourceText } from '../core/location.ts';
import type { Severity } from '../diagnostics/rule.ts';
import { type FrameLook, markedRows, plainRow } from './frame-line.ts';
import { type LineMark, type Mark, type SpreadMark, spread } from './marks.ts';
import type { Style } from './style.ts';

export interface FrameOptions {
  readonly width: number;
  readonly style: Style;
  readonly severity: Severity;
}

const ABOVE = 2;
const BELOW = 1;
const LONGEST_LINE = 150;
const SHORTEST_LINE = 20;

/** The lines around marks of one file, with line numbers and carets. The first mark is the one a line is cut around. */
export function frame(source: SourceText, marks: readonly Mark[], options: FrameOptions): readonly string[] {
  const spreads = marks.map((mark) => spread(source, mark));
  const shown = shownLines(source, spreads);
  const gutter = Math.max(String(shown.at(-1) ?? 1).length + 3, 5);
  const look = { ...options, limit: limitFor(options.width, gutter) };
  const lineMarks = spreads.flatMap((each) => each.lines);
  return shown.flatMap((line, index) => {
    const gap = index > 0 && shown[index - 1] !== line - 1 && hiddenBelow(spreads, shown[index - 1]) === 0;
    const rows = lineRows(source, line, lineMarks, look, gutter);
    const more = moreRow(hiddenBelow(spreads, line), gutter, options.style);
    return [...(gap ? [unnumbered('…', gutter, options.style)] : []), ...rows, ...more];
  });
}

/** The value of a cell that stands alone as a frame of its own, the cell's address in place of line numbers. */
export function cellFrame(address: string, value: string, options: FrameOptions): readonly string[] {
  const lines = value.split(/\r\n|\r|\n/);
  const shown = lines.slice(0, 3);
  const gutter = address.length + 3;
  const look = { ...options, limit: limitFor(options.width, gutter) };
  const rows = shown.map((line, index) => row(index === 0 ? address : '', plainRow(line, look), gutter, options.style));
  return [...rows, ...moreRow(lines.length - shown.length, gutter, options.style)];
}

function lineRows(
  source: SourceText,
  line: number,
  marks: readonly LineMark[],
  look: FrameLook,
  gutter: number,
): readonly string[] {
  const text = lineText(source, line);
  const here = marks.filter((mark) => mark.line === line);
  if (here.length === 0) return [row(String(line), plainRow(text, look), gutter, look.style)];
  return markedRows(text, here, look).flatMap((rows) => [
    row(String(line), rows.text, gutter, look.style),
    ...rows.below.map((below) => unnumbered(below, gutter, look.style)),
  ]);
}

/** Marked lines with those around them; empty lines at both ends of the frame say nothing. */
function shownLines(source: SourceText, spreads: readonly SpreadMark[]): readonly number[] {
  const count = lineStartsOf(source).length;
  const lines = new Set<number>();
  for (const { first, last, hidden } of spreads) {
    const to = Math.min(hidden > 0 ? last : last + BELOW, count);
    for (let line = Math.max(first - ABOVE, 1); line <= to; line += 1) lines.add(line);
  }
  const sorted = withSmallGaps(
    [...lines].toSorted((a, b) => a - b),
    spreads,
  );
  const speaks = (line: number): boolean => lineText(source, line).trim() !== '' || isMarked(spreads, line);
  return sorted.slice(sorted.findIndex(speaks), sorted.findLastIndex(speaks) + 1);
}

/** A gap of one line is better filled than marked. */
function withSmallGaps(lines: readonly number[], spreads: readonly SpreadMark[]): readonly number[] {
  return lines.flatMap((line, index) => {
    const isSmall = lines[index + 1] === line + 2 && hiddenBelow(spreads, line) === 0;
    return isSmall ? [line, line + 1] : [line];
  });
}

function isMarked(spreads: readonly SpreadMark[], line: number): boolean {
  return spreads.some((each) => each.first <= line && line <= each.last);
}

function hiddenBelow(spreads: readonly SpreadMark[], line: number | undefined): number {
  return Math.max(0, ...spreads.filter((each) => each.last === line).map((each) => each.hidden));
}

export function moreRow(hidden: number, gutter: number, style: Style): readonly string[] {
  if (hidden === 0) return [];
  const words = `… ${withThousands(hidden)} more ${hidden === 1 ? 'line' : 'lines'}`;
  return [unnumbered(style.faint(words), gutter, style)];
}

function unnumbered(text: string, gutter: number, style: Style): string {
  return row('', text, gutter, style);
}

export function row(label: string, text: string, gutter: number, style: Style): string {
  const edge = style.faint(`${label.padStart(gutter)} |`);
  return text === '' ? edge : `${edge} ${text}`;
}

export function limitFor(width: number, gutter: number): number {
  return Math.max(Math.min(LONGEST_LINE, width - gutter - 3), SHORTEST_LINE);
}

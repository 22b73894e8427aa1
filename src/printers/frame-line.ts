import type { Range } from '../core/range.ts';
import type { Severity } from '../diagnostics/rule.ts';
import { type Cell, indexesOf, textOf, type View, viewAround, widthOf } from './cells.ts';
import { bracket, isolate, readsRightToLeft } from './direction.ts';
import type { LineMark } from './marks.ts';
import { sentence } from './safe-text.ts';
import type { Paint, Style } from './style.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

/** What the rows of a frame share; `limit` is the room right of the line numbers. */
export interface FrameLook {
  readonly limit: number;
  readonly style: Style;
  readonly severity: Severity;
}

/** Rows of a frame: the text of a line, and what stands below it without a line number. */
export interface LineRows {
  readonly text: string;
  readonly below: readonly string[];
}

/** A line without a mark, from its beginning. */
export function plainRow(line: string, look: FrameLook): string {
  return isolate(shownText(viewAround(line, { start: 0, end: 0 }, look.limit)));
}

/** A line with its marks below it. It comes again for a mark that the first view of it does not hold. */
export function markedRows(line: string, marks: readonly LineMark[], look: FrameLook): readonly LineRows[] {
  const [mark, ...others] = marks;
  if (!mark) return [];
  const view = viewAround(line, mark, look.limit);
  if (readsRightToLeft(textOf(view.cells))) return [bracketed(line, mark, look), ...markedRows(line, others, look)];
  const shown = others.filter((other) => isWithin(view, other));
  const left = others.filter((other) => !shown.includes(other));
  const below = [mark, ...shown].flatMap((each) => caretRows(view, each, look));
  return [{ text: shownText(view), below }, ...markedRows(line, left, look)];
}

/** Carets would point elsewhere when letters run from right to left: brackets move along with the text. */
function bracketed(line: string, mark: LineMark, look: FrameLook): LineRows {
  const view = viewAround(line, mark, look.limit - 2);
  const [first, last] = indexesOf(view.cells, mark);
  const part = (from: number, to?: number): string => textOf(view.cells.slice(from, to));
  const before = (view.cutBefore ? '…' : '') + part(0, first);
  const shown = bracket(before, part(first, last), part(last) + (view.cutAfter ? '…' : ''));
  const paint = paintOf(mark, look);
  const text = shown.replaceAll(/[⟦⟧]/g, (sign) => paint(sign));
  return { text, below: noteRows(mark.note, look.limit, 0).map(paint) };
}

function caretRows(view: View, mark: LineMark, look: FrameLook): readonly string[] {
  const [first, last] = indexesOf(view.cells, mark);
  const indent = (view.cutBefore ? 1 : 0) + widthOf(view.cells.slice(0, first));
  const length = Math.max(widthOf(view.cells.slice(first, last)), 1);
  const carets = (mark.kind === 'primary' ? '^' : '-').repeat(length);
  const paint = paintOf(mark, look);
  const note = sentence(mark.note);
  const fits = indent + length + 1 + displayWidth(note) <= look.limit;
  if (note === '' || fits) return [' '.repeat(indent) + paint(note === '' ? carets : `${carets} ${note}`)];
  return [' '.repeat(indent) + paint(carets), ...noteRows(note, look.limit, indent).map(paint)];
}

/** A note below its carets, moved to the left where there is too little room. */
function noteRows(note: string, limit: number, indent: number): readonly string[] {
  if (note === '') return [];
  const left = Math.max(Math.min(indent, limit - 30, limit - displayWidth(note)), 0);
  return wrap(sentence(note), limit - left).map((row) => ' '.repeat(left) + row);
}

function paintOf(mark: LineMark, { style, severity }: FrameLook): Paint {
  return mark.kind === 'primary' ? style[severity] : style.related;
}

function isWithin(view: View, range: Range): boolean {
  const from: Cell | undefined = view.cells[0];
  const to = view.cells.at(-1);
  if (!from || !to) return range.start === 0;
  return range.start >= from.start && (range.start < to.end || (!view.cutAfter && range.start === to.end));
}

function shownText(view: View): string {
  return (view.cutBefore ? '…' : '') + textOf(view.cells) + (view.cutAfter ? '…' : '');
}

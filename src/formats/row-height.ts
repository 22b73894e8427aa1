import type { ColumnPlan } from './workbook.ts';

/** Points a line of the standard font takes, and the most that Excel gives a row. */
const LINE = 15;
const TALLEST = 409;

/**
 * The height that a row needs for its wrapped texts, in points, or undefined for one line. Excel would work it out when
 * it opens the file; LibreOffice and viewers take what is written.
 */
export function rowHeight(cells: readonly string[], columns: readonly ColumnPlan[]): number | undefined {
  const lines = cells.map((text, index) => linesOf(text, columns[index]?.width ?? 10));
  const most = lines.reduce((one, other) => Math.max(one, other), 1);
  return most === 1 ? undefined : Math.min(most * LINE, TALLEST);
}

function linesOf(text: string, width: number): number {
  if (text.length < width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + 1) / width)), 0);
}

/** A height that stays automatic: exceljs marks every height as set by hand, and such a row would never grow again. */
export function withAutomaticHeights(entries: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...entries].map(([name, bytes]) => [name, name.startsWith('xl/worksheets/') ? withoutMarks(bytes) : bytes]),
  );
}

const MARK = ' customHeight="1"';

/** A sheet is cut as bytes, because as text a large one would take several times its size. */
function withoutMarks(bytes: Uint8Array): Uint8Array {
  const sheet = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = sheet.indexOf(MARK); at >= 0; at = sheet.indexOf(MARK, at + MARK.length)) {
    const tag = sheet.lastIndexOf('<', at);
    if (sheet.toString('latin1', tag, tag + '<row '.length) !== '<row ') continue;
    parts.push(sheet.subarray(from, at));
    from = at + MARK.length;
  }
  return from === 0 ? bytes : Buffer.concat([...parts, sheet.subarray(from)]);
}

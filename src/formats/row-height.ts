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
  const changed = [...entries].map(([name, bytes]) => {
    if (!name.startsWith('xl/worksheets/')) return [name, bytes] as const;
    const text = new TextDecoder().decode(bytes);
    return [name, new TextEncoder().encode(text.replaceAll(/(<row [^>]*?) customHeight="1"/g, '$1'))] as const;
  });
  return new Map(changed);
}

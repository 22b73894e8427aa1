import type { Location } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { CellRead } from '../../formats/xlsx-cells.ts';
import { printedValue } from '../../formats/xlsx-printed.ts';

/** What Excel made of what was typed, where a form shows or stores something else than the sheet does. */
export type Rewriting = 'date' | 'format' | 'digits' | 'error' | 'no-result' | 'cut';

/** Excel cuts a text here. */
const LONGEST_TEXT = 32_767;
/** Excel keeps 15 digits of a number and makes the others 0. */
const MOST_DIGITS = 1e15;

/** Tells where Excel shows one thing in a cell, and the converter reads another. */
export function checkRewritten(cell: CellRead, at: Location, report: Report): void {
  const kind = rewritingOf(cell);
  if (kind === undefined) return;
  const format = 'format' in cell ? cell.format : undefined;
  report('excel-rewrote', at, { kind, read: printedValue(cell), format });
}

function rewritingOf(cell: CellRead): Rewriting | undefined {
  switch (cell.kind) {
    case 'date':
      return 'date';
    case 'error':
      return 'error';
    case 'uncalculated':
      return 'no-result';
    case 'number':
      if (Math.abs(cell.value) >= MOST_DIGITS) return 'digits';
      return cell.format !== undefined && showsOtherwise(cell.format, cell.value) ? 'format' : undefined;
    case 'text':
      return cell.value.length === LONGEST_TEXT ? 'cut' : undefined;
    default:
      return undefined;
  }
}

/** Other decimals than the number has, zeros in front, percents and powers are not read; colours, blanks and words do not matter. */
function showsOtherwise(format: string, value: number): boolean {
  const [shown = ''] = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';');
  if (!/[0#?]/.test(shown)) return false;
  if (shown.includes('%') || /E[+-]/i.test(shown)) return true;
  const [whole = '', fraction = ''] = shown.split('.');
  const [, kept = ''] = String(value).split('.');
  const [least, most] = [/0/g, /[0#?]/g].map((places) => fraction.match(places)?.length ?? 0);
  if (kept.length < (least ?? 0) || kept.length > (most ?? 0)) return true;
  const wanted = whole.replaceAll(/[^0]/g, '').length;
  return wanted > Math.trunc(Math.abs(value)).toString().length;
}

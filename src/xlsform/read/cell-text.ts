import type { CellLocation } from '../../core/location.ts';
import { columnLetters } from '../../formats/column-letters.ts';
import type { CellRead } from '../../formats/xlsx-cells.ts';
import { printedValue } from '../../formats/xlsx-printed.ts';
import { originAt } from '../../core/origin.ts';
import type { Plain } from '../../model/facets.ts';
import { written } from '../../source/source-string.ts';

/** Where the rows of a sheet stand. */
export interface SheetPlace {
  readonly file: string;
  readonly sheet: string;
}

/** What Python's `strip` takes away; JavaScript's `trim` knows other signs. */
// oxlint-disable-next-line no-control-regex
const EDGES = /^[\s\u0085\u001C-\u001F]+|[\s\u0085\u001C-\u001F]+$/g;
// oxlint-disable-next-line no-control-regex
const EDGE = /[\s\u0085\u001C-\u001F]/;
const CURLY: Readonly<Record<string, string>> = { '\u2018': "'", '\u2019': "'", '\u201C': '"', '\u201D': '"' };

/** The text of a cell as the converter first sees it; '' for a cell that counts as empty. */
export function cellText(cell: CellRead): string {
  const text = printedValue(cell);
  return (hasEdges(text) ? text.replaceAll(EDGES, '') : text).replaceAll('\u00A0', ' ');
}

/** Few have any, and looking for their end takes long. */
function hasEdges(text: string): boolean {
  return EDGE.test(text.charAt(0)) || EDGE.test(text.charAt(text.length - 1));
}

/** Straight quotes for curly ones, in every sheet. */
export function straightened(text: string): string {
  return text.replaceAll(/[\u2018\u2019\u201C\u201D]/g, (quote) => CURLY[quote] ?? quote);
}

/** One blank for several, on the survey sheet. */
export function collapsed(text: string): string {
  return text.trim().replaceAll(/ {2,}/g, ' ');
}

export function cellAt(
  { file, sheet }: SheetPlace,
  row: number,
  column: number,
  value: string,
  rowCells?: CellLocation['rowCells'],
): CellLocation {
  const cell = `${columnLetters(column)}${row}`;
  if (rowCells === undefined) return { kind: 'cell', file, sheet, row, cell, value };
  return { kind: 'cell', file, sheet, row, cell, value, rowCells };
}

/** A text that a cell holds. */
export function plainAt(text: string, at: CellLocation): Plain {
  return { string: written(text, at), origin: originAt(at) };
}

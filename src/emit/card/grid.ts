import { suggest } from '../../core/suggest.ts';
import { didYouMean, listed, quote } from '../../diagnostics/quote.ts';
import { addressColumn, columnLetters } from '../../formats/column-letters.ts';
import type { Problem } from './find.ts';

/** The cells of a workbook as texts. */
export type Grid = ReadonlyMap<string, GridSheet>;

/** The rows that hold something, by their numbers; each by its columns, from 1. */
export type GridSheet = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** A cell, or a row as a whole where no column is named. */
export interface CellTarget {
  readonly sheet: string;
  readonly row: number;
  readonly column: number | undefined;
}

const ADDRESS = /^(?:'((?:[^']|'')+)'|([^!']+))!(.*)$/s;
const CELL = /^\$?([a-z]*)\$?([0-9]{1,7})$/i;

/** `survey!C14` or `survey!14`; nothing for what is a name. */
export function parseAddress(text: string): { readonly sheet: string; readonly cell: string } | undefined {
  const [, quoted, plain, cell] = ADDRESS.exec(text) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined || cell === undefined ? undefined : { sheet, cell };
}

/** The cell that an address names, or why there is none. */
export function findCell(address: { readonly sheet: string; readonly cell: string }, grid: Grid): CellTarget | Problem {
  const names = [...grid.keys()];
  const sheet = names.find((name) => name === address.sheet) ?? names.find((name) => isSame(name, address.sheet));
  const rows = sheet === undefined ? undefined : grid.get(sheet);
  if (sheet === undefined || !rows) return noSheet(address.sheet, names);
  const [, letters = '', digits = ''] = CELL.exec(address.cell) ?? [];
  const row = Number(digits);
  const column = letters === '' ? undefined : addressColumn(`${letters}1`);
  if (row < 1 || (letters !== '' && column === undefined)) return noCell(address.cell, sheet);
  const { last, widest } = extentOf(rows);
  if (row > last || (column ?? 0) > widest) return outside(address.cell, sheet, last, widest);
  return { sheet, row, column };
}

function extentOf(rows: GridSheet): { readonly last: number; readonly widest: number } {
  let [last, widest] = [0, 0];
  for (const [row, cells] of rows) {
    last = Math.max(last, row);
    for (const column of cells.keys()) widest = Math.max(widest, column);
  }
  return { last, widest };
}

export function isProblem(found: CellTarget | Problem): found is Problem {
  return 'message' in found;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function noSheet(sheet: string, names: readonly string[]): Problem {
  return {
    message: `There is no sheet ${quote(sheet)}.${didYouMean(suggest(sheet, names))}`,
    help: `The workbook has: ${listed(names, 'and')}.`,
  };
}

function noCell(cell: string, sheet: string): Problem {
  return {
    message: `${quote(cell)} is no cell.`,
    help: `Write for example ${sheet}!C14, or ${sheet}!14 for the whole row.`,
  };
}

function outside(cell: string, sheet: string, last: number, widest: number): Problem {
  if (last === 0) return { message: `The sheet ${sheet} is empty.`, help: 'Name a cell of another sheet.' };
  return {
    message: `${quote(cell)} lies outside the sheet ${sheet}.`,
    help: `Its last row is ${last}, and its last column ${columnLetters(widest)}.`,
  };
}

import { setImmediate as pause } from 'node:timers/promises';
import type { DataValidation, Style } from 'exceljs';
import { startsRightToLeft } from '../core/languages.ts';
import { columnLetters } from './column-letters.ts';
import { rowHeight } from './row-height.ts';
import type { ColumnPlan } from './workbook.ts';
import { type BookSheet, writeBook } from './xlsx-book.ts';
import { type CellStyles, cellStyles } from './xlsx-style.ts';
import { openSheet, writeRow } from './xlsx-write.ts';

/** A table for people to work on in Excel: its headings stay in sight, and filter its rows. */
export interface TableSheet {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** How many of the first columns stay in sight beside the headings. */
  readonly frozenColumns?: number;
  /** Rows, some at a time; a number becomes a number, a text stays a text whatever it looks like. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
  /** Whether column A stands at the right. */
  readonly rightToLeft?: boolean;
  /** Whether only the columns that are open can be written in. Anybody can take the lock away: it has no password. */
  readonly isLocked?: boolean;
}

export interface TableColumn extends ColumnPlan {
  /** What a cell is chosen from; together up to 255 characters, and no comma in one. */
  readonly choices?: readonly string[];
  /** Numbers from 0 to 1 that are shown as percent. */
  readonly isShare?: boolean;
  /** A column that people write in, on a sheet that is locked. */
  readonly isOpen?: boolean;
  /** Whether everything in it is written from right to left, also what begins with a number or a Latin word. */
  readonly isRightToLeft?: boolean;
  /** What most cells say, shown so that the others stand out. */
  readonly usual?: string;
}

export type TableRow = readonly (string | number)[];

/** The bytes of an .xlsx file. Texts have to fit into cells: 32,767 characters. */
export async function writeTables(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const { bytes } = await writeBook(async (book) => {
    const styles = cellStyles();
    for (const plan of sheets) {
      const { rightToLeft = false } = plan;
      const sheet = openSheet(book, { ...plan, rightToLeft }, styles, (column) => textStyle(column, '', styles));
      const last = await writeRows(sheet, plan, styles);
      addFilter(sheet, plan, last);
      addChoices(sheet, plan, last);
      if (plan.isLocked === true) await lock(sheet);
      sheet.commit();
    }
  });
  return bytes;
}

/** Writes the rows and tells which was the last, as Excel counts. */
async function writeRows(sheet: BookSheet, { columns, rows }: TableSheet, styles: CellStyles): Promise<number> {
  let last = 1;
  for await (const some of rows) {
    for (const cells of some) {
      last += 1;
      const row = sheet.getRow(last);
      const height = rowHeight(cells.map(String), columns);
      if (height !== undefined) row.height = height;
      writeRow(row, cells, (value, index) => styleOf(value, columns[index], styles));
    }
    // The library holds what was written until somebody else has a turn.
    await pause();
  }
  return last;
}

function styleOf(value: string | number, column: TableColumn | undefined, styles: CellStyles): Partial<Style> {
  if (value === column?.usual) return styles.faint;
  if (typeof value === 'number') return column?.isShare === true ? styles.share : styles.number;
  return textStyle(column, value, styles);
}

function textStyle(column: TableColumn | undefined, text: string, styles: CellStyles): Partial<Style> {
  const style = column?.isOpen === true ? styles.open : styles.text;
  return column?.isRightToLeft === true || startsRightToLeft(text) ? styles.rightToLeft(style) : style;
}

/** How it looks, and which rows are seen, is everybody's own matter. */
async function lock(sheet: BookSheet): Promise<void> {
  // An empty password is none.
  await sheet.protect('', { formatColumns: true, formatRows: true, formatCells: true, autoFilter: true });
}

function addFilter(sheet: BookSheet, { columns }: TableSheet, last: number): void {
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: columns.length } };
}

/** Also for rows that a person adds below. */
const MORE_ROWS = 1000;

interface Validations {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

function addChoices(sheet: BookSheet, { columns }: TableSheet, last: number): void {
  // The types of the library leave this out.
  const { dataValidations } = sheet as unknown as Validations;
  for (const [index, { choices }] of columns.entries()) {
    if (!choices) continue;
    const letters = columnLetters(index + 1);
    const list = `"${choices.join(',').replaceAll('"', '""')}"`;
    const range = `${letters}2:${letters}${last + MORE_ROWS}`;
    dataValidations.add(range, { type: 'list', allowBlank: true, formulae: [list], showErrorMessage: true });
  }
}

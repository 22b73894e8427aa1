import { startsRightToLeft } from '../core/languages.ts';
import type { Row, Style } from 'exceljs';
import { columnLetters } from './column-letters.ts';
import { cellText, escapeXstring } from './cell-text.ts';
import { rowHeight } from './row-height.ts';
import { WorkbookLimit, workbookProblems } from './workbook-limits.ts';
import type { ColumnPlan, RowPlan, SheetPlan, WorkbookPlan } from './workbook.ts';
import { type Book, type BookSheet, type Packing, writeBook } from './xlsx-book.ts';
import { type CellStyles, cellStyles } from './xlsx-style.ts';

const WIDEST = 255;

/**
 * The bytes of an .xlsx file. The same plan gives the same bytes at any time, in any time zone. Every cell is a text
 * cell, and so are the empty cells below the last row.
 * @throws WorkbookLimit for a plan that Excel cannot hold; ask `workbookProblems` first.
 */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const { bytes } = await layOutWorkbook(plan);
  return bytes;
}

/** The same for a caller that has something else to do while the workbook is packed. */
export async function layOutWorkbook(plan: WorkbookPlan): Promise<Packing> {
  const problems = workbookProblems(plan);
  if (problems.length > 0) throw new WorkbookLimit(problems);
  return writeBook((book) => {
    const styles = cellStyles();
    for (const sheet of plan.sheets) writeSheet(book, sheet, styles);
  });
}

function writeSheet(book: Book, plan: SheetPlan, styles: CellStyles): void {
  const sheet = openSheet(book, plan, styles);
  for (const [index, row] of plan.rows.entries()) writePlanned(sheet.getRow(index + 2), row, plan.columns, styles);
  sheet.commit();
}

/** A sheet with its headings, which stay in sight, as the first columns can do. */
export function openSheet<Column extends ColumnPlan>(
  book: Book,
  plan: Omit<SheetPlan, 'rows' | 'columns'> & {
    readonly columns: readonly Column[];
    readonly frozenColumns?: number | undefined;
  },
  styles: CellStyles,
  styleOf: (column: Column) => Partial<Style> = () => styles.text,
): BookSheet {
  const { frozenColumns = 0 } = plan;
  const frozen = frozenColumns > 0 ? { xSplit: frozenColumns } : {};
  const activeCell = `${columnLetters(frozenColumns + 1)}2`;
  const sheet = book.addWorksheet(plan.name, {
    views: [{ state: 'frozen', ...frozen, ySplit: 1, activeCell, rightToLeft: plan.rightToLeft }],
  });
  // A column's format also holds for the cells that a person fills in later, below the last row.
  sheet.columns = plan.columns.map((column) => ({ width: Math.min(column.width, WIDEST), style: styleOf(column) }));
  const headers = plan.columns.map((column) => column.header);
  writeRow(sheet.getRow(1), headers, () => styles.header);
  return sheet;
}

/** A row below the headings, as high as its texts need. */
export function writePlanned(row: Row, plan: RowPlan, columns: readonly ColumnPlan[], styles: CellStyles): void {
  const shade = styles.of(plan);
  const height = rowHeight(plan.cells, columns);
  if (height !== undefined) Object.assign(row, { height });
  const plain = shade ?? styles.text;
  const styleOf = (text: string): Partial<Style> => (startsRightToLeft(text) ? styles.rightToLeft(plain) : plain);
  writeRow(row, plan.cells, styleOf, shade);
}

/** Empty cells are not written: where a row is shaded, its own style fills them. */
export function writeRow<Value extends string | number>(
  row: Row,
  values: readonly Value[],
  styleOf: (value: Value, index: number) => Partial<Style>,
  whole?: Partial<Style>,
): void {
  for (const [index, value] of values.entries()) {
    if (value === '') continue;
    const cell = row.getCell(index + 1);
    cell.value = typeof value === 'string' ? escapeXstring(cellText(value)) : value;
    cell.style = styleOf(value, index);
  }
  // Last, because a cell starts from a copy of its row's style, and copies of a style are slow to recognise.
  if (whole) Object.assign(row, { style: whole });
  row.commit();
}

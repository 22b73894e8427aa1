import { columnLetters } from './column-letters.ts';
import type { FirstFew } from './first-few.ts';
import type { SheetRead } from './xlsx-cells.ts';
import { type ReadProblem, addressOf } from './xlsx-problem.ts';
import { quote } from '../diagnostics/quote.ts';
import type { SheetHandler } from './xlsx-sheet.ts';

const SAVE_AGAIN = 'Open the workbook in Excel and save it; then look at the sheet.';

/** What a reader should know of a sheet before trusting its cells. */
export function sheetDoubts(sheet: SheetRead, handler: SheetHandler): readonly ReadProblem[] {
  const { late, mixed } = handler.rows;
  return [
    ...damagedCells(sheet.name, handler),
    ...beyondDeclared(sheet),
    ...rowsDoubt('rows-out-of-order', sheet.name, late, (row) => `Row ${row} stands behind a later row in the file.`),
    ...rowsDoubt('cells-out-of-order', sheet.name, mixed, (row) => `The cells of row ${row} are not in their order.`),
  ];
}

/** openpyxl finds no sheet at all in the strict dialect. */
export function strictDoubt(strict: boolean): readonly ReadProblem[] {
  if (!strict) return [];
  const message = 'The workbook is saved as "Strict Open XML Spreadsheet", in which KoboToolbox and ODK find no sheet.';
  return [{ kind: 'strict-format', message, help: 'Open it in Excel and save it as "Excel Workbook (.xlsx)".' }];
}

export function missingDoubt(sheet: string): ReadProblem {
  const message = `The sheet ${quote(sheet)} has a tab, but its cells are missing in the file.`;
  return { kind: 'part-missing', message, help: SAVE_AGAIN, sheet };
}

function damagedCells(sheet: string, { damage }: SheetHandler): ReadProblem[] {
  const told = damage.list.map(({ row, column, what }): ReadProblem => {
    const message = `Cell ${addressOf(row, column)} is damaged. ${what}`;
    return { kind: 'damaged-cell', message, help: SAVE_AGAIN, sheet, row, column };
  });
  const { rest } = damage;
  return rest > 0 ? [...told, more('damaged-cell', sheet, `${rest} more cells are damaged.`)] : told;
}

function beyondDeclared(sheet: SheetRead): ReadProblem[] {
  const { declared, rows, name } = sheet;
  if (declared === undefined) return [];
  const row = rows.find(({ number, cells }) => number > declared.row || (cells.at(-1)?.column ?? 0) > declared.column);
  const cell = row?.cells.find(({ column }) => row.number > declared.row || column > declared.column);
  if (row === undefined || cell === undefined) return [];
  const end = endOf(declared);
  const message = `The file says that the sheet ends with ${end}, but cell ${addressOf(row.number, cell.column)} holds something. KoboToolbox and ODK read nothing beyond.`;
  return [{ kind: 'beyond-declared', message, help: SAVE_AGAIN, sheet: name, row: row.number, column: cell.column }];
}

function endOf({ row, column }: NonNullable<SheetRead['declared']>): string {
  if (row === Infinity) return `column ${columnLetters(column)}`;
  return column === Infinity ? `row ${row}` : `cell ${addressOf(row, column)}`;
}

function rowsDoubt(
  kind: 'rows-out-of-order' | 'cells-out-of-order',
  sheet: string,
  rows: FirstFew<number>,
  message: (row: number) => string,
): ReadProblem[] {
  const told = rows.list.map((row): ReadProblem => {
    return { kind, message: message(row), help: SAVE_AGAIN, sheet, row };
  });
  const { rest } = rows;
  return rest > 0 ? [...told, more(kind, sheet, `So it is in ${rest} more rows.`)] : told;
}

function more(kind: ReadProblem['kind'], sheet: string, message: string): ReadProblem {
  return { kind, message, help: SAVE_AGAIN, sheet };
}

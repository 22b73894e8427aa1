import { type CellLocation, type RowCell, startOf } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { ByteFile } from '../../../formats/byte-file.ts';
import { columnLetters } from '../../../formats/column-letters.ts';
import type { RowRead } from '../../../formats/xlsx-cells.ts';
import type { ReadProblem } from '../../../formats/xlsx-problem.ts';
import { openWorkbook, type StreamedSheet } from '../../../formats/xlsx-stream.ts';
import { OVERFULL, TableBuilder } from './build-table.ts';
import { type AreaCell, type AreaRow, type AreaTable, shownIn, textIn } from './table.ts';

/** The sheets of a workbook that hold places; what else it holds is told. */
export async function workbookTables(name: string, bytes: ByteFile, report: Report): Promise<readonly AreaTable[]> {
  const workbook = await openWorkbook(bytes);
  if (workbook.kind === 'refused') {
    const { message, help } = workbook.problem;
    report('workbook-refused', startOf({ path: name, text: '' }), { problem: message, help });
    return [];
  }
  const tables: AreaTable[] = [];
  const left: string[] = [];
  for (const sheet of workbook.sheets) {
    const table = await sheetTable(name, sheet, report);
    if (table) tables.push(table);
    else left.push(sheet.name);
  }
  const [first] = left;
  if (first !== undefined && tables.length > 0)
    report('areas-left', cellAt(name, first, 1, 0), {
      what: left.length === 1 ? 'sheet' : 'sheets',
      names: left,
    });
  return tables;
}

async function sheetTable(file: string, sheet: StreamedSheet, report: Report): Promise<AreaTable | undefined> {
  const builder = new TableBuilder();
  const refused = ({ message, help }: ReadProblem): void =>
    report('workbook-refused', cellAt(file, sheet.name, 1, 0), { problem: message, help });
  reading: for await (const rows of sheet.rows(refused)) {
    for (const row of rows) if (!builder.take(rowOf(row))) break reading;
  }
  if (builder.isOverfull) report('areas-no-table', cellAt(file, sheet.name, 1, 0), { file, seems: OVERFULL });
  const locate =
    (headings: AreaRow): AreaTable['locate'] =>
    (row, column) => ({
      ...cellAt(file, sheet.name, row.at, column),
      value: shownIn(row, column),
      rowCells: () => rowCells(headings, row),
    });
  return builder.finish({ file, sheet: sheet.name, locate });
}

function rowOf({ number, cells }: RowRead): AreaRow {
  const all: AreaCell[] = Array.from({ length: cells.at(-1)?.column ?? 0 }, () => '');
  for (const cell of cells) all[cell.column - 1] = cell.kind === 'text' ? cell.value : cell;
  return { cells: all, at: number };
}

function rowCells(headings: AreaRow, row: AreaRow): readonly RowCell[] {
  return row.cells.flatMap((_, column) => {
    const value = shownIn(row, column);
    const heading = textIn(headings, column);
    return value === '' ? [] : [{ cell: `${columnLetters(column + 1)}${row.at}`, heading, value }];
  });
}

function cellAt(file: string, sheet: string, row: number, column: number): CellLocation {
  return { kind: 'cell', file, sheet, row, cell: `${columnLetters(column + 1)}${row}`, value: '' };
}

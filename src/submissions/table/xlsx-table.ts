import type { Report } from '../../diagnostics/collector.ts';
import type { Epoch } from '../../formats/python-date.ts';
import type { RowRead } from '../../formats/xlsx-cells.ts';
import type { ReadProblem } from '../../formats/xlsx-problem.ts';
import { openWorkbook, type StreamedSheet } from '../../formats/xlsx-stream.ts';
import type { DataFile } from '../submission.ts';
import { type Cell, cellOf } from './cell.ts';
import { type Table, type TableRow, tableLocation } from './table.ts';

/** The sheets of a workbook as tables; none where it cannot be read, which is told. */
export async function xlsxTables(file: DataFile, report: Report): Promise<readonly Table[]> {
  const workbook = await openWorkbook(file);
  if (workbook.kind === 'refused') {
    const { message, help } = workbook.problem;
    const at = { kind: 'record', file: file.name, record: '', path: '' } as const;
    report('table-refused', at, { file: file.name, problem: message, help });
    return [];
  }
  const { sheets, epoch } = workbook;
  return sheets.map((sheet) => sheetTable(file.name, sheet, sheets.length > 1, epoch, report));
}

function sheetTable(file: string, sheet: StreamedSheet, oneOfSeveral: boolean, epoch: Epoch, report: Report): Table {
  const table: Table = { file, name: sheet.name, oneOfSeveral, epoch, isText: false, rows };
  const refused = ({ message, help }: ReadProblem): void =>
    report('table-refused', tableLocation(table), { file, problem: message, help });
  async function* rows(told: boolean): AsyncGenerator<readonly TableRow[]> {
    for await (const read of sheet.rows(told ? refused : () => undefined)) {
      const filled = read.map(rowOf).filter(({ cells }) => cells.some((cell) => cell !== ''));
      if (filled.length > 0) yield filled;
    }
  }
  return table;
}

function rowOf({ number, cells }: RowRead): TableRow {
  const all: Cell[] = Array.from({ length: cells.at(-1)?.column ?? 0 }, () => '');
  for (const cell of cells) all[cell.column - 1] = cellOf(cell);
  return { number, cells: all };
}

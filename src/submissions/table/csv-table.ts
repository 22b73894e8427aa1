import type { Report } from '../../diagnostics/collector.ts';
import { EndlessRow, type StreamedRow, streamRows } from '../../formats/csv-stream.ts';
import { textPieces } from '../../formats/text-pieces.ts';
import type { DataFile } from '../submission.ts';
import { rowLocation, type Table, type TableRow, tableLocation } from './table.ts';

/** A CSV file as a table. */
export function csvTable(file: DataFile, report: Report): Table {
  const name = file.name.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z]{1,4}$/, '');
  const table: Table = {
    file: file.name,
    name,
    oneOfSeveral: false,
    epoch: 1900,
    isText: true,
    rows: (told) => rowsOf(file, table, told ? report : undefined),
  };
  return table;
}

async function* rowsOf(file: DataFile, table: Table, report: Report | undefined): AsyncGenerator<readonly TableRow[]> {
  const foreign = ({ line }: { readonly line: number }): void =>
    report?.('foreign-letters', rowLocation(table, line), { file: file.name });
  const isWhole = wholeRows(table, report);
  try {
    for await (const rows of streamRows(textPieces(file.pieces(), foreign))) {
      const filled = rows.filter((row) => row.cells.some((cell) => cell !== '') && isWhole(row));
      if (filled.length > 0) yield filled;
    }
  } catch (error) {
    if (!(error instanceof EndlessRow)) throw error;
    report?.('table-refused', tableLocation(table), ENDLESS(file.name));
  }
}

const ENDLESS = (file: string): { file: string; problem: string; help: string } => ({
  file,
  problem: 'One of its rows has more than 16 million characters.',
  help: 'Export the data again: a table has its submissions below each other, each in a row that ends with a line end.',
});

/**
 * Tells of rows that are cut into cells otherwise than their writer meant. One that the end of the file cuts off is no whole
 * one: nobody knows what its last cell was to be, nor what was to follow.
 */
function wholeRows(table: Table, report: Report | undefined): (row: StreamedRow) => boolean {
  let columns: number | undefined;
  let isRagged = false;
  return ({ number, cells, problems, ended }) => {
    columns ??= cells.length;
    for (const { message, help } of problems.slice(0, 1))
      report?.('broken-row', rowLocation(table, number), { problem: message, help });
    const isShort = cells.length < columns;
    const isCut = isShort && !ended && !isRagged && columns > 1;
    if (isCut) report?.('cut-row', rowLocation(table, number), { cells: cells.length, columns });
    isRagged ||= isShort;
    return !isCut;
  };
}

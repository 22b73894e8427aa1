import type { RecordLocation } from '../../core/location.ts';
import type { Epoch } from '../../formats/python-date.ts';
import type { Cell } from './cell.ts';

/** A sheet of a workbook, or a CSV file. It can be larger than memory. */
export interface Table {
  /** The file, as messages name it. */
  readonly file: string;
  /** On the tab; the name of a CSV file without its ending. */
  readonly name: string;
  /** Whether its file has other tables, so that its rows are named with it. */
  readonly oneOfSeveral: boolean;
  readonly epoch: Epoch;
  /** Whether separators cut its rows into cells, so that a cell too many is a mistake of the row. */
  readonly isText: boolean;
  /** The rows that hold something, some at a time; each call reads anew. Trouble is told where it is wanted. */
  rows(told: boolean): AsyncIterable<readonly TableRow[]>;
}

export interface TableRow {
  /** From 1, as Excel shows it. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export function rowLocation(table: Table, row: number, path = ''): RecordLocation {
  return { kind: 'record', file: table.file, record: `${sheetWords(table)}row ${row}`, path };
}

/** @param column its letters */
export function columnLocation(table: Table, column: string, path = ''): RecordLocation {
  return { kind: 'record', file: table.file, record: `${sheetWords(table)}column ${column}`, path };
}

export function tableLocation(table: Table): RecordLocation {
  return { kind: 'record', file: table.file, record: table.oneOfSeveral ? `sheet ${table.name}` : '', path: '' };
}

function sheetWords({ oneOfSeveral, name }: Table): string {
  return oneOfSeveral ? `sheet ${name}, ` : '';
}

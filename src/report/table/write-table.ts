import type { ReportData } from '../../emit/report/report-data.ts';
import { BYTE_ORDER_MARK, excelCsvRow } from '../../formats/csv-for-excel.ts';
import { analysisKey, type LongRow, longRows } from './long-rows.ts';

const COLUMNS = [
  'analysis_type',
  'analysis_var',
  'analysis_var_value',
  'analysis_var_value_label',
  'group_var',
  'group_var_value',
  'group_var_value_label',
  'stat',
  'n',
  'n_total',
  'hidden',
] as const satisfies readonly (keyof LongRow)[];

/** The numbers of a report for a spreadsheet, one a row. */
export function reportCsv(data: ReportData): string {
  const parts = [BYTE_ORDER_MARK, excelCsvRow([...COLUMNS, 'analysis_key'])];
  // Rows of one question at a time, as there can be a million of all.
  for (const rows of longRows(data)) parts.push(rows.map(csvRow).join(''));
  return parts.join('');
}

function csvRow(row: LongRow): string {
  return excelCsvRow([...COLUMNS.map((column) => cell(row[column])), analysisKey(row)]);
}

function cell(value: LongRow[keyof LongRow]): string {
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return value === undefined ? '' : String(rounded(value));
}

/** The same for programs, a row a line: what there is none of is null. */
export function reportJson(data: ReportData): string {
  const { form, language, records, period, smallCells } = data;
  const head = { version: 1, form, language, records, period: period ?? null, small_cells: smallCells ?? null };
  const parts: string[] = [];
  for (const rows of longRows(data)) if (rows.length > 0) parts.push(rows.map(jsonRow).join(',\n'));
  return `${JSON.stringify(head).slice(0, -1)},"rows":[\n${parts.join(',\n')}\n]}\n`;
}

function jsonRow(row: LongRow): string {
  const cells = COLUMNS.map((column) => [column, rounded(row[column] ?? null)]);
  return JSON.stringify(Object.fromEntries([...cells, ['analysis_key', analysisKey(row)]]));
}

/** What computers add behind the sixth decimal says nothing. */
function rounded<Value>(value: Value): Value | number {
  return typeof value === 'number' ? Number(value.toFixed(6)) : value;
}

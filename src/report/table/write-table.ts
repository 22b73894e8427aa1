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
  const rows = longRows(data).map((row) => [...COLUMNS.map((column) => cell(row[column])), analysisKey(row)]);
  return BYTE_ORDER_MARK + [[...COLUMNS, 'analysis_key'], ...rows].map(excelCsvRow).join('');
}

function cell(value: LongRow[keyof LongRow]): string {
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return value === undefined ? '' : String(rounded(value));
}

/** The same for programs: what there is none of is null. */
export function reportJson(data: ReportData): string {
  const { form, language, records, period, smallCells } = data;
  const rows = longRows(data).map((row) =>
    Object.fromEntries([
      ...COLUMNS.map((column) => [column, rounded(row[column] ?? null)]),
      ['analysis_key', analysisKey(row)],
    ]),
  );
  const head = { version: 1, form, language, records, period: period ?? null, small_cells: smallCells ?? null };
  return `${JSON.stringify({ ...head, rows }, null, 1)}\n`;
}

/** What computers add behind the sixth decimal says nothing. */
function rounded<Value>(value: Value): Value | number {
  return typeof value === 'number' ? Number(value.toFixed(6)) : value;
}

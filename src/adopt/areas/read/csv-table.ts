import { type Location, startOf, type SourceText } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { CsvField } from '../../../formats/csv-field.ts';
import { scanRows, scanRowsWith } from '../../../formats/csv-scan.ts';
import { separatorOf } from '../../../formats/csv-separator.ts';
import { decode, encodingOf } from '../../../source/decode.ts';
import { OVERFULL, TableBuilder } from './build-table.ts';
import type { AreaRow, AreaTable } from './table.ts';

/** The table of a CSV file; undefined where it has no headings of a gazetteer. */
export function csvTable(file: string, bytes: Uint8Array, report: Report): AreaTable | undefined {
  const source = textOf(file, bytes, report);
  const { separator, from } = separatorOf(source.text);
  // A title above the headings can hold another separator than they do.
  for (const each of new Set([separator, ',', ';', '\t'])) {
    const table = tableBy(source, each, from, report);
    if (table) return table;
  }
  return undefined;
}

/** Bytes that are no UTF-8 are most likely what Excel writes in Western Europe and Africa. */
function textOf(file: string, bytes: Uint8Array, report: Report): SourceText {
  const { source, problems } = decode(file, bytes);
  const broken = problems.find(({ kind }) => kind === 'encoding');
  if (!broken || encodingOf(bytes) !== 'utf-8') return source;
  const western: SourceText = { path: file, text: new TextDecoder('windows-1252').decode(bytes) };
  const at = western.text.search(/[\u0080-\uFFFF]/);
  report('areas-encoding', { kind: 'text', source: western, start: at, end: at + 1 }, { file });
  return western;
}

function tableBy(source: SourceText, separator: string, from: number, report: Report): AreaTable | undefined {
  const builder = new TableBuilder();
  const problems = [];
  for (const row of scanRowsWith(source, separator, from, fieldText)) {
    if (row.fields.every((field) => field === '')) continue;
    problems.push(...row.problems);
    if (!builder.take({ cells: row.fields, at: row.at.start })) break;
  }
  if (builder.isOverfull) report('areas-no-table', startOf(source), { file: source.path, seems: OVERFULL });
  const locate = (): AreaTable['locate'] => (row, column) => placeIn(source, separator, row, column);
  const table = builder.finish({ file: source.path, sheet: undefined, locate });
  if (table)
    for (const { location, message, help } of problems) report('csv-syntax', location, { problem: message, help });
  return table;
}

function fieldText(source: SourceText, start: number, end: number, quoted: boolean): string {
  return new CsvField(source, start, end, quoted).text;
}

/** Only few cells are told of, so their places are looked up when they are. */
function placeIn(source: SourceText, separator: string, { at }: AreaRow, column: number): Location {
  const [row] = scanRows(source, separator, at);
  return row?.fields[column]?.at ?? row?.at ?? startOf(source);
}

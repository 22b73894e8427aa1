import type { CellLocation } from '../core/location.ts';
import type { Report } from '../diagnostics/collector.ts';
import { quote } from '../diagnostics/quote.ts';
import { columnLetters } from '../formats/column-letters.ts';
import type { CellRead, RowRead, SheetRead } from '../formats/xlsx-cells.ts';
import { readWorkbook } from '../formats/xlsx-read.ts';
import type { Language } from '../model/dictionary.ts';
import type { Delivered } from './delivered.ts';
import { HEADINGS, YES } from './workbook.ts';

/** A file that came back, and the languages that it should be about. */
export interface DeliveredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: Language;
  readonly target: Language;
}

/** The rows of a translator's workbook. */
export function readTranslatorWorkbook(file: DeliveredFile, report: Report): readonly Delivered[] {
  const { name, bytes, target } = file;
  const read = readWorkbook(bytes);
  const refuse = (sheet: string, problem: string, help: string): readonly Delivered[] => {
    report('translation-file', { kind: 'cell', file: name, sheet, row: 1, cell: 'A1', value: '' }, { problem, help });
    return [];
  };
  if (read.kind === 'refused')
    return refuse('', `${quote(name)} cannot be read: ${read.problem.message}`, read.problem.help);
  const sheet = read.sheets.find((each) => headingsOf(each).has(HEADINGS.path));
  if (!sheet)
    return refuse(
      '',
      `No sheet of ${quote(name)} has the heading "${HEADINGS.path}" in row 1.`,
      'Import a workbook that translate export wrote.',
    );
  const columns = columnsOf(headingsOf(sheet), file);
  if (columns.target === undefined)
    return refuse(
      sheet.name,
      `The sheet has no column for ${target.name}.`,
      `Its heading ends with (${target.tag}). Is it a workbook of another language?`,
    );
  return sheet.rows
    .slice(1)
    .flatMap((row) => deliveredOf(row, { ...columns, target: columns.target ?? 0 }, name, sheet.name));
}

function headingsOf({ rows: [first] }: SheetRead): ReadonlyMap<string, number> {
  const cells = first?.number === 1 ? first.cells : [];
  return new Map(cells.map((cell) => [textOf(cell).trim(), cell.column]));
}

type Column = 'path' | 'source' | 'target' | 'confirmed' | 'comment' | 'stamp';
type Columns = { readonly [Name in Column]: number | undefined };

/** Whoever renames a language in the dictionary keeps its tag. */
function columnsOf(headings: ReadonlyMap<string, number>, { source, target }: DeliveredFile): Columns {
  const ofTag = (tag: string): number | undefined =>
    [...headings].find(([heading]) => heading.endsWith(`(${tag})`))?.[1];
  return {
    path: headings.get(HEADINGS.path),
    source: ofTag(source.tag),
    target: ofTag(target.tag),
    confirmed: headings.get(HEADINGS.confirmed),
    comment: headings.get(HEADINGS.comment),
    stamp: headings.get(HEADINGS.stamp),
  };
}

function deliveredOf(row: RowRead, columns: Columns, file: string, sheet: string): readonly Delivered[] {
  const texts = new Map(row.cells.map((cell) => [cell.column, textOf(cell)]));
  const text = (column: Column): string => texts.get(columns[column] ?? -1) ?? '';
  const at = (column: Column): CellLocation => {
    const cell = `${columnLetters(columns[column] ?? 1)}${row.number}`;
    return { kind: 'cell', file, sheet, row: row.number, cell, value: text(column) };
  };
  if (text('path').trim() === '') return [];
  return [
    {
      path: text('path').trim(),
      source: columns.source === undefined ? undefined : text('source'),
      target: text('target'),
      confirmed: text('confirmed').trim().toLowerCase() === YES ? 'yes' : 'no',
      isUnfinished: false,
      comment: text('comment').trim(),
      stamp: text('stamp').trim(),
      at: { path: at('path'), source: at('source'), target: at('target'), comment: at('comment') },
    },
  ];
}

/** A number that was typed stands in the file as it is calculated with, which is how it reads. */
function textOf(cell: CellRead): string {
  return cell.kind === 'number' ? cell.raw : String(cell.value);
}

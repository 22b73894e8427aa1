import { isRightToLeft } from '../core/languages.ts';
import type { TableColumn, TableRow, TableSheet } from '../formats/xlsx-tables.ts';
import type { Language } from '../model/dictionary.ts';
import { instructions } from './instructions.ts';
import type { TranslationRow } from './row.ts';

/** The headings by which a workbook is known when it comes back; those of the two languages are their own. */
export const HEADINGS = {
  path: 'Text',
  context: 'What and where',
  before: 'Was before',
  state: 'State',
  confirmed: 'Still right?',
  room: 'Room',
  comment: 'Comment',
  stamp: 'Check',
} as const;

/** The sheet that holds the texts. */
export const SHEET = 'Translations';
export const YES = 'yes';

export function languageHeading({ name, tag }: Pick<Language, 'name' | 'tag'>): string {
  return `${name} (${tag})`;
}

/** The workbook of a translator: the texts, and a sheet that says what to do. */
export function translatorSheets(
  rows: readonly TranslationRow[],
  source: Language,
  target: Language,
): readonly TableSheet[] {
  const rightToLeft = isRightToLeft(target.tag);
  const hasBefore = rows.some(({ before }) => before !== undefined);
  const texts: TableSheet = {
    name: SHEET,
    columns: columnsFor(source, target, hasBefore),
    rows: asRows(rows.map((row) => cellsOf(row, hasBefore))),
    rightToLeft,
    isLocked: true,
  };
  const help = { name: 'How to', columns: [{ header: 'How to', width: 110 }], isLocked: true };
  return [texts, { ...help, rows: asRows(instructions(source, target).map((line) => [line])) }];
}

function columnsFor(source: Language, target: Language, hasBefore: boolean): readonly TableColumn[] {
  const before = { header: HEADINGS.before, width: 30, isRightToLeft: isRightToLeft(source.tag) };
  return [
    { header: HEADINGS.path, width: 36 },
    { header: HEADINGS.context, width: 56 },
    { header: languageHeading(source), width: 48, isRightToLeft: isRightToLeft(source.tag) },
    ...(hasBefore ? [before] : []),
    { header: languageHeading(target), width: 48, isOpen: true, isRightToLeft: isRightToLeft(target.tag) },
    { header: HEADINGS.state, width: 12 },
    { header: HEADINGS.confirmed, width: 10, isOpen: true, choices: [YES] },
    { header: HEADINGS.room, width: 8 },
    { header: HEADINGS.comment, width: 30, isOpen: true },
    { header: HEADINGS.stamp, width: 15 },
  ];
}

function cellsOf(row: TranslationRow, hasBefore: boolean): TableRow {
  const { path, context, source, before = '', target, state, room, stamp } = row;
  return [path, context, source, ...(hasBefore ? [before] : []), target, state, '', room, '', stamp];
}

const SOME = 500;

async function* asRows(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  for (let from = 0; from < rows.length; from += SOME) yield await Promise.resolve(rows.slice(from, from + SOME));
}

import { LOCKING_SHEET } from '../../vocabulary/locking.ts';
import type { SheetPlan, WorkbookPlan } from '../../formats/workbook.ts';
import { choiceRows, keptSheets, namedLanguages, rowOf, settingsRow, surveyRows } from './cells.ts';
import { columnName, type Sheet, textHeading } from './columns.ts';
import { goesToTheTop, koboType } from './kobo-types.ts';
import { lockingOfRows } from './locking.ts';
import { type NormalForm, type NormalRow, textColumn } from './normal-form.ts';
import { tagsOf } from './tags.ts';

/** What KoboToolbox keeps of a workbook of ours that is handed over (kobo-api.md 1.6), and the name that it gives the project. */
export function formOfWorkbook(plan: WorkbookPlan): { readonly form: NormalForm; readonly title: string } {
  const sheets = new Map(plan.sheets.map((sheet) => [sheet.name.replace(/^kobo[–—]/, 'kobo--'), cellsOf(sheet)]));
  const survey = (sheets.get('survey') ?? []).filter((row) => row.size > 0);
  const choices = sheets.get('choices') ?? [];
  const settings = namedRow('settings', sheets.get('settings')?.[0] ?? new Map());
  const kept = keptSheets.map((name) => [name, (sheets.get(name) ?? []).map(rowOf)] as const);
  const form = {
    languages: namedLanguages(languagesOf([...survey, ...choices], settings.get('default_language'))),
    survey: surveyRows(metadataFirst(survey).map(surveyRow)),
    choices: choiceRows(choices.map((row) => namedRow('choices', row))),
    settings: settingsRow(settings),
    sheets: new Map(kept.filter(([, rows]) => rows.length > 0)),
    locking: lockingOfRows(sheets.get(LOCKING_SHEET) ?? []),
  };
  return { form, title: (settings.get('form_title') ?? '').replaceAll(/[\n\t]+/g, '') };
}

/** The cells that are not empty, as they are read: trimmed, and with plain blanks. */
function cellsOf({ columns, rows }: SheetPlan): readonly NormalRow[] {
  const headers = columns.map(({ header }) => header.trim().replaceAll(/ +/g, ' '));
  return rows.map(({ cells }) => {
    const row = cells.map((cell, index) => [headers[index] ?? '', cell.trim().replaceAll('\u00A0', ' ')] as const);
    return new Map(row.filter(([, cell]) => cell !== ''));
  });
}

function isMetadata(row: NormalRow): boolean {
  return goesToTheTop(row.get('type') ?? '');
}

function metadataFirst(rows: readonly NormalRow[]): readonly NormalRow[] {
  return [...rows.filter(isMetadata), ...rows.filter((row) => !isMetadata(row))];
}

function surveyRow(cells: NormalRow): NormalRow {
  const row = new Map(namedRow('survey', cells));
  const type = row.get('type');
  if (type !== undefined) row.set('type', koboType(type));
  row.delete('hxl');
  return rowOf([...row, ['tags', tagsOf(cells)]]);
}

function namedRow(sheet: Sheet, cells: NormalRow): NormalRow {
  return rowOf([...cells].map(([header, text]) => [columnOf(sheet, header), text]));
}

function columnOf(sheet: Sheet, header: string): string {
  const text = sheet === 'settings' ? undefined : textHeading(header);
  return text ? textColumn(columnName(sheet, text.column), text.language) : columnName(sheet, header);
}

/** The languages in the order in which texts of them are met, but for the one that opens first. */
function languagesOf(rows: readonly NormalRow[], first: string | undefined): readonly string[] {
  const met = new Set(rows.flatMap((row) => [...row.keys()].map((header) => textHeading(header)?.language)));
  const languages = [...met].filter((language) => language !== undefined);
  if (first === undefined || !languages.includes(first)) return languages;
  return [first, ...languages.filter((language) => language !== first)];
}

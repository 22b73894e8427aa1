import { LOCKING_SHEET } from '../../vocabulary/locking.ts';
import { isRecord } from '../../core/is-record.ts';
import type { AssetContent, ContentRow } from '../kobo/assets.ts';
import { choiceRows, keptSheets, namedLanguages, rowOf, settingsRow, surveyRows } from './cells.ts';
import { columnName, type Sheet } from './columns.ts';
import { koboType, withList } from './kobo-types.ts';
import { lockingOfContent } from './locking.ts';
import { type NormalForm, type NormalRow, textColumn } from './normal-form.ts';

/** What a project holds on the server, whoever put it there: a workbook, or somebody in the browser. */
export function formOfContent({ survey, choices, settings, translations, others }: AssetContent): NormalForm {
  const languages = translations.map((name) => name ?? '');
  const kept = keptSheets.map((name) => [name, rowsOf(others[name]).map((row) => plainRow(row))] as const);
  return {
    languages: namedLanguages(languages),
    survey: surveyRows(survey.map((row) => surveyRow(row, languages))),
    choices: choiceRows(choices.map((row) => namedRow('choices', row, languages))),
    settings: settingsRow(namedRow('settings', settings, [])),
    sheets: new Map(kept.filter(([, rows]) => rows.length > 0)),
    locking: lockingOfContent(others[LOCKING_SHEET]),
  };
}

function rowsOf(value: unknown): readonly ContentRow[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function plainRow(row: ContentRow): NormalRow {
  return rowOf(Object.entries(row).map(([column, value]) => [column, textOf(value)]));
}

const PARTS_OF_A_TYPE: ReadonlySet<string> = new Set(['select_from_list_name', 'file', '_or_other']);

/** A row that was made in the browser without a name has the one that KoboToolbox thought of. */
function surveyRow(row: ContentRow, languages: readonly string[]): NormalRow {
  const type = textOf(row['type']);
  const isSelect = type.includes('select') || type === 'rank';
  const list = isSelect ? textOf(row['select_from_list_name'] ?? row['file']) : '';
  const others = Object.entries(row).filter(([column]) => !isSelect || !PARTS_OF_A_TYPE.has(column));
  const named = namedRow('survey', Object.fromEntries(others), languages);
  const own = type.startsWith('end_') ? undefined : row['$autoname'];
  const whole = type === '' ? '' : withList(koboType(type), list, row['_or_other'] === true);
  return rowOf([['name', textOf(own)], ...named, ['type', whole]]);
}

/** Cells by column, those of a text one a language. */
function namedRow(sheet: Sheet, row: ContentRow, languages: readonly string[]): NormalRow {
  return rowOf(
    Object.entries(row).flatMap(([written, value]) => {
      const column = columnName(sheet, written);
      if (!Array.isArray(value) || column === 'tags') return [[column, textOf(value)] as const];
      return value.map((text, index) => [textColumn(column, languages[index] ?? ''), textOf(text)] as const);
    }),
  );
}

/** Cells are texts but for a few; KoboToolbox keeps tags as a list. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  if (typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
}

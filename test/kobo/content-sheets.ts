import type { SheetPlan } from '../../src/formats/workbook.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { standardize } from './content-expand.ts';
import { LOCK_SHEET, lockingRows } from './content-locks.ts';
import { nameRows } from './content-names.ts';
import { expandSections } from './content-sections.ts';
import { KoboError } from './kobo-error.ts';
import type { Content, Row } from './state.ts';

const NO_SHEET = new Set(['schema', 'translations', 'translated']);
const FIRST_SHEETS = ['survey', 'choices', 'settings'];

export interface Appended {
  readonly survey?: readonly Row[];
  readonly settings?: Row;
  readonly duplicates?: 'refuse' | 'rename';
}

/** The stored form as the workbook that is downloaded, and converted at deployment. */
export async function contentWorkbook(stored: Content, append: Appended = {}): Promise<Uint8Array> {
  const sheets = improperly(() => contentSheets(stored, append));
  return writeWorkbook({ sheets: Object.entries(sheets).map(([name, rows]) => sheetPlan(name, rows)) });
}

function improperly<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof KoboError)) throw error;
    throw new KoboError(error.type, `asset.content improperly formatted for XLS export: ${error.message}`);
  }
}

function contentSheets(stored: Content, { survey = [], settings = {}, duplicates = 'refuse' }: Appended): RawRows {
  const content = structuredClone(stored);
  Object.assign(content.settings, settings);
  content.survey.push(...(structuredClone(survey) as Row[]));
  standardize(content);
  if (duplicates === 'rename') nameRows(content, duplicates);
  expandSections(content);
  nameRows(content, duplicates);
  for (const row of content.survey) stripInternal(row, '$autoname');
  for (const row of content.choices ?? []) stripInternal(row, '$autovalue');
  const locks = lockingRows(content);
  const named = [...FIRST_SHEETS, ...Object.keys(content).filter((name) => !FIRST_SHEETS.includes(name))];
  const sheets = named.filter((name) => name in content && !NO_SHEET.has(name));
  return Object.fromEntries(
    sheets.map((name) => [name, name === LOCK_SHEET ? (locks ?? []) : flatRows(content, content[name])]),
  );
}

type RawRows = Record<string, Row[]>;

/** What starts with a dollar is KoboToolbox's own. */
function stripInternal(row: Row, nameKey: string): void {
  if (row[nameKey]) row['name'] = row[nameKey];
  for (const key of Object.keys(row)) if (key.startsWith('$')) delete row[key];
}

function flatRows(content: Content, sheet: unknown): Row[] {
  const rows = Array.isArray(sheet) ? (sheet as Row[]) : [sheet as Row];
  return rows.map((row) => flatRow(row, content));
}

function flatRow(row: Row, { translations = [], translated = [] }: Content): Row {
  const flat: Row = {};
  for (const [key, value] of Object.entries(row)) {
    if (!translated.includes(key)) flat[key] = value;
    else Object.assign(flat, flatTexts(key, value, translations));
  }
  flattenTags(flat);
  flattenType(flat);
  return flat;
}

function flatTexts(key: string, value: unknown, languages: readonly (string | null)[]): Row {
  if (!Array.isArray(value)) throw new KoboError('ValueError', `"${key}" column is not translated`);
  if (value.length !== languages.length) throw new KoboError('ValueError', `Incorrect translation count: "${key}"`);
  const columns = languages.map((language) => (language === null ? key : `${key}::${language}`));
  return Object.fromEntries(columns.map((column, index) => [column, value[index] as unknown]));
}

function flattenTags(row: Row): void {
  if (!Array.isArray(row['tags'])) return;
  const tags = row['tags'] as string[];
  const hxl = tags.filter((tag) => tag.startsWith('hxl:')).map((tag) => tag.slice(4));
  const plain = tags.filter((tag) => !tag.startsWith('hxl:'));
  delete row['tags'];
  if (plain.length > 0) row['tags'] = plain.join(' ');
  if (hxl.length > 0) row['hxl'] = hxl.join('');
}

function flattenType(row: Row): void {
  if (typeof row['required'] === 'boolean' && 'type' in row) row['required'] = String(row['required']);
  const list = row['select_from_list_name'] ?? (String(row['type']).endsWith('_from_file') ? row['file'] : undefined);
  if (list !== undefined) row['type'] = `${String(row['type'])} ${String(list)}${row['_or_other'] ? ' or_other' : ''}`;
  if (/_from_file /.test(String(row['type']))) delete row['file'];
  delete row['select_from_list_name'];
  delete row['_or_other'];
}

const COLUMN_ORDER: Readonly<Record<string, readonly RegExp[]>> = {
  survey: [/^type$/, /^name$/, /^label/, /^hint/],
  choices: [/^list_name$/, /^name$/, /^label/],
  settings: [/^id_string$/, /^form_title$/],
};

function sheetPlan(name: string, rows: readonly Row[]): SheetPlan {
  const found = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const first = (COLUMN_ORDER[name] ?? []).flatMap((order) => found.filter((column) => order.test(column)));
  const columns = [...first, ...found.filter((column) => !first.includes(column))];
  return {
    name,
    rightToLeft: false,
    columns: columns.map((header) => ({ header, width: 10 })),
    rows: rows.map((row) => ({ cells: columns.map((column) => cell(row[column])) })),
  };
}

/** A zero and a `false` are dropped, as by xls_exportable.py. */
function cell(value: unknown): string {
  if (!value) return '';
  if (Array.isArray(value)) return value.join(''); // of a column that got its name after its translations were found
  return value === true ? 'TRUE' : String(value as string | number);
}

import { SELECT_SPELLINGS, SETTINGS_ALIASES, SURVEY_ALIASES, YES_NO, knownType } from './content-aliases.ts';
import { koboName } from './content-read.ts';
import { KoboError } from './kobo-error.ts';
import type { Content, Row } from './state.ts';

/** Rows that go to the top of the survey. */
export const META_TYPES: ReadonlySet<unknown> = new Set([
  'start',
  'today',
  'end',
  'deviceid',
  'phone_number',
  'audit',
  'username',
  'phonenumber',
  'imei',
  'start-geopoint',
]);

const MEDIA = 'audio|image|video|big-image';
const SCHEMA = '1';

interface Translated {
  readonly column: string;
  /** Null is the language without a name. */
  readonly language: string | null;
}

/**
 * Rows as authors write them → rows with lists of translations, in place (formpack's expand_content and replace_aliases).
 * Content that says it has been through this is left alone, whatever it holds.
 */
export function standardize(content: Content): void {
  if (content.schema === SCHEMA) return;
  content.settings ??= {};
  content.survey ??= [];
  expand(content);
  replaceAliases(content);
}

function expand(content: Content): void {
  const columns = translatedColumns(content);
  addLanguages(content, columns);
  const metas = content.survey.filter((row) => META_TYPES.has(row['type']));
  for (const row of content.survey) expandRow(row, columns, content);
  content.survey = [...metas, ...content.survey.filter((row) => !metas.includes(row))];
  for (const row of content.choices ?? []) expandTexts(row, columns, content);
  if (Array.isArray(content.settings)) content.settings = (content.settings[0] as Row | undefined) ?? {};
  content.schema = SCHEMA;
}

/** Any column with a colon is a translation, except those of bind and body, and those with two pairs of colons. */
function translatedColumns(content: Content): Map<string, Translated> {
  const media = new RegExp(`^(?:${MEDIA})$`);
  const known = new Set((content.translated ?? []).map((column) => (media.test(column) ? `media::${column}` : column)));
  const rows = [...content.survey, ...(content.choices ?? [])];
  const names = new Set(rows.flatMap((row) => Object.keys(row)).filter((name) => !known.has(name)));
  const found = new Map<string, Translated>();
  for (const name of names) {
    if (name === 'label' || name === 'hint') found.set(name, { column: name, language: null });
    const translated = translatedColumn(name);
    if (!translated) continue;
    found.set(name, translated);
    if (translated.language !== null && names.has(translated.column)) {
      found.set(translated.column, { column: translated.column, language: null });
    }
  }
  return found;
}

function translatedColumn(name: string): Translated | undefined {
  if (name.startsWith('bind:') || name.startsWith('body:')) return undefined;
  const media = new RegExp(`^(?:media\\s*::?\\s*)?(${MEDIA})(?:\\s*::?\\s*([^:]+))?$`).exec(name);
  if (media) return { column: `media::${media[1]}`, language: media[2] ?? null };
  const text = /^([^:]+)\s*::?\s*([^:]+)$/.exec(name);
  return text ? { column: text[1] ?? '', language: text[2] ?? '' } : undefined;
}

function addLanguages(content: Content, columns: ReadonlyMap<string, Translated>): void {
  const languages = [...(content.translations ?? [])];
  for (const { language } of columns.values()) if (!languages.includes(language)) languages.push(language);
  if (languages.length === 0) return;
  const before = content.translated ?? [];
  content.translations = languages;
  content.translated = [...new Set([...before, ...[...columns.values()].map(({ column }) => column)])].toSorted();
}

function expandRow(row: Row, columns: ReadonlyMap<string, Translated>, content: Content): void {
  if (row['name'] === null) delete row['name'];
  if (typeof row['type'] === 'string') Object.assign(row, expandType(row['type']));
  expandTags(row);
  expandTexts(row, columns, content);
  for (const [key, value] of Object.entries(row)) if (value === '') delete row[key];
}

/** `select_one x or_other` → its parts. */
function expandType(written: string): Row {
  const parts: Row = {};
  let type = written;
  if (/\s+or.other$/.test(type)) {
    type = type.replace(/\s+or.other$/, '').trim();
    parts['_or_other'] = true;
  }
  if (/select_(?:one|multiple)_or_other/.test(type)) {
    type = type.replace('_or_other', '');
    parts['_or_other'] = true;
  }
  for (const [spelling, name] of SELECT_SPELLINGS) {
    const list = type.startsWith(spelling) ? /^\s+(\S+)$/.exec(type.slice(spelling.length))?.[1] : undefined;
    if (list === undefined) continue;
    return { ...parts, type: name, [name.includes('from_file') ? 'file' : 'select_from_list_name']: list };
  }
  return { ...parts, type };
}

function expandTags(row: Row): void {
  const tags = Array.isArray(row['tags']) ? [...(row['tags'] as string[])] : words(row['tags']);
  const hxl = typeof row['hxl'] === 'string' ? row['hxl'] : '';
  for (const [tag] of hxl.matchAll(/[#+][a-zA-Z][a-zA-Z0-9_]*/g)) tags.push(`hxl:${tag}`);
  delete row['tags'];
  delete row['hxl'];
  if (tags.length > 0) row['tags'] = tags;
}

function words(value: unknown): string[] {
  return typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '') : [];
}

function expandTexts(row: Row, columns: ReadonlyMap<string, Translated>, content: Content): void {
  const languages = content.translations ?? [];
  for (const [name, { column, language }] of columns) {
    if (!(name in row)) continue;
    const texts = listOf(row[column], languages);
    if (name !== column) {
      texts[languages.indexOf(language)] = row[name];
      delete row[name];
    }
    row[column] = texts;
  }
}

function listOf(value: unknown, languages: readonly (string | null)[]): unknown[] {
  if (Array.isArray(value)) return value;
  return languages.map((language) => (language === null && value !== undefined ? value : null));
}

function replaceAliases(content: Content): void {
  for (const row of content.survey) replaceInRow(row);
  for (const row of content.choices ?? []) replaceInChoice(row);
  content.settings = Object.fromEntries(
    Object.entries(content.settings).map(([key, value]) => {
      const name = koboName(SETTINGS_ALIASES.get(key) ?? key);
      return [name, name === 'kobo--lock_all' ? (YES_NO.get(value) ?? value) : value];
    }),
  );
}

function replaceInRow(row: Row): void {
  if (typeof row['type'] === 'string' && row['type'] !== '') {
    const type = knownType(row['type']);
    if (type === undefined) throw new KoboError('ValueError', `unknown type ['${row['type']}']`);
    row['type'] = type;
  }
  if (YES_NO.has(row['required'])) row['required'] = YES_NO.get(row['required']);
  for (const [alias, column] of SURVEY_ALIASES) rename(row, alias, column);
  for (const key of Object.keys(row)) rename(row, key, koboName(key));
}

function rename(row: Row, from: string, to: string): void {
  if (!(from in row) || from === to) return;
  row[to] = row[from];
  delete row[from];
}

function replaceInChoice(row: Row): void {
  rename(row, 'list name', 'list_name');
  if (!('value' in row)) return;
  if ('name' in row && row['name'] !== row['value']) {
    throw new KoboError('ValueError', `Conflicting name and value in row: ${JSON.stringify(row)}`);
  }
  rename(row, 'value', 'name');
}

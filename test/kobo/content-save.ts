import { createHash } from 'node:crypto';
import { META_TYPES, standardize } from './content-expand.ts';
import { LOCK_COLUMN } from './content-locks.ts';
import { addPaths, nameRows } from './content-names.ts';
import { KoboError } from './kobo-error.ts';
import { type Asset, type Content, type Row, newUid, randomLetters } from './state.ts';

/** Whatever holds a form; a collection holds other assets. */
const HOLDS_FORM: ReadonlySet<string> = new Set(['survey', 'template', 'block', 'question', 'empty']);
const KEEPS_SETTINGS: ReadonlySet<string> = new Set(['survey', 'template']);
const VERSION_ROW = /^__?version__?(\d{3})?$/;

/**
 * Stores an asset as kpi does: the content is brought into its form, and a version is added where the content or the name
 * changed. Rows get random `$kuid`s, so that each import changes the content.
 */
export function saveAsset(asset: Asset, who: string, filename?: string): void {
  asset.modified = new Date();
  asset.lastModifiedBy = who;
  if (!HOLDS_FORM.has(asset.type)) return;
  adjust(asset, filename);
  asset.summary = summaryOf(asset.content);
  const rows = Number(asset.summary['row_count'] ?? 0);
  if (asset.type === 'question' || asset.type === 'block') asset.type = rows > 1 ? 'block' : 'question';
  addVersion(asset);
}

function addVersion(asset: Asset): void {
  const hash = createHash('sha1').update(sortedJson(asset.content)).digest('hex');
  const latest = asset.versions.at(-1);
  if (latest?.name === asset.name && latest.hash === hash) return;
  const content = structuredClone(asset.content);
  asset.versions.push({ uid: newUid('v'), name: asset.name, content, hash, modified: new Date(), deployed: false });
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function adjust(asset: Asset, filename: string | undefined): void {
  const { content } = asset;
  restoreLanguages(content, asset.versions.at(-1)?.content.translations ?? []);
  standardize(content);
  putDefaultFirst(content);
  content.survey = content.survey.filter((row) => 'type' in row);
  if (content.choices) content.choices = content.choices.filter((row) => 'list_name' in row);
  for (const row of [...content.survey, ...(content.choices ?? [])]) row['$kuid'] ??= randomLetters(9);
  nameRows(content, 'keep');
  addPaths(content);
  removeLeftovers(content);
  adjustSettings(asset, filename);
}

/** `__normalize_settings_and_translations`: languages that a request left out come back. */
function restoreLanguages(content: Content, before: readonly (string | null)[]): void {
  content.settings ??= {};
  content.survey ??= [];
  if (Array.isArray(content.settings)) content.settings = Object.assign({}, ...(content.settings as Row[])) as Row;
  if (!content.translations?.length && before.length > 0) content.translations = [...before];
  const language = content.settings['default_language'];
  if (typeof language !== 'string' || language === '') return;
  for (const row of content.survey) moveText(row, 'hint', language);
  if (before.length < 2) return;
  for (const row of [...content.survey, ...(content.choices ?? [])]) moveText(row, 'label', language);
}

function moveText(row: Row, column: string, language: string): void {
  if (typeof row[column] !== 'string') return;
  row[`${column}::${language}`] = row[column];
  delete row[column];
}

/** The form builder shows the first language only. */
function putDefaultFirst(content: Content): void {
  const language = content.settings['default_language'];
  if (language === undefined) return;
  const languages = content.translations ?? [];
  const index = languages.indexOf(String(language));
  if (index < 0 && languages.length === 1 && languages[0] === null) return;
  if (index < 0) throw noSuchLanguage(String(language), languages);
  if (index === 0) return;
  languages.unshift(...languages.splice(index, 1));
  for (const row of [...content.survey, ...(content.choices ?? [])]) {
    for (const column of content.translated ?? []) {
      const texts = row[column];
      if (Array.isArray(texts)) texts.unshift(...(texts.splice(index, 1) as unknown[]));
    }
  }
}

function noSuchLanguage(language: string, languages: readonly (string | null)[]): KoboError {
  const list = languages.filter((one) => one !== null).join('`, `');
  const text = `\`${language}\` is specified as the default language, but only these translations are present in the form: \`${list}\``;
  return new KoboError('ValueError', text);
}

function removeLeftovers(content: Content): void {
  for (const row of content.survey) {
    delete row['$prev'];
    for (const key of ['appearance', 'relevant', 'bind']) if (row[key] === '' || row[key] === null) delete row[key];
  }
  // Row 0 is never looked at (kpi's _remove_version counts down to 1).
  content.survey = content.survey.filter((row, index) => index === 0 || !VERSION_ROW.test(String(row['name'])));
}

function adjustSettings(asset: Asset, filename: string | undefined): void {
  const { settings } = asset.content;
  const title = settings['form_title'];
  delete settings['form_title'];
  if (filename) settings['id_string'] ??= filename.trim().replaceAll(/[^\w]+/g, '_');
  if (!KEEPS_SETTINGS.has(asset.type)) {
    asset.content.settings = {};
    for (const row of asset.content.survey) delete row[LOCK_COLUMN];
  }
  const name = title ?? (filename || undefined);
  if (name !== undefined && name !== null) asset.name = String(name).replaceAll(/[\n\t]+/g, '');
}

const GEO = new Set<unknown>(['gps', 'geopoint', 'geoshape', 'geotrace']);
const NOT_COUNTED = new Set<unknown>(['note', 'start', 'end', 'begin_group', 'end_group']);

/** kpi/utils/asset_content_analyzer.py */
function summaryOf(content: Content): Row {
  if (content.survey.length === 0) return { languages: [] };
  const { survey, settings, translations = [] } = content;
  const counted = survey.filter(
    ({ type }) => !META_TYPES.has(type) && !NOT_COUNTED.has(type) && !String(type).startsWith('end'),
  );
  const labels = counted.map(({ label }) => (Array.isArray(label) ? (label[0] as unknown) : label));
  const columns = [...new Set(counted.flatMap((row) => Object.keys(row)))].filter((name) => !name.startsWith('$'));
  const all = settings['kobo--lock_all'] === true;
  const bad = counted.filter(({ name }) => name !== undefined && /^[_\d]+$/.test(String(name))).length;
  const good = counted.filter(({ name }) => name !== undefined).length - bad;
  return {
    row_count: counted.length,
    languages: translations,
    default_translation: translations[0] ?? null,
    geo: survey.some(({ type }) => GEO.has(type)),
    lock_all: all,
    lock_any: all || LOCK_COLUMN in settings || survey.some((row) => Boolean(row[LOCK_COLUMN])),
    labels: labels.filter((label) => label !== undefined).slice(0, 5),
    columns,
    name_quality: { ok: counted.length - good - bad, bad, good, total: counted.length, firsts: {} },
  };
}

import path from 'node:path';
import { plural } from '../../core/counts.ts';
import { quote } from '../../diagnostics/quote.ts';
import { openTranslations } from '../../dictionary/locales/open.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import { writeTables } from '../../formats/xlsx-tables.ts';
import { type RowOptions, type TranslationRow, translationRows } from '../../translate/row.ts';
import { translatorPo } from '../../translate/po.ts';
import { translatorXliff } from '../../translate/xliff.ts';
import { translatorSheets } from '../../translate/workbook.ts';
import { isGitSource, openGitSource } from '../git-source.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { chosenForms, findDictionary, openSource } from '../source.ts';
import { type ExportForm, exportForms, type ExportOptions } from './choices.ts';
import { kindsOf, type OpenedTexts, openTexts, sourceLanguage, targetLanguage } from './open.ts';

/** Writes the texts of a dictionary for a translator. */
export async function exportTexts(source: string | undefined, options: ExportOptions, host: Host): Promise<ExitCode> {
  const opened = openTexts(source, host);
  const { translations, dictionary } = opened;
  const language = targetLanguage(translations, options.language);
  chosenForms(dictionary.forms, options.form);
  const rows = translationRows(translations, opened.places, opened.speaks, {
    language,
    forms: options.form,
    also: kindsOf(options.with),
    only: options.only,
    before: textsBefore(options.before, opened, host),
  });
  const as = formOf(options);
  const out = options.out ?? `translations.${language.tag}.${ENDINGS[as]}`;
  const bytes = await bytesOf(rows, as, opened, language);
  await writeFileAside(path.resolve(host.cwd, out), bytes);
  host.err(`written  ${out}: ${plural(rows.length, 'text')}${countsOf(rows)}\n`);
  tellTables(opened, host);
  return EXIT.clean;
}

const ENDINGS: Readonly<Record<ExportForm, string>> = { xlsx: 'xlsx', xliff: 'xlf', po: 'po' };

function formOf({ as, out = '' }: ExportOptions): ExportForm {
  return as ?? exportForms.find((form) => out.toLowerCase().endsWith(`.${ENDINGS[form]}`)) ?? 'xlsx';
}

async function bytesOf(
  rows: readonly TranslationRow[],
  as: ExportForm,
  { translations, dictionary }: OpenedTexts,
  target: RowOptions['language'],
): Promise<Uint8Array> {
  const source = sourceLanguage(translations);
  const project = dictionary.name.string.text;
  if (as === 'po') return new TextEncoder().encode(translatorPo(rows, project, target));
  if (as === 'xliff') return new TextEncoder().encode(translatorXliff(rows, { project, source, target }));
  return writeTables(translatorSheets(rows, source, target));
}

function countsOf(rows: readonly TranslationRow[]): string {
  const counts = new Map<string, number>();
  for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
  const words = [...counts].map(([state, count]) => `${count} ${state}`);
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

/** The texts of an earlier state of the dictionary, by their paths. */
function textsBefore(named: string | undefined, { folder }: OpenedTexts, host: Host): ReadonlyMap<string, string> {
  if (named === undefined) return new Map();
  const tree = isGitSource(named)
    ? openGitSource(named, folder)
    : openSource(findDictionary(named, host.cwd), host.cwd);
  const before = openTranslations(tree);
  if (!before)
    throw new UsageError(`There was no dictionary in ${quote(named)}.`, 'Name an older folder, or git:REVISION.');
  return new Map(before.units.map(({ path: each, source }) => [each, source.string.text]));
}

/** Lists in tables have a column for each language, which people fill in there. */
function tellTables({ dictionary }: OpenedTexts, host: Host): void {
  const files = [...dictionary.codeLists.values()].flatMap(({ codes: [first] }) => {
    const location = first?.name.origin.location;
    return location?.kind === 'text' && /\.csv$/i.test(location.source.path) ? [location.source.path] : [];
  });
  if (files.length === 0) return;
  host.err(
    `left out ${[...new Set(files)].join(', ')}: tables have a column for each language, such as label::Français (fr)\n`,
  );
}

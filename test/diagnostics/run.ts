import { Command } from 'commander';
import { type CommonOptions, withCommonOptions } from '../../src/cli/options.ts';
import { readSource } from '../../src/cli/checked-source.ts';
import { importWorkbooks } from '../../src/adopt/import-workbooks.ts';
import { importAreas } from '../../src/adopt/areas/import-areas.ts';
import { readTables } from '../../src/adopt/areas/read/read-tables.ts';
import { readTarget } from '../../src/adopt/areas/write/target.ts';
import type { OnConflict } from '../../src/adopt/on-conflict.ts';
import { conformFiles } from '../../src/conform/conform-files.ts';
import { knownForm } from '../../src/conform/known-form.ts';
import { createCollector } from '../../src/diagnostics/collector.ts';
import { openTranslations } from '../../src/dictionary/locales/open.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { BesideFile } from '../../src/source/beside.ts';
import type { FileTree } from '../../src/source/files.ts';
import { bytesIn } from '../adopt/areas/importing.ts';
import { receive } from '../../src/translate/receive.ts';
import { readFiles } from '../../src/submissions/read-files.ts';
import type { DataFile } from '../../src/submissions/submission.ts';
import { formFiles } from '../../src/xlsform/form-files.ts';
import { deviceAt } from '../support/device.ts';
import type { AreasWishes } from './examples.ts';

/** The options of a command that was called without any. */
const defaults = withCommonOptions(new Command()).opts<CommonOptions>();

/** Every finding about a dictionary and its countries, as `check` and then `build` report them; nothing is built from one with errors. */
export async function findingsOf(tree: FileTree): Promise<readonly Diagnostic[]> {
  const { parts, profiles, diagnostics } = readSource(tree, defaults);
  if (diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
  const late = createCollector();
  for (const { dictionary, forms } of parts)
    for (const profile of profiles)
      for (const form of forms.values()) await formFiles(dictionary, form, profile, late.report);
  return [...diagnostics, ...late.diagnostics()];
}

/** Every finding about files of submissions, as `conform` reports them with the form of a dictionary; without one, about the files alone. */
export async function dataFindingsOf(data: readonly DataFile[], tree: FileTree): Promise<readonly Diagnostic[]> {
  const { dictionary, profiles, parts } = readSource(tree, defaults);
  if (!dictionary) throw new Error('the dictionary of an example cannot be read');
  const [form] = dictionary.forms.values();
  const { report, add, diagnostics } = createCollector();
  if (!form) {
    const files = readFiles(data, { forms: [], report, progress: () => undefined });
    while (!(await files.next()).done);
    return diagnostics();
  }
  const about = await conformFiles(data, {
    forms: [knownForm(dictionary, form, profiles[0] ?? 'kobo')],
    countries: parts.flatMap((part) => part.dictionary.country?.id.string.text ?? []),
    host: deviceAt('2026-03-15T10:30:00'),
    showAll: false,
    sink: ({ diagnostic }) => add(diagnostic),
    report,
    looked: () => undefined,
    pick: (submissions) => submissions,
  });
  for (const diagnostic of about) add(diagnostic);
  return diagnostics();
}

/** Every finding about workbooks, and the files that stand in `media/` beside them, as `import` reports them. */
export function importFindingsOf(tree: FileTree, onConflict: OnConflict): readonly Diagnostic[] {
  const find = (name: string): BesideFile | undefined => {
    const shown = `media/${name}`;
    return tree.paths.includes(shown) ? { shown, read: () => tree.read(shown) } : undefined;
  };
  const workbooks = tree.paths.filter((file) => file.endsWith('.xlsx'));
  const stems = workbooks.map((file) => file.replace('.xlsx', ''));
  const incoming = workbooks.map((file) => ({ tree, file, find }));
  return importWorkbooks(incoming, stems, { name: 'examples', onConflict, locales: false }).diagnostics;
}

/** Every finding about a gazetteer and the lists that it becomes, as `areas` reports them; nothing is written. */
export async function areasFindingsOf(
  tree: FileTree,
  { attribute, undated }: AreasWishes,
): Promise<readonly Diagnostic[]> {
  const { report, diagnostics } = createCollector();
  const gazetteer = tree.paths.filter((file) => file.startsWith('gazetteer'));
  const tables = await readTables(
    gazetteer.map((file) => bytesIn(tree, file)),
    report,
  );
  const paths = tree.paths.filter((file) => !gazetteer.includes(file));
  const [column, heading = column] = attribute?.split('=') ?? [];
  const options = {
    levels: undefined,
    list: 'admin{level}',
    languages: [],
    attributes: column === undefined || heading === undefined ? [] : [{ column, heading }],
    variables: false,
    retired: '1.2.0',
    edition: undated ? undefined : 'v01',
    today: '2026-03-15',
  };
  importAreas(tables, readTarget({ ...tree, paths }, ''), options, report);
  return diagnostics();
}

/** Every finding about translators' files that stand beside a dictionary, in French, as `translate import` reports them. */
export function translatorFindingsOf(tree: FileTree, files: readonly string[]): readonly Diagnostic[] {
  const translations = openTranslations(tree);
  if (!translations) throw new Error('the dictionary of an example cannot be read');
  const { report, diagnostics } = createCollector();
  const delivered = files.map((name) => {
    const bytes = tree.read(name);
    if (!(bytes instanceof Uint8Array)) throw new Error(`${name} cannot be read`);
    return { name, bytes };
  });
  receive(delivered, { translations, tag: 'fr', accept: [] }, report);
  return diagnostics();
}

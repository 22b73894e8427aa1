import { realpathSync } from 'node:fs';
import path from 'node:path';
import { plural } from '../../core/counts.ts';
import { quote } from '../../diagnostics/quote.ts';
import { makeFolder, writeAsideBy, writeFileAside, writeStreamAside } from '../../formats/write-aside.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { dictionariesOf } from '../../remote/servers/dictionaries.ts';
import { countryOfProject } from '../../remote/servers/server.ts';
import { safeName } from '../../remote/pull/file-names.ts';
import {
  csvOf,
  MOST_COLUMNS,
  MOST_ROWS,
  rowsOf,
  sheetsOf,
  type StoredTable,
  writeParquet,
} from '../../store/export-tables.ts';
import { StoreError } from '../../store/store-error.ts';
import { openReadStore, type ProjectInStore, type ReadStore } from '../../store/read-store.ts';
import { headingsOf } from '../../store/tables/export-sql.ts';
import { kindsIn } from '../../store/tables/kinds.ts';
import { formNodes } from '../../store/tables/protected-nodes.ts';
import { storedTables } from '../../store/tables/store-tables.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { projectIn } from '../one-form.ts';
import { isTakenByGit } from '../pull/ignored.ts';
import { nodesOf } from '../pull/targets.ts';
import { findDictionary, openSource } from '../source.ts';
import { chosenInStore } from './chosen.ts';
import type { ExportFormat, ExportOptions } from './formats.ts';
import { storeFile } from './place.ts';

/** Writes the tables of projects, and tells the exit code. */
export async function exportStore(words: readonly string[], options: ExportOptions, host: Host): Promise<ExitCode> {
  const source = findDictionary(options.dictionary, host.cwd);
  const { dictionary, countries } = projectIn(openSource(source, host.cwd), options.dictionary ?? source);
  const { of } = dictionariesOf(dictionary, countries, () => undefined);
  const place = storeFile(options.store, source, host);
  const out = path.resolve(host.cwd, options.out);
  await makeFolder(out);
  // Links are followed where files are written.
  const store = await openReadStore(place.path, place.shown, [realpathSync(out)]);
  try {
    for (const project of chosenInStore(store, words)) {
      const tables = await tablesOf(store, project, of(countryOfProject(project.project)));
      for (const format of new Set(options.format))
        host.out(`${await write(format, project, tables, { store, out })}\n`);
    }
    if (isTakenByGit(out))
      host.err(`git does not ignore ${options.out}: take care not to commit the answers of people.\n`);
    return EXIT.clean;
  } finally {
    await store.close();
  }
}

async function tablesOf(
  store: ReadStore,
  project: ProjectInStore,
  dictionary: Dictionary | undefined,
): Promise<readonly StoredTable[]> {
  const form = dictionary?.forms.get(project.form);
  if (!dictionary || !form)
    throw new UsageError(
      `The dictionary has no form ${quote(project.form)}, which ${quote(project.project)} was pulled for.`,
      'Name the dictionary that has it: --dictionary FOLDER',
    );
  const { database } = store;
  const source = { form: project.form, nodes: nodesOf(form, dictionary), kindOf: kindsIn(form, dictionary) };
  const treated = await store.treatments(project.project);
  const tables = await storedTables(database, project.project, formNodes(source, treated));
  return tables.map((table) => ({ database, project: project.project, table }));
}

interface Place {
  readonly store: ReadStore;
  readonly out: string;
}

/** Writes a project in one format and tells what was written. */
async function write(
  format: ExportFormat,
  project: ProjectInStore,
  tables: readonly StoredTable[],
  { store, out }: Place,
): Promise<string> {
  const name = safeName(project.project.replaceAll('/', '-'), 'project');
  const written = `${plural(project.submissions, 'submission')} of ${project.project}`;
  if (format === 'ndjson') {
    await writeStreamAside(path.join(out, `${name}.ndjson`), linesOf(store, project.project));
    return `${name}.ndjson: ${written}, as they came from the server`;
  }
  if (format === 'xlsx') {
    await refuseTooLarge(tables);
    const { writeTables } = await import('../../formats/xlsx-tables.ts');
    await writeFileAside(path.join(out, `${name}.xlsx`), await writeTables(sheetsOf(tables)));
    return `${name}.xlsx: ${written}, ${plural(tables.length, 'sheet')}`;
  }
  for (const table of tables) {
    const file = path.join(out, name, `${safeName(table.table.name, 'table')}.${format}`);
    if (format === 'csv') await writeStreamAside(file, csvOf(table));
    else await parquetAside(table, file);
  }
  return `${name}/: ${written}, ${plural(tables.length, 'table')} as ${format}`;
}

async function* linesOf(store: ReadStore, project: string): AsyncGenerator<string> {
  for await (const texts of store.texts(project))
    yield texts.map((each) => `${each.replaceAll(/[\r\n]/g, ' ')}\n`).join('');
}

/** The engine writes the file itself. Where it has no room for that, nothing is wrong with the store. */
async function parquetAside(table: StoredTable, file: string): Promise<void> {
  await writeAsideBy(file, async (aside) => {
    try {
      await writeParquet(table, aside);
    } catch (error) {
      const isFull = error instanceof StoreError && error.lack === 'disk';
      throw isFull
        ? new UsageError(`There is no room for ${quote(file)}: the disk is full.`, 'Make room and run it again.')
        : error;
    }
  });
}

/** Excel would cut off what it cannot hold, in silence. */
async function refuseTooLarge(tables: readonly StoredTable[]): Promise<void> {
  for (const each of tables) {
    const columns = headingsOf(each.table).length;
    const rows = await rowsOf(each);
    if (rows > MOST_ROWS || columns > MOST_COLUMNS)
      throw new UsageError(
        `The table ${quote(each.table.name)} has ${plural(rows, 'row')} and ${plural(columns, 'column')}, more than a sheet of Excel can hold.`,
        'Write it as CSV or Parquet: --format csv',
      );
  }
}

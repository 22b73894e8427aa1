import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Command, Option } from 'commander';
import type { Adopted } from '../../adopt/adopt.ts';
import type { Imported, Incoming } from '../../adopt/import-workbooks.ts';
import { type OnConflict, onConflictWords } from '../../adopt/on-conflict.ts';
import { plural } from '../../core/counts.ts';
import { quote } from '../../diagnostics/quote.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import { printFindings } from '../findings.ts';
import { type ExitCode, type Host, UsageError } from '../host.ts';
import { type TellingOptions, withTellingOptions } from '../options.ts';
import { createProgress, type Progress } from '../progress.ts';
import { namedWorkbooks, openWorkbook, stemOf } from '../workbooks.ts';

interface ImportOptions extends TellingOptions {
  readonly out: string;
  readonly onConflict: OnConflict;
  readonly locales?: boolean;
}

export function addImport(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('import')
    .argument('<workbooks...>', 'workbooks (.xlsx), or folders that hold them')
    .summary('workbooks as a dictionary that builds the same forms')
    .requiredOption('--out <folder>', 'where to write the dictionary; a new or an empty folder');
  command
    .addOption(
      new Option('--on-conflict <what>', 'where workbooks say different things of one name: each keeps its own,')
        .choices(onConflictWords)
        .default('keep'),
    )
    .option(
      '--locales',
      'translations in files of their own: locales/fr.yaml; left out: where there are over three languages',
    )
    .option('--no-locales', 'all languages of a text beside each other');
  withTellingOptions(command).action(async (workbooks: readonly string[], options: ImportOptions) =>
    done(await importAll(workbooks, options, host)),
  );
}

async function importAll(named: readonly string[], options: ImportOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const out = path.resolve(host.cwd, options.out);
  refuseFull(out, options.out);
  const workbooks = namedWorkbooks(named, host.cwd);
  const { importWorkbooks } = await import('../../adopt/import-workbooks.ts');
  const progress = createProgress(host);
  const { onConflict, locales } = options;
  const imported = importWorkbooks(opened(workbooks, host, progress), workbooks.map(stemOf), {
    name: dictionaryName(out),
    onConflict,
    locales,
  });
  progress.show('writing the dictionary');
  const outcome = await writeImported(imported, workbooks.length, out, options);
  progress.end();
  if (!options.quiet) host.err(`${outcome}\n`);
  return printFindings(imported.diagnostics, options, host, started);
}

function* opened(workbooks: readonly string[], host: Host, progress: Progress): Iterable<Incoming> {
  for (const [at, workbook] of workbooks.entries()) {
    progress.show(`reading workbook ${at + 1} of ${workbooks.length}`);
    yield openWorkbook(workbook, host.cwd);
  }
  progress.show('comparing the workbooks');
}

/** Writes what there is to write, and says what became of as many workbooks as were named. */
async function writeImported(
  { adopted, media, read }: Imported,
  named: number,
  out: string,
  options: ImportOptions,
): Promise<string> {
  if (!adopted) return 'No workbook could be read, and nothing was written.';
  if (adopted.differs && options.onConflict === 'stop')
    return 'The workbooks contradict each other, and nothing was written.';
  for (const [file, bytes] of media) await writeFileAside(path.join(out, file), bytes());
  for (const [file, text] of adopted.files) await writeFileAside(path.join(out, file), new TextEncoder().encode(text));
  return `${options.out}: ${summaryOf(adopted, media.size, read, named)}`;
}

function summaryOf({ files, variables, lists, modules }: Adopted, media: number, read: number, named: number): string {
  const parts = [
    read === named ? plural(read, 'workbook') : `${read} of ${plural(named, 'workbook')}`,
    plural(variables, 'variable'),
    plural(lists, 'code list'),
    plural(modules, 'module'),
  ];
  return `${parts.join(', ')}; ${plural(files.size + media, 'file')} written.`;
}

/** A dictionary is named after its folder. */
function dictionaryName(folder: string): string {
  const name = path
    .basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return name === '' ? 'imported' : name;
}

/** Nothing that is there is overwritten. */
function refuseFull(out: string, shown: string): void {
  if (shown.trim() === '')
    throw new UsageError('--out names no folder.', 'Name a new folder, such as: --out dictionary');
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory())
    throw new UsageError(`${quote(shown)} is a file.`, 'Name a new folder after --out.');
  if (readdirSync(out).length === 0) return;
  throw new UsageError(`${quote(shown)} is not empty, and nothing is overwritten.`, 'Name a new folder after --out.');
}

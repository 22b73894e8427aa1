import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { compareText } from '../../core/location.ts';
import { createFormNames } from '../../adopt/form-names.ts';
import { createMedia } from '../../adopt/media/media.ts';
import type { Conflict } from '../../adopt/share.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { readForImport } from '../../adopt/losses/losses.ts';
import { filesBeside } from '../../source/beside.ts';
import { formStem } from '../../xlsform/read/compile-workbook.ts';
import { printFindings } from '../findings.ts';
import { type ExitCode, type Host, UsageError } from '../host.ts';
import { type TellingOptions, withTellingOptions } from '../options.ts';
import { createProgress } from '../progress.ts';
import { findSource, openSource } from '../source.ts';

interface ImportOptions extends TellingOptions {
  readonly out: string;
}

export function addImport(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('import')
    .argument('<workbooks...>', 'workbooks (.xlsx), or folders that hold them')
    .summary('workbooks as a dictionary that builds the same forms')
    .requiredOption('--out <folder>', 'where to write the dictionary; a new or an empty folder');
  withTellingOptions(command).action(async (workbooks: readonly string[], options: ImportOptions) =>
    done(await importAll(workbooks, options, host)),
  );
}

async function importAll(named: readonly string[], options: ImportOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const talk = options.quiet ? () => undefined : host.err;
  const out = path.resolve(host.cwd, options.out);
  refuseFull(out, options.out);
  const workbooks = named.flatMap((word) => workbooksIn(word, host.cwd));
  refuseTwice(workbooks);
  const { dictionaries, media, diagnostics } = readAll(workbooks, host);
  if (dictionaries.length === 0) {
    talk('No workbook could be read, and nothing was written.\n');
    return printFindings(diagnostics, options, host, started);
  }
  const { adopt } = await import('../../adopt/adopt.ts');
  const { files, conflicts } = adopt(dictionaries, dictionaryName(out));
  for (const [file, bytes] of media) await writeFileAside(path.join(out, file), bytes());
  for (const [file, text] of files) await writeFileAside(path.join(out, file), new TextEncoder().encode(text));
  for (const conflict of conflicts) talk(`${told(conflict)}\n`);
  talk(
    `${options.out}: ${dictionaries.length} of ${workbooks.length} workbooks, ${files.size + media.size} files written.\n`,
  );
  return printFindings(diagnostics, options, host, started);
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

/** What stands in a folder of forms; of older kinds it is told how to bring them along. */
const SPREADSHEET = /\.(?:xls[xmb]?|ods)$/i;

/** The command lines of Windows leave it to programs to look into a folder, and to see what `*.xlsx` means. */
function workbooksIn(word: string, cwd: string): readonly string[] {
  const isPattern = path.basename(word).toLowerCase() === '*.xlsx';
  const folder = isPattern ? path.dirname(word) : word;
  const full = path.resolve(cwd, folder);
  if (!existsSync(full) || !statSync(full).isDirectory()) return [word];
  const names = readdirSync(full).filter(
    (name) => (isPattern ? /\.xlsx$/i : SPREADSHEET).test(name) && !name.startsWith('~$'),
  );
  if (names.length > 0) return names.toSorted(compareText).map((name) => path.join(folder, name));
  throw new UsageError(`There are no workbooks in ${quote(folder)}.`, 'Name files that end in .xlsx, or their folder.');
}

/** Nothing that is there is overwritten. */
function refuseFull(out: string, shown: string): void {
  if (!existsSync(out)) return;
  if (statSync(out).isDirectory() && readdirSync(out).length === 0) return;
  throw new UsageError(`${quote(shown)} is not empty, and nothing is overwritten.`, 'Name a new folder after --out.');
}

/** A form is known by the name of its file. */
function refuseTwice(workbooks: readonly string[]): void {
  const stems = workbooks.map((file) => formStem(path.basename(file)).toLowerCase());
  const twice = workbooks.find((_file, at) => stems.indexOf(stems[at] ?? '') !== at);
  if (twice === undefined) return;
  const sentence = `Two workbooks are named ${quote(path.basename(twice))}, and a form is known by the name of its file.`;
  throw new UsageError(sentence, 'Rename one of them.');
}

interface Read {
  readonly dictionaries: readonly Dictionary[];
  /** The files that the forms show, by their places in the dictionary. */
  readonly media: ReadonlyMap<string, () => Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

function readAll(workbooks: readonly string[], host: Host): Read {
  const progress = createProgress(host);
  const dictionaries: Dictionary[] = [];
  const diagnostics: Diagnostic[] = [];
  const names = createFormNames(workbooks.map((file) => formStem(path.basename(file))));
  const media = createMedia();
  for (const [at, workbook] of workbooks.entries()) {
    progress.show(`reading workbook ${at + 1} of ${workbooks.length}`);
    const source = findSource(workbook, host.cwd);
    const tree = openSource(source, host.cwd);
    if (tree.workbook === undefined)
      throw new UsageError(`${quote(workbook)} is no workbook.`, 'Name files that end in .xlsx.');
    const read = readForImport(tree, tree.workbook);
    diagnostics.push(...read.diagnostics);
    if (!read.dictionary) continue;
    const named = names.take(read.dictionary);
    const taken = media.take(named.dictionary, filesBeside(source, tree.prefix));
    dictionaries.push(taken.dictionary);
    diagnostics.push(...named.diagnostics, ...taken.diagnostics);
  }
  progress.end();
  return { dictionaries, media: media.files(), diagnostics };
}

function told({ kind, name, forms }: Conflict): string {
  return kind === 'question'
    ? `The question ${quote(name)} differs between ${forms.join(', ')}: each form keeps its own.`
    : `The code list ${quote(name)} differs in ${forms.join(', ')}: there it is kept under another name.`;
}

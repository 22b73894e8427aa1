import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { Conflict } from '../../adopt/share.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { compileWorkbook } from '../../xlsform/read/compile-workbook.ts';
import { printFindings } from '../findings.ts';
import { type ExitCode, type Host, UsageError } from '../host.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { createProgress } from '../progress.ts';
import { findSource, openSource } from '../source.ts';

interface ImportOptions extends CommonOptions {
  readonly out: string;
}

export function addImport(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('import')
    .argument('<workbooks...>', 'workbooks (.xlsx)')
    .summary('workbooks as a dictionary that builds the same forms')
    .requiredOption('--out <folder>', 'where to write the dictionary; a new or an empty folder');
  withCommonOptions(command).action(async (workbooks: readonly string[], options: ImportOptions) =>
    done(await importAll(workbooks, options, host)),
  );
}

async function importAll(workbooks: readonly string[], options: ImportOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const out = path.resolve(host.cwd, options.out);
  refuseFull(out, options.out);
  refuseTwice(workbooks);
  const { dictionaries, diagnostics } = readAll(workbooks, host);
  const { adopt } = await import('../../adopt/adopt.ts');
  const { files, conflicts } = adopt(
    dictionaries,
    path
      .basename(out)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-'),
  );
  for (const [file, text] of files) await writeFileAside(path.join(out, file), new TextEncoder().encode(text));
  for (const conflict of conflicts) host.err(`${told(conflict)}\n`);
  host.err(`${options.out}: ${dictionaries.length} of ${workbooks.length} workbooks, ${files.size} files written.\n`);
  return printFindings(diagnostics, options, host, started);
}

/** Nothing that is there is overwritten. */
function refuseFull(out: string, shown: string): void {
  if (!existsSync(out)) return;
  if (statSync(out).isDirectory() && readdirSync(out).length === 0) return;
  throw new UsageError(`${quote(shown)} is not empty, and nothing is overwritten.`, 'Name a new folder after --out.');
}

/** A form is known by the name of its file. */
function refuseTwice(workbooks: readonly string[]): void {
  const stems = workbooks.map((file) => path.basename(file).toLowerCase());
  const twice = workbooks.find((_file, at) => stems.indexOf(stems[at] ?? '') !== at);
  if (twice === undefined) return;
  const sentence = `Two workbooks are named ${quote(path.basename(twice))}, and a form is known by the name of its file.`;
  throw new UsageError(sentence, 'Rename one of them.');
}

function readAll(
  workbooks: readonly string[],
  host: Host,
): { readonly dictionaries: readonly Dictionary[]; readonly diagnostics: readonly Diagnostic[] } {
  const progress = createProgress(host);
  const dictionaries: Dictionary[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [at, workbook] of workbooks.entries()) {
    progress.show(`reading workbook ${at + 1} of ${workbooks.length}`);
    const tree = openSource(findSource(workbook, host.cwd), host.cwd);
    if (tree.workbook === undefined)
      throw new UsageError(`${quote(workbook)} is no workbook.`, 'Name files that end in .xlsx.');
    const read = compileWorkbook(tree, tree.workbook);
    if (read.dictionary) dictionaries.push(read.dictionary);
    diagnostics.push(...read.diagnostics);
  }
  progress.end();
  return { dictionaries, diagnostics };
}

function told({ kind, name, forms }: Conflict): string {
  return kind === 'question'
    ? `The question ${quote(name)} differs between ${forms.join(', ')}: each form keeps its own.`
    : `The code list ${quote(name)} differs in ${forms.join(', ')}: there it is kept under another name.`;
}

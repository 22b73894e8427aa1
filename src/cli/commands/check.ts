import type { Command } from 'commander';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { withoutBaseline, writeBaseline } from '../baseline.ts';
import { contractFindings } from '../contract.ts';
import { printFindings } from '../findings.ts';
import { applyFixes } from '../fixes.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { type CommonOptions, SOURCE, withCommonOptions } from '../options.ts';
import { readWhole } from '../checked-source.ts';
import { findSource, isWorkbook, openSource } from '../source.ts';
import type { FileTree, KeptFiles } from '../../source/files.ts';
import { watch } from '../watch.ts';

interface CheckOptions extends CommonOptions {
  readonly fix: boolean;
  readonly writeBaseline?: string;
  readonly contract?: string;
}

const NO_CONTRACT = 'A dictionary needs no --contract: its countries are held against its core always.';
const NO_FIX = '--fix mends dictionaries; a workbook is mended in Excel.';

export function addCheck(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .argument('[source]', SOURCE)
    .summary('every finding about the source, nothing written')
    .option('--fix', 'carry out the fixes that are certain', false)
    .option('--contract <folder>', 'hold a workbook that was edited against the dictionary that it came from')
    .option('--write-baseline <file>', 'write down the findings of today, to leave them out with --baseline');
  withCommonOptions(command).action(async (source: string | undefined, options: CheckOptions) => {
    const folder = findSource(source, host.cwd);
    if (options.fix && isWorkbook(folder))
      throw new UsageError(NO_FIX, 'Leave out --fix, and change the cells that are named.');
    if (options.contract !== undefined && !isWorkbook(folder))
      throw new UsageError(NO_CONTRACT, 'Leave out --contract, or name a workbook.');
    const asked = isWorkbook(folder) ? asWritten(options) : options;
    const run = (kept?: KeptFiles): Promise<ExitCode> => check(() => openSource(folder, host.cwd, kept), asked, host);
    done(options.watch ? await watch(folder, run, host) : await run());
  });
}

/** A workbook is uploaded as it is, so what a build would adapt for a server is a mistake of this file all the same. */
function asWritten(options: CheckOptions): CheckOptions {
  const profile = new Set(options.profile.length === 0 ? [] : ['xlsform' as const, ...options.profile]);
  return { ...options, profile: [...profile] };
}

async function check(open: () => FileTree, options: CheckOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const tree = open();
  const checked = findingsIn(tree, options, host);
  const fixed = options.fix && (await applyFixes(checked, host)) > 0;
  const diagnostics = fixed ? findingsIn(open(), options, host) : checked;
  if (options.writeBaseline === undefined) return printFindings(diagnostics, options, host, started);
  await writeBaseline(diagnostics, options.writeBaseline, tree.prefix, host);
  return EXIT.clean;
}

function findingsIn(tree: FileTree, options: CheckOptions, host: Host): readonly Diagnostic[] {
  const { contract } = options;
  // The form and the country are those of the contract; the workbook is one form, whatever it is called.
  const own = contract === undefined ? options : { ...options, form: [], country: [] };
  const checked = readWhole(tree, own, host);
  const broken = contract === undefined ? [] : contractFindings(checked, contract, options, host);
  const found = inReadingOrder([...checked.diagnostics, ...broken]);
  // A baseline that is written anew holds what the old one sets aside, too.
  if (options.baseline === undefined || options.writeBaseline !== undefined) return found;
  return withoutBaseline(found, options.baseline, tree.prefix, host);
}

function inReadingOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { add, diagnostics } = createCollector();
  for (const diagnostic of found) add(diagnostic);
  return diagnostics();
}

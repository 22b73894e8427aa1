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
import { openWhole } from '../parts/whole-source.ts';
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
    const run = (kept?: KeptFiles): Promise<ExitCode> =>
      check(() => openSource(folder, host.cwd, kept), folder, asked, host);
    done(options.watch ? await watch(folder, run, host) : await run());
  });
}

/** A workbook is uploaded as it is, so what a build would adapt for a server is a mistake of this file all the same. */
function asWritten(options: CheckOptions): CheckOptions {
  const profile = new Set(options.profile.length === 0 ? [] : ['xlsform' as const, ...options.profile]);
  return { ...options, profile: [...profile] };
}

async function check(open: () => FileTree, source: string, options: CheckOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const tree = open();
  const checked = await findingsIn(tree, source, options, host);
  const fixed = options.fix && (await applyFixes(checked, host)) > 0;
  const diagnostics = fixed ? await findingsIn(open(), source, options, host) : checked;
  if (options.writeBaseline === undefined) return printFindings(diagnostics, options, host, started);
  await writeBaseline(diagnostics, options.writeBaseline, tree.prefix, host);
  return EXIT.clean;
}

async function findingsIn(
  tree: FileTree,
  source: string,
  options: CheckOptions,
  host: Host,
): Promise<readonly Diagnostic[]> {
  if (options.contract !== undefined) return edited(tree, options.contract, options, host);
  // A baseline that is written anew holds what the old one sets aside, too.
  const asked = { ...options, baseline: options.writeBaseline === undefined ? options.baseline : undefined };
  const place = { source, cwd: host.cwd };
  const whole = openWhole(tree, place, asked, { chosen: [], told: () => undefined }, host);
  await whole.finish();
  return whole.diagnostics();
}

/** A workbook that somebody edited, and what it changes although the dictionary that it came from locks it. */
function edited(tree: FileTree, contract: string, options: CheckOptions, host: Host): readonly Diagnostic[] {
  // The form and the country are those of the contract; the workbook is one form, whatever it is called.
  const checked = readWhole(tree, { form: [], country: [], profile: options.profile }, host);
  const broken = contractFindings(checked, contract, options, host);
  const found = inReadingOrder([...checked.diagnostics, ...broken]);
  if (options.baseline === undefined || options.writeBaseline !== undefined) return found;
  return withoutBaseline(found, options.baseline, tree.prefix, host);
}

function inReadingOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { add, diagnostics } = createCollector();
  for (const diagnostic of found) add(diagnostic);
  return diagnostics();
}

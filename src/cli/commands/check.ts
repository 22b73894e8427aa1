import type { Command } from 'commander';
import { printFindings } from '../findings.ts';
import { applyFixes } from '../fixes.ts';
import type { ExitCode, Host } from '../host.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { readSource } from '../checked-source.ts';
import { findSource, openSource } from '../source.ts';
import type { FileTree, KeptFiles } from '../../source/files.ts';
import { watch } from '../watch.ts';

interface CheckOptions extends CommonOptions {
  readonly fix: boolean;
}

export function addCheck(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .argument('[source]', 'the folder of a dictionary')
    .summary('every finding about the source, nothing written')
    .option('--fix', 'carry out the fixes that are certain', false);
  withCommonOptions(command).action(async (source: string | undefined, options: CheckOptions) => {
    const folder = findSource(source, host.cwd);
    const run = (kept?: KeptFiles): Promise<ExitCode> => check(() => openSource(folder, host.cwd, kept), options, host);
    done(options.watch ? await watch(folder, run, host) : await run());
  });
}

async function check(open: () => FileTree, options: CheckOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const checked = readSource(open(), options);
  const fixed = options.fix && (await applyFixes(checked.diagnostics, host)) > 0;
  const { diagnostics } = fixed ? readSource(open(), options) : checked;
  return printFindings(diagnostics, options, host, started);
}

import type { Command } from 'commander';
import { printFindings } from '../findings.ts';
import { applyFixes } from '../fixes.ts';
import type { ExitCode, Host } from '../host.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { readSource } from '../checked-source.ts';
import { findSource, openSource } from '../source.ts';
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
    const run = (): Promise<ExitCode> => check(folder, options, host);
    done(options.watch ? await watch(folder, run, host) : await run());
  });
}

async function check(folder: string, options: CheckOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const checked = readSource(openSource(folder, host.cwd), options);
  const fixed = options.fix && (await applyFixes(checked.diagnostics, host)) > 0;
  const { diagnostics } = fixed ? readSource(openSource(folder, host.cwd), options) : checked;
  return printFindings(diagnostics, options, host, started);
}

import type { Command } from 'commander';
import { printFindings } from '../findings.ts';
import type { ExitCode, Host } from '../host.ts';
import { type CommonOptions, withCommonOptions } from '../options.ts';
import { readSession } from '../session.ts';
import { openSource } from '../source.ts';

export function addCheck(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .argument('[source]', 'the folder of a dictionary')
    .summary('every finding about the source, nothing written');
  withCommonOptions(command).action(async (source: string | undefined, options: CommonOptions) =>
    done(await check(source, options, host)),
  );
}

async function check(source: string | undefined, options: CommonOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const { diagnostics } = readSession(openSource(source, host.cwd), options);
  return printFindings(diagnostics, options, host, started);
}

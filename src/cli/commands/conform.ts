import type { Command } from 'commander';
import type { ConformCall } from '../conform/conform.ts';
import { withFindingOptions } from '../conform/options.ts';
import type { ExitCode, Host } from '../host.ts';
import { collect, collectProfile, SERVER, SOURCE, STORE, wholeNumber } from '../options.ts';
import { profiles } from '../../vocabulary/profiles.ts';

export function addConform(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('conform')
    .argument('[source]', SOURCE)
    .summary('submissions against the form that asked for them')
    .option(
      '--data <file>',
      'submissions: JSON of KoboToolbox or ODK Central, XML, CSV or XLSX (repeatable)',
      collect,
      [],
    )
    .option('--server <name>', SERVER, collect, [])
    .option('--store <file>', STORE)
    .option(
      '--also <source>',
      'another version of the form: a folder, a workbook or git:REVISION (repeatable)',
      collect,
      [],
    )
    .option('--form <name>', 'the form that was filled in; left out where there is only one')
    .option(
      '--country <id>',
      'the country whose form it is (repeatable); left out: what the submissions say',
      collect,
      [],
    )
    .option('--profile <name>', `${profiles.join(', ')}: instead of the manifest's (repeatable)`, collectProfile, [])
    .option('--sample <number>', 'look at about so many submissions of each file only', wholeNumber)
    .option('--show-answers', 'show answers to personal and sensitive questions, too', false);
  withFindingOptions(command).action(async (source: string | undefined, options: Omit<ConformCall, 'source'>) => {
    // Only this command reads data.
    const { conform } = await import('../conform/conform.ts');
    done(await conform({ ...options, source }, host));
  });
}

import type { Command } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import { collect } from '../options.ts';
import type { RebaseOptions } from '../rebase/run.ts';

export function addRebase(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('rebase')
    .argument('[source]', 'the folder of a dictionary')
    .summary('what the core has changed that countries say otherwise, and what to do with it')
    .option('--country <id>', 'only this country (repeatable)', collect, [])
    .option(
      '--take <path>',
      'the country takes what the core says: a path as it is shown, or all (repeatable)',
      collect,
      [],
    )
    .option('--keep <path>', 'the country stays as it is: a path as it is shown, or all (repeatable)', collect, [])
    .action(async (source: string | undefined, options: RebaseOptions) => {
      const { rebase } = await import('../rebase/run.ts');
      done(await rebase(source, options, host));
    });
}

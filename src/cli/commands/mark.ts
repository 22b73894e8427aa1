import { type Command, Option } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import type { MarkOptions } from '../mark/options.ts';
import { collect, STORE } from '../options.ts';
import { withServers } from '../remote/server-options.ts';

export function addMark(program: Command, host: Host, done: (code: ExitCode) => void): void {
  withServers(program.command('mark'))
    .summary('validation statuses on the server, from what conform finds in the store')
    .option('--store <file>', STORE)
    .addOption(
      new Option('--errors <status>', 'what submissions with an error become')
        .choices(['not-approved', 'on-hold'])
        .default('not-approved'),
    )
    .option('--approve-clean', 'approve submissions in which nothing is found', false)
    .option('--also <source>', 'another version of the forms: a folder or git:REVISION (repeatable)', collect, [])
    .option('--yes', 'set them; left out: only tell what would be set', false)
    .option('--no-color', 'no colours')
    .action(async (words: readonly string[], options: MarkOptions) => {
      // Only this command and others that read the store load its engine.
      const { mark } = await import('../mark/run.ts');
      done(await mark(words, options, host));
    });
}

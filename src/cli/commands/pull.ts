import type { Command } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import { collect, day, STORE } from '../options.ts';
import type { PullOptions } from '../pull/run.ts';
import { withJobs, withServers } from '../remote/server-options.ts';

export function addPull(program: Command, host: Host, done: (code: ExitCode) => void): void {
  withJobs(withServers(program.command('pull')))
    .summary('new and edited submissions into the local store')
    .option('--store <file>', STORE)
    .option('--since <date>', 'only what was sent on this day or later, such as 2026-01-31', day)
    .option('--where <question=answer>', 'only submissions with this answer (repeatable: all hold)', collect, [])
    .option('--query <json>', 'only what this query of KoboToolbox finds')
    .option('--protect', 'leave out what is personal or sensitive, and what is made of it', false)
    .option('--pseudonym <question>', 'with --protect: replace its answers by pseudonyms (repeatable)', collect, [])
    .option('--protect-key-env <name>', 'the environment variable that holds the key of pseudonyms')
    .option('--attachments', 'fetch the files of submissions, too', false)
    .option('--timing', 'say how much of the time was spent waiting for servers', false)
    .action(async (words: readonly string[], options: PullOptions) => {
      // Only this command and those that read the store load its engine.
      const { pull } = await import('../pull/run.ts');
      done(await pull(words, options, host));
    });
}

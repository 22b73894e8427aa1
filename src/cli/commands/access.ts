import { type Command, Option } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import { type AccessOptions, accessFormats } from '../remote/access-options.ts';
import { withJobs, withServers } from '../remote/server-options.ts';

export function addAccess(program: Command, host: Host, done: (code: ExitCode) => void): void {
  withJobs(withServers(program.command('access')))
    .summary('who may do what with projects, beside what servers.yaml declares')
    .addOption(
      new Option('--format <name>', 'for people, or for an audit').choices([...accessFormats]).default('table'),
    )
    .option('--exit-code', 'exit code 4 where rights are not as they are declared', false)
    .option('--no-color', 'no colours')
    .action(async (words: readonly string[], options: AccessOptions) => {
      const { access } = await import('../remote/access.ts');
      done(await access(words, options, host));
    });
}

import { type Command, Option } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import { type AccessOptions, accessFormats } from '../remote/access-options.ts';
import { jobs } from '../remote/plan-options.ts';

export function addAccess(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('access')
    .argument('[servers...]', 'a server of servers.yaml, or one project: kobo-prod/household; left out: all')
    .summary('who may do what with projects, beside what servers.yaml declares')
    .option('--dictionary <folder>', 'the folder of the dictionary; left out: the nearest one')
    .option('--jobs <number>', 'how many projects at a time', jobs, 4)
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

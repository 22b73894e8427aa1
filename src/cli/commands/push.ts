import type { Command } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import { withPlanOptions } from '../remote/plan-options.ts';
import type { PushOptions } from '../remote/push.ts';
import { withServers } from '../remote/server-options.ts';

export function addPush(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = withServers(program.command('push'), 'a server, one project, or a saved plan (plan.json)')
    .summary('brings the projects on the servers to what the dictionary says')
    .option('--plan <file>', 'carry out a saved plan')
    .option('--yes', 'do not ask', false);
  withPlanOptions(command).action(async (words: readonly string[], options: PushOptions) => {
    const { push } = await import('../remote/push.ts');
    done(await push(words, options, host));
  });
}

import type { Command } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import { withPlanOptions } from '../remote/plan-options.ts';
import type { PlanCommandOptions } from '../remote/plan.ts';
import { withServers } from '../remote/server-options.ts';

export function addPlan(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = withServers(program.command('plan'))
    .summary('what a push would change on the servers, and what was changed there')
    .option('--out <file>', 'save the plan, to be carried out as it is: lexiform push FILE')
    .option('--exit-code', 'exit code 4 where something would change, or was changed on a server', false);
  withPlanOptions(command).action(async (words: readonly string[], options: PlanCommandOptions) => {
    const { plan } = await import('../remote/plan.ts');
    done(await plan(words, options, host));
  });
}

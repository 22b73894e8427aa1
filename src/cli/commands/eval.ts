import type { Command } from 'commander';
import type { EvalOptions } from '../eval/evaluate.ts';
import type { ExitCode, Host } from '../host.ts';
import { COUNTRY, SOURCE } from '../options.ts';

export function addEval(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('eval')
    .argument('<source>', SOURCE)
    .argument('<expression>', "such as '${hh_size} > 5'")
    .summary('what an expression comes to on a submission, and why')
    .requiredOption('--record <file>', "one submission as JSON: KoboToolbox's, or with groups inside each other")
    .option('--form <name>', 'the form that was filled in; left out where there is only one')
    .option('--country <id>', COUNTRY)
    .option('--at <name>', 'the question or repeat where the expression stands; left out: outside of repeats')
    .option('--show-answers', 'show answers to personal and sensitive questions, too', false)
    .option('--no-color', 'no colours')
    .action(async (source: string, text: string, options: EvalOptions) => {
      // Only this command computes.
      const { evaluate } = await import('../eval/evaluate.ts');
      done(evaluate(source, text, options, host));
    });
}

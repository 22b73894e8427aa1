import { type Command, Option } from 'commander';
import type { TellingOptions } from '../options.ts';
import { type ServerOptions, withJobs } from './server-options.ts';

/** What `plan` and `push` have in common. */
export interface PlanOptions extends ServerOptions {
  readonly jobs: number;
  readonly format: 'pretty' | 'json';
  readonly all: boolean;
  readonly color: boolean;
}

export function withPlanOptions(command: Command): Command {
  return withJobs(command)
    .addOption(
      new Option('--format <name>', 'for people or for programs').choices(['pretty', 'json']).default('pretty'),
    )
    .option('--all', 'every change, not only the first of many', false)
    .option('--no-color', 'no colours');
}

/** How findings are told that keep a dictionary from being pushed. */
export function findingOptions({ format, all, color }: PlanOptions): TellingOptions {
  const told = format === 'json' ? [{ format: 'json', file: undefined } as const] : [];
  return { format: told, failOn: 'error', quiet: false, all, color };
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { TellingOptions } from '../options.ts';

/** What `plan` and `push` have in common. */
export interface PlanOptions {
  readonly dictionary?: string;
  readonly jobs: number;
  readonly format: 'pretty' | 'json';
  readonly all: boolean;
  readonly color: boolean;
}

const MOST_JOBS = 16;

export function withPlanOptions(command: Command): Command {
  return command
    .option('--dictionary <folder>', 'the folder of the dictionary; left out: the nearest one')
    .option('--jobs <number>', 'how many projects at a time', jobs, 4)
    .addOption(
      new Option('--format <name>', 'for people or for programs').choices(['pretty', 'json']).default('pretty'),
    )
    .option('--all', 'every change, not only the first of many', false)
    .option('--no-color', 'no colours');
}

export function jobs(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1) throw new InvalidArgumentError(`It is a whole number from 1 to ${MOST_JOBS}.`);
  if (number > MOST_JOBS) throw new InvalidArgumentError(`At most ${MOST_JOBS}: the server is shared with others.`);
  return number;
}

/** How findings are told that keep a dictionary from being pushed. */
export function findingOptions({ format, all, color }: PlanOptions): TellingOptions {
  const told = format === 'json' ? [{ format: 'json', file: undefined } as const] : [];
  return { format: told, failOn: 'error', quiet: false, all, color };
}

import { type Command, InvalidArgumentError } from 'commander';

/** What commands about servers take before anything else. */
export interface ServerOptions {
  readonly dictionary?: string;
}

const MOST_JOBS = 16;

/** The servers that a command is about, and the dictionary that names them. */
export function withServers(
  command: Command,
  what = 'a server of servers.yaml, or one project: kobo-prod/household',
): Command {
  return withDictionary(command.argument('[servers...]', `${what}; left out: all`));
}

export function withDictionary(command: Command): Command {
  return command.option('--dictionary <folder>', 'the folder of the dictionary; left out: the nearest one');
}

export function withJobs(command: Command): Command {
  return command.option('--jobs <number>', 'how many projects at a time', jobs, 4);
}

function jobs(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1) throw new InvalidArgumentError(`It is a whole number from 1 to ${MOST_JOBS}.`);
  if (number > MOST_JOBS) throw new InvalidArgumentError(`At most ${MOST_JOBS}: the server is shared with others.`);
  return number;
}

import { PublishError } from '../formats/publish-error.ts';
import { type Host, UsageError } from './host.ts';

/** Tells what the user can mend: a wrong call, or a file that cannot be put in place. False for anything else. */
export function tellUsersMatter(error: unknown, host: Host): boolean {
  if (error instanceof UsageError) host.err(`${error.message}\n${error.help}\n`);
  else if (error instanceof PublishError) host.err(`${error.message}\n`);
  else return false;
  return true;
}

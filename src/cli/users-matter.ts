import { PublishError } from '../formats/publish-error.ts';
import { RemoteError } from '../remote/remote-error.ts';
import { StoreError } from '../store/store-error.ts';
import { EXIT, type ExitCode, type Host, UsageError } from './host.ts';

/**
 * Tells what the user can mend: a wrong call, a file that cannot be put in place, a store that cannot be used, or a server that
 * cannot be reached or refuses. Answers the exit code; undefined for anything else.
 */
export function tellUsersMatter(error: unknown, host: Host): ExitCode | undefined {
  if (error instanceof UsageError || error instanceof RemoteError || error instanceof StoreError)
    host.err(`${error.message}\n${error.help}\n`);
  else if (error instanceof PublishError) host.err(`${error.message}\n`);
  else return undefined;
  return error instanceof RemoteError ? EXIT.remote : EXIT.usage;
}

import { quote } from '../../diagnostics/quote.ts';
import type { Server } from '../../remote/servers/server.ts';
import { type Host, UsageError } from '../host.ts';

/**
 * The API key of the account on a server. What is wrong with it is told without a letter of it.
 * @throws UsageError where it is not there, or is no key
 */
export function tokenFor({ name, tokenEnv }: Server, host: Host): string {
  const token = host.env(tokenEnv)?.trim() ?? '';
  if (token === '')
    throw new UsageError(
      `The environment variable ${tokenEnv} is not set: it holds the API key of your account on ${quote(name)}.`,
      howToSet(tokenEnv),
    );
  if (/^[\u0021-\u007E]+$/.test(token) && !/^["']|["']$/.test(token)) return token;
  throw new UsageError(
    `The environment variable ${tokenEnv} holds something else than the API key alone.`,
    'Take away blanks, quotation marks and the word Token: only the forty letters and digits belong there.',
  );
}

/** Each way asks for the key, so that it is not kept with the commands that were typed. */
function howToSet(variable: string): string {
  return [
    'Copy the key in KoboToolbox (Account settings, Security). Then type this, press Enter and paste it:',
    `  Windows PowerShell   $env:${variable} = Read-Host`,
    `  Windows cmd          set /p ${variable}=`,
    `  macOS, Linux         read -rs ${variable} && export ${variable}`,
  ].join('\n');
}

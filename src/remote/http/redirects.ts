import type { AxiosResponse } from 'axios';
import { quote } from '../../diagnostics/quote.ts';
import { RemoteError } from '../remote-error.ts';
import { isInTheClear } from './address.ts';
import type { HttpOptions, HttpRequest } from './http.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function isRedirect(status: number): boolean {
  return REDIRECTS.has(status);
}

/**
 * Where a reply sends the request on to; undefined where it is the answer. Files lie in stores of another address; all else
 * is on the server, and somebody who changes something should know where.
 * @throws RemoteError where it is not to be followed
 */
export function nextAddress(
  { status, headers }: AxiosResponse,
  from: URL,
  request: HttpRequest,
  options: HttpOptions,
  isFile: boolean,
): URL | undefined {
  if (!isRedirect(status)) return undefined;
  const location: unknown = headers['location'];
  const known = typeof location === 'string' && URL.canParse(location, from.href);
  const next = known ? new URL(location, from) : undefined;
  const isSafe = next !== undefined && /^https?:$/.test(next.protocol) && !isInTheClear(next);
  if (isSafe && request.method === 'GET' && (isFile || next.origin === from.origin)) return next;
  // A path or query may hold a signature.
  const where = next === undefined ? 'an address that is none' : quote(next.origin);
  throw new RemoteError(
    'not-understood',
    `Cannot ${request.doing}: ${quote(options.server)} sends the request on to ${where} (${status}).`,
    {
      help: `If that is where the server is now, write it as \`url\` of ${quote(options.server)} in servers.yaml.`,
      status,
    },
  );
}

import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { type AxiosError, isAxiosError } from 'axios';
import { retryAfter } from 'axios-retry';
import { quote } from '../../diagnostics/quote.ts';
import { RemoteError } from '../remote-error.ts';
import { LARGEST } from './defaults.ts';
import type { HttpOptions, HttpRequest } from './http.ts';
import { isTooLarge, statusOf } from './outcome.ts';
import { replyError } from './reply-error.ts';
import { wayError } from './way-error.ts';

const MEGABYTE = 1024 * 1024;

/** The one place where failures of the way get their words; what axios says, with all that it holds, ends here. */
export function toRemoteError(error: unknown, address: URL, request: HttpRequest, options: HttpOptions): Error {
  if (error instanceof RemoteError) return error;
  if (!isAxiosError(error))
    return isSystemError(error) ? wayError(error.code, address, request, options) : asError(error);
  if (isTooLarge(error)) return tooLargeError(request, options);
  const status = statusOf(error);
  if (status === undefined) return wayError(error.code, address, request, options);
  return replyError({ status, text: textOf(error), wait: retryAfter(error) }, request, options);
}

/** A page for people in place of data. */
export function pageError({ doing }: HttpRequest, { server }: HttpOptions): RemoteError {
  return new RemoteError(
    'not-understood',
    `Cannot ${doing}: a web page came in place of an answer of ${quote(server)}.`,
    {
      help: 'Either a network wants somebody to log in (open any page in a browser), or `url` in servers.yaml is not the address of KoboToolbox.',
    },
  );
}

export function endlessError({ doing }: HttpRequest, { server }: HttpOptions): RemoteError {
  return new RemoteError('broken', `Cannot ${doing}: ${quote(server)} sends the request on, again and again.`, {
    help: 'Tell who runs the server.',
  });
}

function tooLargeError({ doing }: HttpRequest, { server, largest = LARGEST }: HttpOptions): RemoteError {
  const limit = `${Math.round((largest / MEGABYTE) * 10) / 10} MB`;
  return new RemoteError('not-understood', `Cannot ${doing}: the answer of ${quote(server)} is longer than ${limit}.`, {
    help: 'Ask for less at a time.',
  });
}

function textOf({ response }: AxiosError): string {
  const data: unknown = response?.data;
  if (data instanceof Readable) data.destroy();
  return data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : '';
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

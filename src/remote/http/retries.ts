import { Readable } from 'node:stream';
import type { AxiosError } from 'axios';
import { exponentialDelay, type IAxiosRetryConfig, retryAfter } from 'axios-retry';
import { LONGEST_PAUSE, PAUSE, RETRIES } from './defaults.ts';
import type { HttpOptions, HttpRequest } from './http.ts';
import { isTooLarge, statusOf, wayFailure, type WayFailure } from './outcome.ts';

/** The server, or what stands before it, is busy or being started. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);
/** No connection was made, so nothing was sent. */
const NOT_SENT: ReadonlySet<WayFailure> = new Set(['refused', 'offline']);
/** These do not pass by waiting. */
const LASTING: ReadonlySet<WayFailure> = new Set(['no-name', 'distrusted', 'proxy']);

/** How a request is sent again: after growing pauses, or after the one that the server asks for. */
export function retriesOf(request: HttpRequest, options: HttpOptions): IAxiosRetryConfig {
  const { pause = PAUSE, retries = RETRIES, onRetry } = options;
  return {
    retries,
    // Without this, pauses would count as silence of the server.
    shouldResetTimeout: true,
    retryCondition: (error) => mayRepeat(error, request, options),
    retryDelay: (count, error) => {
      // It is doubled before the first use.
      const ms = exponentialDelay(count, error, pause / 2);
      onRetry?.({ doing: request.doing, reason: reasonOf(error), ms });
      if (error.response?.data instanceof Readable) error.response.data.destroy();
      return ms;
    },
  };
}

/** Only where that is safe, and may help. */
function mayRepeat(error: AxiosError, request: HttpRequest, { longestPause = LONGEST_PAUSE }: HttpOptions): boolean {
  if (isTooLarge(error) || retryAfter(error) > longestPause) return false;
  const status = statusOf(error);
  const failure = wayFailure(error.code);
  if (status === undefined && NOT_SENT.has(failure)) return true;
  if (request.method !== 'GET' && request.repeatable !== true) return false;
  return status === undefined ? !LASTING.has(failure) : PASSING.has(status);
}

/** In a few words, for a line of progress. */
function reasonOf(error: AxiosError): string {
  const status = statusOf(error);
  if (status !== undefined) return `the server is busy (${status})`;
  return wayFailure(error.code) === 'silent' ? 'the server is silent' : 'the connection broke off';
}

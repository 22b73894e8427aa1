import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { type Answer, createAsk } from './ask.ts';
import { createClock } from './clock.ts';
import { readOn } from './download.ts';
import { TIMEOUT } from './defaults.ts';
import { pageError, toRemoteError } from './failure.ts';
import type { Http, HttpOptions } from './http.ts';

/** The way to one server, with its token. */
export function createHttp(options: HttpOptions): Http {
  const url = options.url.replace(/\/+$/, '');
  const base = new URL(url);
  const ask = createAsk(base, options);
  const clock = createClock();
  return {
    server: options.server,
    url,
    waited: clock.waited,
    send: async (request) => {
      const { response } = await clock.during(ask(request, false));
      if (isPage(response)) throw pageError(request, options);
      return { status: response.status, text: textOf(response.data) };
    },
    download: async (request) => {
      const answer = await clock.during(ask(request, true));
      const { data } = answer.response;
      if (!(data instanceof Readable)) throw pageError(request, options);
      const failed = (error: unknown): Error => toRemoteError(error, answer.address, request, options);
      if (isOwnPage(answer, base)) {
        data.destroy();
        throw pageError(request, options);
      }
      return readOn(data, { timeout: request.timeout ?? options.timeout ?? TIMEOUT, clock, failed });
    },
  };
}

/** Undefined where a reply has no body. */
function textOf(data: unknown): string {
  const text =
    data instanceof Uint8Array ? Buffer.from(data.buffer, data.byteOffset, data.length).toString('utf8') : '';
  return text.replace(/^\uFEFF/, '');
}

/** A page for people, as a network shows that wants somebody to log in. */
function isPage({ headers }: Answer['response']): boolean {
  return /html/i.test(String(headers['content-type'] ?? ''));
}

/** A server that wants somebody to log in sends on to such a page; a file may be a page, too. */
function isOwnPage({ response, address, hops }: Answer, base: URL): boolean {
  return hops > 0 && address.origin === base.origin && isPage(response);
}

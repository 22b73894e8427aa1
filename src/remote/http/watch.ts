import http from 'node:http';
import https from 'node:https';

/** What axios asks of whatever sends its requests. */
export interface Transport {
  readonly request: (
    options: https.RequestOptions,
    onReply: (reply: http.IncomingMessage) => void,
  ) => http.ClientRequest;
}

/** How often the bytes of a connection are counted, within the time that it may be silent. */
const LOOKS = 10;

/** Something that ended a request before the server did. */
export class WayError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export const SILENT = 'SILENT';
/** Followed by the status that the proxy gave. */
export const PROXY_REFUSED = 'PROXY_';

/** How requests are sent. */
interface Watched {
  readonly timeout: number;
  /** Whether the reply is watched to its end. */
  readonly whole: boolean;
  /** All authorities that are trusted, where they are not those that Node knows. */
  readonly ca: readonly string[] | undefined;
}

/**
 * Sends requests, and gives one up when no byte moves for so many milliseconds, be it on the way to the name, the proxy,
 * the server or back.
 */
export function watchedTransport({ timeout, whole, ca }: Watched): Transport {
  return {
    request: (options, onReply) => {
      // Not left to the agent: one for proxies would take it for the proxy's.
      const trusting = ca === undefined ? options : { ...options, ca: [...ca] };
      const request = (options.protocol === 'https:' ? https : http).request(trusting, onReply);
      const stop = watch(request, timeout);
      request.once('close', stop);
      if (!whole) request.once('response', stop);
      // What a proxy says of itself would be read as the server's reply.
      request.once('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
        if (statusCode !== 200) request.destroy(new WayError(`${PROXY_REFUSED}${statusCode}`));
      });
      return request;
    },
  };
}

function watch(request: http.ClientRequest, timeout: number): () => void {
  let moved = 0;
  let silent = 0;
  const timer = setInterval(() => {
    const { bytesRead = 0, bytesWritten = 0 } = request.socket ?? {};
    silent = bytesRead + bytesWritten === moved ? silent + 1 : 0;
    moved = bytesRead + bytesWritten;
    if (silent >= LOOKS) request.destroy(new WayError(SILENT));
  }, timeout / LOOKS);
  return () => clearInterval(timer);
}

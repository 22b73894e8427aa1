import { rootCertificates } from 'node:tls';
import type { AxiosRequestConfig } from 'axios';
import { createAgents } from './agents.ts';
import { bodyOf } from './body.ts';
import { LARGEST, TIMEOUT } from './defaults.ts';
import type { HttpOptions, HttpRequest } from './http.ts';
import { isRedirect } from './redirects.ts';
import { retriesOf } from './retries.ts';
import { watchedTransport } from './watch.ts';

/** What axios is told of a request to an address. */
export function createConfig(
  base: URL,
  options: HttpOptions,
): (request: HttpRequest, address: URL, isFile: boolean) => AxiosRequestConfig {
  const { largest = LARGEST, token } = options;
  const ca = options.ca === undefined ? undefined : [...rootCertificates, options.ca];
  const agents = createAgents(options);
  return (request, address, isFile) => {
    const { data, headers } = bodyOf(request);
    // The token is the server's own; nobody else is to see it.
    const authorization = address.origin === base.origin ? { Authorization: `Token ${token}` } : {};
    const isRepeatable = request.method === 'GET' || request.repeatable === true;
    return {
      adapter: 'http',
      method: request.method,
      url: address.href,
      ...(data === undefined ? {} : { data }),
      headers: { Accept: isFile ? '*/*' : 'application/json', 'User-Agent': 'lexiform', ...authorization, ...headers },
      transformRequest: [(body: unknown) => body],
      responseType: isFile ? 'stream' : 'arraybuffer',
      maxRedirects: 0,
      maxContentLength: isFile ? -1 : largest,
      proxy: false,
      transport: watchedTransport({ timeout: request.timeout ?? options.timeout ?? TIMEOUT, whole: !isFile, ca }),
      validateStatus: (status) => isAnswer(status, request),
      ...agents(address, isRepeatable),
      'axios-retry': retriesOf(request, options),
    };
  };
}

function isAnswer(status: number, { accept = [] }: HttpRequest): boolean {
  return (status >= 200 && status < 300) || isRedirect(status) || accept.includes(status);
}

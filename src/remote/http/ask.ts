import { Readable } from 'node:stream';
import { type AxiosResponse, create } from 'axios';
import axiosRetry from 'axios-retry';
import { safeAddress } from './address.ts';
import { createConfig } from './config.ts';
import { endlessError, toRemoteError } from './failure.ts';
import type { HttpOptions, HttpRequest } from './http.ts';
import { nextAddress } from './redirects.ts';

export interface Answer {
  readonly response: AxiosResponse<unknown>;
  /** Where it came from. */
  readonly address: URL;
  /** How often the server sent the request on. */
  readonly hops: number;
}

/** @throws RemoteError where no reply comes, or none that is an answer */
export type Ask = (request: HttpRequest, isFile: boolean) => Promise<Answer>;

const MOST_HOPS = 5;

/** Sends requests, again where that is safe, and follows where the server sends them on. */
export function createAsk(base: URL, options: HttpOptions): Ask {
  const client = create();
  axiosRetry(client);
  const configOf = createConfig(base, options);
  return async (request, isFile) => {
    let address = safeAddress(base, request, options);
    for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
      const at = address;
      const response = await client.request<unknown>(configOf(request, at, isFile)).catch((error: unknown) => {
        throw toRemoteError(error, at, request, options);
      });
      const next = nextAddress(response, at, request, options, isFile);
      if (!next) return { response, address, hops };
      if (response.data instanceof Readable) response.data.destroy();
      address = next;
    }
    throw endlessError(request, options);
  };
}

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { onTestFinished } from 'vitest';
import { createHttp } from '../../../src/remote/http/create-http.ts';
import type { Http, HttpOptions } from '../../../src/remote/http/http.ts';
import { RemoteError } from '../../../src/remote/remote-error.ts';

export const TOKEN = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';
export const READ = { method: 'GET', path: '/thing/', doing: 'read the thing' } as const;
export const WRITE = { method: 'POST', path: '/thing/', json: { a: 1 }, doing: 'write the thing' } as const;

/** A way to a server without long pauses. */
export function wayTo(url: string, options: Partial<HttpOptions> = {}): Http {
  return createHttp({
    server: 'kobo-test',
    url,
    token: TOKEN,
    tokenEnv: 'KOBO_TOKEN',
    pause: 1,
    timeout: 2000,
    ...options,
  });
}

/** A server on this machine for one test; `answers` come one a request, the last one again and again. */
export async function serverWith(...answers: readonly RequestListener[]): Promise<Served> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    answer?.(request, response);
  });
  return { url: `http://127.0.0.1:${await portOf(server)}`, requests };
}

export interface Served {
  readonly url: string;
  readonly requests: readonly IncomingMessage[];
}

/** Listens on a port of this machine until the test is over. */
export async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    if (server instanceof HttpServer) server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

export const fine: RequestListener = (_, response) => json(response, { fine: true });

export async function refusalOf(work: Promise<unknown>): Promise<RemoteError> {
  const error: unknown = await work.then(
    () => 'it was not refused',
    (reason: unknown) => reason,
  );
  if (error instanceof RemoteError) return error;
  throw new Error(`not a RemoteError: ${String(error)}`);
}

import type { IncomingMessage } from 'node:http';
import type { User } from './state.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** One request, read to its end. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Nobody for a request without credentials. */
  readonly user: User | null;
  /** `http://127.0.0.1:PORT`, which starts every address in a reply. */
  readonly origin: string;
  readonly body: Uint8Array;
  readonly address: URL;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Why KoboToolbox broke down, which only its log says. */
  readonly cause?: string;
}

/** A reply that ends the work on a request wherever it stands. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`HTTP ${status}`);
    this.reply = json(status, value, headers);
  }
}

/** An exception that kpi does not catch. */
export function brokenDown(cause: string): Reply {
  return { ...json(500, { error: 'Server Error (500)' }), cause };
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function nothing(): Reply {
  return { status: 204 };
}

/** What is there but hidden is just not found; what is not there at all is named by its kind. */
export function notFound(kind?: string): Refusal {
  return new Refusal(404, { detail: kind === undefined ? 'Not found.' : `No ${kind} matches the given query.` });
}

export const invalid = (value: unknown): Refusal => new Refusal(400, value);

export const denied = (): Refusal => new Refusal(403, { detail: 'You do not have permission to perform this action.' });

export const unauthenticated = (detail = 'Authentication credentials were not provided.'): Refusal =>
  new Refusal(401, { detail }, { 'WWW-Authenticate': 'Session' });

export const methodNotAllowed = (method: string): Refusal =>
  new Refusal(405, { detail: `Method "${method}" not allowed.` });

export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Refusal(413, { detail: 'Request Entity Too Large' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

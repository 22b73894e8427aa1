import type { Readable } from 'node:stream';
import type { Permission } from '../servers/server.ts';

/** One request, in words that an error can be made of. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the address of the server, beginning with `/`; or a whole address that the server itself gave. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as multipart/form-data. */
  readonly form?: readonly FormField[];
  /** What it is for, to follow "cannot": `read the project "Household"`. */
  readonly doing: string;
  /** Whether sending it twice does no more than sending it once; that is so for GET without saying. */
  readonly repeatable?: boolean;
  /** Replies that are an answer and no failure, beside 2xx. */
  readonly accept?: readonly number[];
  /** Milliseconds without a byte, where it takes the server longer than others. */
  readonly timeout?: number;
  /** The right that the server wants for it, to be named where it is missing. */
  readonly needs?: Permission;
}

export type FormField =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly fileName: string; readonly type: string; readonly bytes: Uint8Array };

export interface HttpReply {
  readonly status: number;
  readonly text: string;
}

/** The one way to a server. */
export interface Http {
  /** What people call the server. */
  readonly server: string;
  /** The address of the server, without a slash at its end. */
  readonly url: string;
  /** @throws RemoteError where no reply comes, or one that is neither 2xx nor accepted */
  readonly send: (request: HttpRequest) => Promise<HttpReply>;
  /** The bytes of a file as they come. @throws RemoteError, also while it is read */
  readonly download: (request: HttpRequest) => Promise<Readable>;
  /** Milliseconds spent waiting for the server so far; those of requests at the same time count once. */
  readonly waited: () => number;
}

/** What the way to a server depends on outside; everything has a default but the address and the token. */
export interface HttpOptions {
  /** What people call the server. */
  readonly server: string;
  readonly url: string;
  readonly token: string;
  /** The environment variable that the token came from. */
  readonly tokenEnv: string;
  /** Certificates in PEM of authorities that are trusted beside the known ones. */
  readonly ca?: string;
  /** `http://proxy:3128` for an address that is reached through one. */
  readonly proxy?: (address: URL) => string | undefined;
  /** Milliseconds without a byte before a request is given up. */
  readonly timeout?: number;
  /** Bytes of the longest reply that is taken, files apart. */
  readonly largest?: number;
  /** How often a request is sent again, and the first pause in milliseconds, doubled each time. */
  readonly retries?: number;
  readonly pause?: number;
  /** Milliseconds that a server may ask to wait before a request is sent again. */
  readonly longestPause?: number;
  /** Told of each pause before a request is sent again. */
  readonly onRetry?: (retry: { readonly doing: string; readonly reason: string; readonly ms: number }) => void;
}

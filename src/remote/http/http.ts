import type { Readable } from 'node:stream';

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
  /** The address of the server, without a slash at its end. */
  readonly url: string;
  /** @throws RemoteError where no reply comes, or one that is neither 2xx nor accepted */
  readonly send: (request: HttpRequest) => Promise<HttpReply>;
  /** The bytes of a file as they come. @throws RemoteError, also while it is read */
  readonly download: (request: HttpRequest) => Promise<Readable>;
  /** Milliseconds spent waiting for the server so far. */
  readonly waited: () => number;
}

/** What the way to a server depends on outside; everything has a default but the address and the token. */
export interface HttpOptions {
  /** What people call the server. */
  readonly server: string;
  readonly url: string;
  readonly token: string;
  /** Certificates in PEM of authorities that are trusted beside the known ones. */
  readonly ca?: string;
  /** `http://proxy:3128`; undefined for none. */
  readonly proxy?: string;
  /** Milliseconds without a byte before a request is given up. */
  readonly timeout?: number;
  /** How often a request is sent again, and the first pause in milliseconds, doubled each time. */
  readonly retries?: number;
  readonly pause?: number;
  /** Told of each pause before a request is sent again. */
  readonly onRetry?: (retry: { readonly doing: string; readonly reason: string; readonly ms: number }) => void;
}

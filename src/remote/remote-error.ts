/**
 * A server or the way to it failed, or the server refused. Its words may be shown to anybody: no token, no answer of a
 * submission and no address with a secret in it is ever part of them.
 */
export class RemoteError extends Error {
  override readonly name = 'RemoteError';
  readonly kind: RemoteFailure;
  /** What a person can do about it. */
  readonly help: string;
  /** The status of the reply; undefined where none came. */
  readonly status: number | undefined;

  constructor(kind: RemoteFailure, message: string, { help, status }: { help: string; status?: number }) {
    super(message);
    this.kind = kind;
    this.help = help;
    this.status = status;
  }
}

export type RemoteFailure =
  /** No whole reply came: no connection, a time-out, a cut. */
  | 'unreachable'
  /** The token is not known, or may not do this. */
  | 'denied'
  | 'not-found'
  /** The server says what is wrong with what it was sent. */
  | 'refused'
  /** The server failed by itself, or is busy. */
  | 'broken'
  /** A reply that means nothing to Lexiform. */
  | 'not-understood';

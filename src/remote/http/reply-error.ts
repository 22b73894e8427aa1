import { quote } from '../../diagnostics/quote.ts';
import { RemoteError, type RemoteFailure } from '../remote-error.ts';
import type { HttpOptions, HttpRequest } from './http.ts';
import { reasonIn } from './reasons.ts';

/** A reply that is a failure, as far as words are made of it. */
export interface FailedReply {
  readonly status: number;
  readonly text: string;
  /** Milliseconds that the server asks to wait. */
  readonly wait: number;
}

interface Words {
  readonly kind: RemoteFailure;
  /** Follows the name of the server. */
  readonly why: string;
  readonly help: string;
}

const ADDRESS = 'It is the address where you log in to KoboToolbox, such as https://kf.example.org';

/** The server refused, or failed. */
export function replyError(reply: FailedReply, request: HttpRequest, options: HttpOptions): RemoteError {
  const { kind, why, help } = wordsFor(reply, request, options);
  const said = withoutToken(reasonIn(reply.text), options);
  const reason = said === undefined ? '' : ` It said: ${said}`;
  const message = `Cannot ${request.doing}: ${quote(options.server)} ${why}.${reason}`;
  return new RemoteError(kind, message, { help, status: reply.status });
}

/** Pages for developers echo what they were sent. */
function withoutToken(reason: string | undefined, { token }: HttpOptions): string | undefined {
  return token === '' ? reason : reason?.replaceAll(token, '(the token)');
}

function wordsFor(reply: FailedReply, request: HttpRequest, options: HttpOptions): Words {
  const { status } = reply;
  if (status >= 500 || status === 429) return broken(reply);
  const special = specialWords(request, options)[status];
  return (
    special ?? {
      kind: 'refused',
      why: `refuses it (${status})`,
      help: 'Mend what it names. If nothing is named, tell who runs the server.',
    }
  );
}

function specialWords(
  { needs }: HttpRequest,
  { server, tokenEnv }: HttpOptions,
): Readonly<Partial<Record<number, Words>>> {
  const right = needs === undefined ? 'the right to do this' : `the right ${quote(needs)}`;
  return {
    401: {
      kind: 'denied',
      why: 'does not take the token',
      help: `Copy the API key of your account anew (Account settings, Security) into the environment variable ${tokenEnv}.`,
    },
    402: {
      kind: 'refused',
      why: 'has reached a limit of the plan that is paid for',
      help: 'Whoever owns the account sees it under Account settings, Usage.',
    },
    403: {
      kind: 'denied',
      why: `says that the owner of the token has not ${right}`,
      help: `Whoever manages the project can give it under Settings, Sharing. The token is that of ${tokenEnv}.`,
    },
    404: {
      kind: 'not-found',
      // KoboToolbox hides what somebody has no right to see.
      why: `does not know it, or the owner of the token has not ${needs === undefined ? 'the right to see it' : right}`,
      help: `Check \`uid\` and \`url\` of ${quote(server)} in servers.yaml. ${ADDRESS}`,
    },
    410: {
      kind: 'not-understood',
      why: 'does not offer this any more',
      help: 'A newer version of Lexiform may know what took its place.',
    },
    413: {
      kind: 'refused',
      why: 'takes nothing that large',
      help: 'Make the file smaller, or ask who runs the server to allow more.',
    },
  };
}

function broken({ status, wait }: FailedReply): Words {
  if (status === 429 || wait > 0) {
    const asks = wait > 0 ? ` and asks to wait ${Math.ceil(wait / 1000)} seconds` : '';
    return { kind: 'broken', why: `is busy (${status})${asks}`, help: 'Run it again later.' };
  }
  const help = 'Run it again later. If it stays so, tell who runs the server: its log says more.';
  return { kind: 'broken', why: `failed by itself (${status})`, help };
}

import type { AxiosError } from 'axios';
import { quote } from '../../diagnostics/quote.ts';
import { RemoteError } from '../remote-error.ts';
import { TIMEOUT } from './defaults.ts';
import type { HttpOptions, HttpRequest } from './http.ts';
import { wayFailure } from './outcome.ts';
import { PROXY_REFUSED } from './watch.ts';

/** A request may have a time of its own. */
function timeoutOf({ timeout }: HttpRequest): { readonly timeout?: number } {
  return timeout === undefined ? {} : { timeout };
}

interface Words {
  readonly why: string;
  readonly help: string;
}

const LATER = 'Look whether this computer is connected, then run it again.';

/** No whole reply came. */
export function wayError(
  code: AxiosError['code'],
  address: URL,
  request: HttpRequest,
  options: HttpOptions,
): RemoteError {
  const { why, help } = wordsFor(code ?? '', address, { ...options, ...timeoutOf(request) });
  // Only what changes something is worth a second look.
  const unsure = request.method !== 'GET' && ['cut', 'silent'].includes(wayFailure(code));
  const note = unsure ? ' It may have been carried out all the same.' : '';
  return new RemoteError('unreachable', `Cannot ${request.doing}: ${why}.${note}`, { help });
}

function wordsFor(code: string, address: URL, options: HttpOptions): Words {
  const { server } = options;
  const proxy = options.proxy?.(address);
  const host = quote(address.host);
  const way = proxy === undefined ? host : `the proxy ${quote(proxyName(proxy))}`;
  const through = proxy === undefined ? host : `${host}, through ${way},`;
  switch (wayFailure(code)) {
    case 'no-name':
      return { why: `there is no ${way}`, help: `Check \`url\` of ${quote(server)} in servers.yaml, and the network.` };
    case 'offline':
      return { why: `there is no way to ${way}`, help: LATER };
    case 'refused':
      return { why: `${way} takes no connection`, help: `Is it the right address, and is it running? ${LATER}` };
    case 'silent':
      return { why: `${through} sent nothing for ${seconds(options.timeout)}`, help: LATER };
    case 'proxy':
      return proxyWords(code.slice(PROXY_REFUSED.length), proxyName(proxy ?? ''), host);
    case 'distrusted':
      return distrust(code, host, options);
    case 'cut':
      return { why: `the connection to ${through} broke off`, help: LATER };
  }
}

function proxyWords(status: string, proxy: string, host: string): Words {
  if (status === '407')
    return {
      why: `the proxy ${quote(proxy)} wants a name and a password`,
      help: 'Set them in the environment variable HTTPS_PROXY: http://NAME:PASSWORD@HOST:PORT',
    };
  return {
    why: `the proxy ${quote(proxy)} makes no connection to ${host} (${status})`,
    help: 'Ask who runs the proxy to let this address through, or name it in the environment variable NO_PROXY.',
  };
}

function distrust(code: string, host: string, { server }: HttpOptions): Words {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return {
      why: `the certificate of ${host} is ${code === 'CERT_HAS_EXPIRED' ? 'not valid any more' : 'not valid yet'}`,
      help: 'Look at the clock of this computer; if it is right, tell who runs the server.',
    };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return { why: `${host} shows the certificate of another address`, help: 'Check `url` in servers.yaml.' };
  return {
    why: `the certificate of ${host} is not trusted (${code})`,
    help: `If your organisation has an authority of its own, name its certificate (PEM): \`ca_file\` of ${quote(server)} in servers.yaml, or the environment variable NODE_EXTRA_CA_CERTS.`,
  };
}

/** Without the name and the password that may be in it. */
function proxyName(proxy: string): string {
  return URL.canParse(proxy) ? new URL(proxy).host : 'in HTTPS_PROXY';
}

function seconds(ms = TIMEOUT): string {
  return `${Math.round(ms / 100) / 10} seconds`;
}

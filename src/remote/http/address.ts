import { isIP } from 'node:net';
import { quote } from '../../diagnostics/quote.ts';
import { RemoteError } from '../remote-error.ts';
import type { HttpOptions, HttpRequest } from './http.ts';

/** Whether an address is this machine's own, which nobody listens to on the way. */
export function isLoopback({ hostname }: URL): boolean {
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

/** Whether what is sent there can be read on the way. */
export function isInTheClear(address: URL): boolean {
  return address.protocol !== 'https:' && !isLoopback(address);
}

/**
 * The whole address of a request; undefined for what is none. What a server says of itself behind a proxy often begins
 * with http:// though it is reached by https://, so an address of the same host is taken as one of the same server.
 */
export function addressOf(base: URL, path: string): URL | undefined {
  const whole = path.startsWith('/') ? `${base.href.replace(/\/$/, '')}${path}` : path;
  if (!URL.canParse(whole)) return undefined;
  const address = new URL(whole);
  if (!/^https?:$/.test(address.protocol)) return undefined;
  const isSame = address.hostname === base.hostname && base.protocol === 'https:' && address.protocol === 'http:';
  return isSame ? new URL(`${address.pathname}${address.search}`, base) : address;
}

/**
 * Where a request goes.
 * @throws RemoteError where a token or answers could be read on the way, and where there is no such address
 */
export function safeAddress(base: URL, { path, query = {}, doing }: HttpRequest, { server }: HttpOptions): URL {
  const address = addressOf(base, path);
  for (const [name, value] of Object.entries(query)) address?.searchParams.set(name, value);
  if (!address)
    throw new RemoteError('not-understood', `Cannot ${doing}: ${quote(server)} gave an address that is none.`, {
      help: 'Tell who runs the server.',
    });
  if (!isInTheClear(address)) return address;
  const sentence = `Cannot ${doing}: ${quote(address.origin)} is not protected on the way, so nothing is sent there.`;
  throw new RemoteError('unreachable', sentence, {
    help: `Write https:// in \`url\` of ${quote(server)} in servers.yaml.`,
  });
}

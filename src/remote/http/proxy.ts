import { BlockList, isIPv4 } from 'node:net';
import { isLoopback } from './address.ts';

/** The proxy that the environment names for an address, by the habits of curl and its like; undefined for none. */
export function proxyFor(address: URL, env: (name: string) => string | undefined): string | undefined {
  if (isLoopback(address) || isExcepted(address, either('no_proxy', env))) return undefined;
  const named = either(`${address.protocol.replace(':', '')}_proxy`, env) ?? either('all_proxy', env);
  if (named === undefined) return undefined;
  return /^[a-z][\d+.a-z-]*:\/\//i.test(named) ? named : `http://${named}`;
}

/** Programs disagree on large and small letters. */
function either(name: string, env: (name: string) => string | undefined): string | undefined {
  return [env(name), env(name.toUpperCase())].find((value) => value !== undefined && value.trim() !== '')?.trim();
}

/** `.example.org` and `example.org` stand for all below it, too; `*` for everything. */
function isExcepted({ hostname, port, protocol }: URL, list = ''): boolean {
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = '', wanted] = /^\[?(.*?)\]?(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '*' || isInNetwork(host, entry)) return true;
      const domain = name.replace(/^\*?\./, '');
      return (wanted === undefined || wanted === ownPort) && (host === domain || host.endsWith(`.${domain}`));
    });
}

/** `10.0.0.0/8`: addresses of a network. */
function isInNetwork(host: string, entry: string): boolean {
  const [, network = '', bits = ''] = /^([\d.]+)\/(\d+)$/.exec(entry) ?? [];
  if (!isIPv4(host) || !isIPv4(network) || Number(bits) > 32) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits));
  return list.check(host);
}

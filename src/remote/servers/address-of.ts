import type { Report } from '../../diagnostics/collector.ts';
import type { Plain } from '../../model/facets.ts';
import { isInTheClear } from '../http/address.ts';

/** The address of a server without a slash at its end; undefined where it was reported. */
export function decodeAddress({ string: { text }, origin: { location } }: Plain, report: Report): string | undefined {
  const known = text.trim();
  const whole = /^[a-z][\d+.a-z-]*:\/\//i.test(known) ? known : `https://${known}`;
  const address = URL.canParse(whole) ? new URL(whole) : undefined;
  const problem = whole === known ? problemOf(address) : 'scheme';
  if (problem !== undefined || !address) {
    report('server-url', location, { url: known, problem: problem ?? 'none', suggestion: suggested(address) });
    return undefined;
  }
  if (isInTheClear(address)) {
    report('server-in-the-clear', location, { url: known });
    return undefined;
  }
  return `${address.origin}${address.pathname}`.replace(/\/+$/, '');
}

/** What people paste is often the address of a page. */
function problemOf(address: URL | undefined): 'none' | 'page' | 'openrosa' | undefined {
  if (!address || !/^https?:$/.test(address.protocol) || address.hostname === '') return 'none';
  if (address.username !== '' || address.password !== '') return 'page';
  if (address.hash !== '' || address.search !== '' || /^\/(?:api|token|accounts|me)\b/.test(address.pathname))
    return 'page';
  return /^kc[.-]/.test(address.hostname) ? 'openrosa' : undefined;
}

function suggested(address: URL | undefined): string | undefined {
  if (!address || address.hostname === '') return undefined;
  const host = address.host.replace(/^kc(?=[.-])/, 'kf');
  return host.includes('.') ? `https://${host}` : undefined;
}

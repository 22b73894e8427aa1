import type { AxiosError } from 'axios';
import { PROXY_REFUSED, SILENT } from './watch.ts';

/** The status with which a server refused; undefined where no whole reply came, even if it began well. */
export function statusOf({ response, config }: AxiosError): number | undefined {
  if (response === undefined || config?.validateStatus?.(response.status) === true) return undefined;
  return response.status;
}

/** Whether a reply was given up because it is larger than any that is expected. */
export function isTooLarge({ message }: AxiosError): boolean {
  return message.startsWith('maxContentLength');
}

/** How the way to a server failed. */
export type WayFailure = 'no-name' | 'offline' | 'refused' | 'silent' | 'distrusted' | 'proxy' | 'cut';

const NO_WAY: ReadonlySet<string> = new Set(['EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN']);
/** Codes of OpenSSL and of Node's own look at a certificate. */
const DISTRUSTED = /CERT|SIGNATURE|^(?:ERR_TLS_|INVALID_|UNABLE_TO_|HOSTNAME_)/;

export function wayFailure(code = ''): WayFailure {
  if (code === 'ENOTFOUND') return 'no-name';
  if (NO_WAY.has(code)) return 'offline';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === SILENT || code === 'ETIMEDOUT') return 'silent';
  if (code.startsWith(PROXY_REFUSED)) return 'proxy';
  return DISTRUSTED.test(code) ? 'distrusted' : 'cut';
}

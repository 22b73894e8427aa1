import { readFileSync } from 'node:fs';
import path from 'node:path';
import { X509Certificate } from 'node:crypto';
import { quote } from '../../diagnostics/quote.ts';
import type { Server } from '../../remote/servers/server.ts';
import { reasonOf } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const HELP = 'It holds one certificate or several as text (PEM): -----BEGIN CERTIFICATE----- and so on.';

/**
 * The certificates of the authorities that are trusted for a server beside the known ones; undefined for none. `folder` is
 * that of servers.yaml.
 * @throws UsageError where the file cannot be read, or holds none
 */
export function authoritiesFor({ caFile }: Server, folder: string, host: Host): string | undefined {
  if (caFile === undefined) return undefined;
  const own = readCertificates(path.resolve(folder, caFile), caFile);
  // Node reads these by itself, but no more where there are others.
  const extra = host.env('NODE_EXTRA_CA_CERTS');
  return extra === undefined || extra === ''
    ? own
    : `${own}\n${readCertificates(path.resolve(host.cwd, extra), extra)}`;
}

function readCertificates(file: string, shown: string): string {
  const certificates = [...readText(file, shown).matchAll(CERTIFICATE)].map(([text]) => text);
  if (certificates.length > 0 && certificates.every(isCertificate)) return certificates.join('\n');
  throw new UsageError(`${quote(shown)} holds no certificate that can be read.`, HELP);
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch (error) {
    throw new UsageError(`The certificates in ${quote(shown)} cannot be read: ${reasonOf(error)}.`, HELP);
  }
}

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).subject !== undefined;
  } catch {
    return false;
  }
}

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installDebian } from '../../support/debian.ts';
import { fine, portOf, READ, refusalOf, TOKEN, wayTo } from './answers.ts';

interface Keys {
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
}

let folder = '';
let keys: Keys;

/** An authority of its own, and a certificate for `localhost` that it signed. */
function makeKeys(): Keys {
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '2',
    '-subj',
    '/CN=Test authority',
  );
  openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(path.join(folder, 'names.txt'), 'subjectAltName=DNS:localhost\n');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names.txt'];
  openssl('x509', '-req', '-in', 'server.csr', ...signed, '-out', 'server.pem');
  return { ca: textIn('ca.pem'), key: textIn('server.key'), cert: textIn('server.pem') };
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'ignore', cwd: folder });
}

function textIn(name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}

const ADVICE =
  'Private authorities are tested with certificates that openssl makes, and it was not found. Install OpenSSL so that ' +
  '"openssl" is on the PATH, then test again.';
const INSTALL_MINUTES = 5;

function findOpenssl(): void {
  if (spawnSync('openssl', ['version']).error) installDebian('openssl', INSTALL_MINUTES, ADVICE);
}

beforeAll(() => {
  findOpenssl();
  folder = mkdtempSync(path.join(tmpdir(), 'lexiform-tls-'));
  keys = makeKeys();
}, INSTALL_MINUTES * 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function tlsServer(answer: RequestListener = fine): Promise<{ port: number; seen: Record<string, unknown>[] }> {
  const seen: Record<string, unknown>[] = [];
  const port = await portOf(
    createHttpsServer({ key: keys.key, cert: keys.cert }, (request, response) => {
      seen.push(request.headers);
      answer(request, response);
    }),
  );
  return { port, seen };
}

interface Proxy {
  readonly url: string;
  /** Heads of what it was asked. */
  readonly asked: readonly string[];
}

/** A proxy that connects, or answers with a status. */
async function proxyWith(status?: number): Promise<Proxy> {
  const asked: string[] = [];
  const proxy = createHttpServer((_, response) => response.writeHead(500).end());
  proxy.on('connect', (request, socket: Socket) => {
    asked.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    if (status !== undefined) return void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 6\r\n\r\nnot me`);
    const target = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    for (const one of [target, socket]) one.on('error', () => undefined);
  });
  return { url: `127.0.0.1:${await portOf(proxy)}`, asked };
}

describe('an authority that only the organisation knows', () => {
  it('is not trusted unless it is named', async () => {
    const { port, seen } = await tlsServer();
    const error = await refusalOf(wayTo(`https://localhost:${port}`).send(READ));
    expect(error).toMatchObject({ kind: 'unreachable' });
    expect(error.message).toContain(`the certificate of "localhost:${port}" is not trusted (`);
    expect(error.help).toContain('`ca_file` of "kobo-test"');
    expect(seen).toEqual([]);
  });

  it('is trusted where it is named', async () => {
    const { port } = await tlsServer();
    expect(await wayTo(`https://localhost:${port}`, { ca: keys.ca }).send(READ)).toMatchObject({ status: 200 });
  });

  it('vouches for its own addresses only', async () => {
    const { port } = await tlsServer();
    const error = await refusalOf(wayTo(`https://127.0.0.1:${port}`, { ca: keys.ca }).send(READ));
    expect(error.message).toContain('shows the certificate of another address');
  });
});

describe('a proxy', () => {
  it('connects to the server, and learns nothing but its address', async () => {
    const { port, seen } = await tlsServer();
    const proxy = await proxyWith();
    const way = wayTo(`https://localhost:${port}`, { ca: keys.ca, proxy: () => `http://jo:s%40me@${proxy.url}` });
    expect(await way.send(READ)).toMatchObject({ status: 200 });
    expect(await way.send(READ)).toMatchObject({ status: 200 });
    // Kept for the second request.
    expect(proxy.asked).toEqual([`localhost:${port} Basic ${Buffer.from('jo:s@me').toString('base64')}`]);
    expect(seen[0]).toMatchObject({ authorization: `Token ${TOKEN}` });
    expect(seen[0]).not.toHaveProperty('proxy-authorization');
  });

  it('is told to be the one that refuses, without its password', async () => {
    const proxy = await proxyWith(407);
    const way = wayTo('https://kf.example.org', { proxy: () => `http://jo:s%40me@${proxy.url}` });
    const error = await refusalOf(way.send(READ));
    expect(error.message).toBe(`Cannot read the thing: the proxy "${proxy.url}" wants a name and a password.`);
    expect(`${error.message}${error.help}`).not.toMatch(/s%40me|s@me/);
    expect(proxy.asked).toHaveLength(1);
  });

  it('that does not let an address through is told, too', async () => {
    const proxy = await proxyWith(403);
    const error = await refusalOf(wayTo('https://kf.example.org', { proxy: () => `http://${proxy.url}` }).send(READ));
    expect(error.message).toContain(`the proxy "${proxy.url}" makes no connection to "kf.example.org" (403).`);
    expect(error.help).toContain('NO_PROXY');
  });

  it('that never answers is given up', async () => {
    const silent = createHttpServer();
    silent.on('connect', () => undefined);
    const url = `http://127.0.0.1:${await portOf(silent)}`;
    const way = wayTo('https://kf.example.org', { proxy: () => url, timeout: 100, retries: 0 });
    expect((await refusalOf(way.send(READ))).message).toContain('sent nothing for 0.1 seconds');
  });
});

import { createServer as createNetServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fine, json, portOf, READ, refusalOf, serverWith, TOKEN, wayTo, WRITE } from './answers.ts';

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString('utf8');
}

describe('connections that fail', () => {
  it('a reply that is cut in the middle is asked for again', async () => {
    const { url, requests } = await serverWith((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 100 });
      response.write('{"fine":', () => response.socket?.destroy());
    }, fine);
    expect(await wayTo(url).send(READ)).toEqual({ status: 200, text: '{"fine":true}' });
    expect(requests).toHaveLength(2);
  });

  it('so is one without a stated length, and one that is compressed', async () => {
    const { url, requests } = await serverWith(
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{"fine":', () => response.socket?.destroy());
      },
      (_, response) => {
        const bytes = gzipSync('{"fine":true}');
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
        response.write(bytes.subarray(0, bytes.length - 9), () => response.socket?.destroy());
      },
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
        response.end(gzipSync('{"fine":true}'));
      },
    );
    expect((await wayTo(url).send(READ)).text).toBe('{"fine":true}');
    expect(requests).toHaveLength(3);
  });

  it('what may have arrived is not sent twice, and that is said', async () => {
    const { url, requests } = await serverWith((request) => void request.socket.destroy());
    const error = await refusalOf(wayTo(url).send(WRITE));
    expect(requests).toHaveLength(1);
    expect(error.kind).toBe('unreachable');
    expect(error.message).toMatch(
      /^Cannot write the thing: the connection to "127\.0\.0\.1:\d+" broke off\. It may have/,
    );
  });

  it('what does no more when it arrives twice is sent again', async () => {
    const { url, requests } = await serverWith((request) => void request.socket.destroy(), fine);
    expect(await wayTo(url).send({ ...WRITE, repeatable: true })).toMatchObject({ status: 200 });
    expect(requests).toHaveLength(2);
  });

  it('anything is sent again where no connection was made', async () => {
    const holder = createNetServer();
    const port = await portOf(holder);
    holder.close();
    const retries: string[] = [];
    const way = wayTo(`http://127.0.0.1:${port}`, { retries: 2, onRetry: ({ reason }) => retries.push(reason) });
    const error = await refusalOf(way.send(WRITE));
    expect(retries).toHaveLength(2);
    expect(error.message).toBe(`Cannot write the thing: "127.0.0.1:${port}" takes no connection.`);
  });

  it('a server without a sign of life is given up, once it was tried', async () => {
    const { url, requests } = await serverWith(() => undefined);
    const error = await refusalOf(wayTo(url, { timeout: 100, retries: 1 }).send(READ));
    expect(requests).toHaveLength(2);
    expect(error.message).toMatch(/sent nothing for 0\.1 seconds\.$/);
  });

  it('a server that stops in the middle of its reply is given up, too', async () => {
    const { url } = await serverWith((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 100 });
      response.write('{');
    });
    const error = await refusalOf(wayTo(url, { timeout: 100, retries: 0 }).send(READ));
    expect(error.message).toMatch(/sent nothing for 0\.1 seconds\.$/);
  });

  it('a slow server may take longer, as long as bytes come', async () => {
    const { url } = await serverWith((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const letters = [...'{"fine":true}'];
      const timer = setInterval(() => {
        const letter = letters.shift();
        if (letter !== undefined) return void response.write(letter);
        clearInterval(timer);
        response.end();
      }, 40);
    });
    const way = wayTo(url, { timeout: 250, retries: 0 });
    expect((await way.send(READ)).text).toBe('{"fine":true}');
    expect(way.waited()).toBeGreaterThan(400);
  });

  it('a reply without end is given up', async () => {
    const { url, requests } = await serverWith((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const error = await refusalOf(wayTo(url, { largest: 1024 * 1024 }).send(READ));
    expect(error.message).toBe('Cannot read the thing: the answer of "kobo-test" is longer than 1 MB.');
    expect(requests).toHaveLength(1);
  });
});

describe('files', () => {
  it('come from a store of another address, which does not get the token', async () => {
    const store = await serverWith((_, response) => response.end('a photo'));
    const { url, requests } = await serverWith((_, response) => {
      response.writeHead(302, { Location: `${store.url}/photo.jpg?signature=1` }).end();
    });
    expect(await textOf(await wayTo(url).download(READ))).toBe('a photo');
    expect(requests[0]?.headers.authorization).toBe(`Token ${TOKEN}`);
    expect(store.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('are asked for by addresses that the server gave, elsewhere without the token', async () => {
    const { url } = await serverWith(fine);
    const other = await serverWith((_, response) => response.end('a photo'));
    expect(await textOf(await wayTo(url).download({ ...READ, path: `${other.url}/a.jpg` }))).toBe('a photo');
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('fail in words where they are cut while they are read', async () => {
    const { url } = await serverWith((_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write('the beginning', () => setTimeout(() => response.socket?.destroy(), 20));
    });
    const error = await refusalOf(textOf(await wayTo(url).download(READ)));
    expect(error.message).toMatch(/^Cannot read the thing: the connection to .* broke off\.$/);
  });

  it('may be read slowly, but may not stop coming', async () => {
    const { url } = await serverWith((_, response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write('the beginning');
    });
    const stream = await wayTo(url, { timeout: 150 }).download(READ);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const error = await refusalOf(textOf(stream));
    expect(error.message).toMatch(/sent nothing for 0\.2 seconds/);
  });

  it('are no pages on which somebody is to log in', async () => {
    const { url } = await serverWith(
      (_, response) => void response.writeHead(302, { Location: '/accounts/login/' }).end(),
      (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Log in</html>'),
    );
    expect(await refusalOf(wayTo(url).download(READ))).toMatchObject({ kind: 'not-understood' });
  });
});

describe('what must not be read on the way', () => {
  it('is sent nowhere without protection but to this machine', async () => {
    const error = await refusalOf(wayTo('http://kf.example.org').send(READ));
    expect(error.message).toContain('"http://kf.example.org" is not protected on the way');
  });

  it('is not fetched without protection, wherever the server sends us', async () => {
    const { url } = await serverWith((_, response) => {
      response.writeHead(302, { Location: 'http://store.example.org/photo.jpg?signature=secret' }).end();
    });
    const error = await refusalOf(wayTo(url).download(READ));
    expect(error.message).toContain('sends the request on to "http://store.example.org" (302)');
    expect(`${error.message} ${error.help}`).not.toContain('secret');
  });
});

describe('requests', () => {
  it('hold the token, JSON and files as KoboToolbox wants them', async () => {
    const bodies: string[] = [];
    const { url, requests } = await serverWith((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString('latin1')));
      request.on('end', () => {
        bodies.push(body);
        json(response, {});
      });
    });
    const way = wayTo(url);
    await way.send({ ...WRITE, query: { q: 'a b&c' } });
    const bytes = new Uint8Array([0x50, 0x4b]);
    await way.send({
      ...WRITE,
      json: undefined,
      form: [
        { name: 'library', value: 'false' },
        { name: 'file', fileName: 'فرم.xlsx', type: 'x/y', bytes },
      ],
    });
    expect(requests[0]).toMatchObject({ url: '/thing/?q=a+b%26c', headers: { 'content-type': 'application/json' } });
    expect(bodies[0]).toBe('{"a":1}');
    expect(bodies[1]).toMatch(/name="library"\r\n\r\nfalse\r\n/);
    expect(Buffer.from(bodies[1] ?? '', 'latin1').toString('utf8')).toContain(
      'filename="فرم.xlsx"\r\nContent-Type: x/y\r\n\r\nPK\r\n',
    );
  });

  it('go over one connection while they only read', async () => {
    const { url, requests } = await serverWith(fine);
    const way = wayTo(url);
    await way.send(READ);
    await way.send(READ);
    await way.send(WRITE);
    const [first, second, third] = requests.map(({ socket }) => socket.remotePort);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});

import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../../src/remote/http/http.ts';
import { READ, refusalOf, TOKEN, wayTo, WRITE } from './answers.ts';

const URL_OF = 'https://kf.example.org';
const THING = `${URL_OF}/thing/`;
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Answers requests in turn, the last answer again and again; counts them. */
function answers(...replies: readonly (() => Response)[]): { count: number } {
  const seen = { count: 0 };
  const reply = (): Response => {
    const next = replies[Math.min(seen.count, replies.length - 1)];
    seen.count += 1;
    return next?.() ?? HttpResponse.error();
  };
  server.use(http.get(THING, reply), http.post(THING, reply));
  return seen;
}

function status(code: number, body: unknown = { detail: 'No.' }, headers: Record<string, string> = {}): () => Response {
  return () => HttpResponse.json(body as never, { status: code, headers });
}

function sentOn(code: number, address: string): () => Response {
  return () => new HttpResponse(null, { status: code, headers: { Location: address } });
}

function inTwoSeconds(): string {
  return new Date(Date.now() + 2000).toUTCString();
}

const fine = status(200, { fine: true });
const way = (options: Partial<HttpOptions> = {}): ReturnType<typeof wayTo> => wayTo(URL_OF, options);

describe('requests are sent again', () => {
  it.each([429, 502, 503, 504])('after %i, where they only read', async (code) => {
    const seen = answers(status(code), status(code), fine);
    expect((await way().send(READ)).text).toBe('{"fine":true}');
    expect(seen.count).toBe(3);
  });

  it('up to a limit', async () => {
    const seen = answers(status(503, 'upstream is down'));
    const error = await refusalOf(way({ retries: 2 }).send(READ));
    expect(seen.count).toBe(3);
    expect(error).toMatchObject({ kind: 'broken', status: 503 });
  });

  it.each([400, 401, 403, 404, 500, 501])('never after %i', async (code) => {
    const seen = answers(status(code), fine);
    expect(await refusalOf(way().send(READ))).toMatchObject({ status: code });
    expect(seen.count).toBe(1);
  });

  it('never where they change something, unless it does no more the second time', async () => {
    const once = answers(status(503), fine);
    expect(await refusalOf(way().send(WRITE))).toMatchObject({ status: 503 });
    expect(once.count).toBe(1);
    const twice = answers(status(503), fine);
    expect(await way().send({ ...WRITE, repeatable: true })).toMatchObject({ status: 200 });
    expect(twice.count).toBe(2);
  });

  it('after the time that the server asks for, in seconds or as a date', async () => {
    for (const asking of [() => '1', inTwoSeconds]) {
      const pauses: number[] = [];
      answers(() => status(429, {}, { 'Retry-After': asking() })(), fine);
      const started = Date.now();
      await way({ onRetry: ({ ms }) => pauses.push(ms) }).send(READ);
      expect(pauses).toHaveLength(1);
      expect(Date.now() - started).toBeGreaterThan(900);
    }
  });

  it('not at all where it asks for too long', async () => {
    const seen = answers(status(429, {}, { 'Retry-After': '3600' }), fine);
    const error = await refusalOf(way().send(READ));
    expect(seen.count).toBe(1);
    expect(error.message).toBe('Cannot read the thing: "kobo-test" is busy (429) and asks to wait 3600 seconds.');
  });

  it('after pauses that grow', async () => {
    const pauses: number[] = [];
    answers(status(502));
    await refusalOf(way({ pause: 4, retries: 4, onRetry: ({ ms }) => pauses.push(ms) }).send(READ));
    for (const [index, least] of [4, 8, 16, 32].entries()) {
      expect(pauses[index]).toBeGreaterThanOrEqual(least);
      expect(pauses[index]).toBeLessThan(least * 1.3);
    }
  });
});

describe('what a server refuses is told in its words, with what to do', () => {
  it.each([
    [401, 'denied', 'does not take the token', 'KOBO_TOKEN'],
    [402, 'refused', 'has reached a limit of the plan', 'Usage'],
    [403, 'denied', 'has not the right "manage_asset"', 'Sharing'],
    [
      404,
      'not-found',
      'does not know it, or the owner of the token has not the right "manage_asset"',
      '`uid` and `url`',
    ],
    [410, 'not-understood', 'does not offer this any more', 'newer version of Lexiform'],
    [413, 'refused', 'takes nothing that large', 'smaller'],
    [400, 'refused', 'refuses it (400)', 'Mend'],
    [500, 'broken', 'failed by itself (500)', 'later'],
  ])('%i', async (code, kind, why, help) => {
    answers(status(code, { detail: 'Words of the server.' }));
    const error = await refusalOf(way().send({ ...READ, needs: 'manage_asset' }));
    expect(error).toMatchObject({ kind, status: code });
    expect(error.message).toMatch(/^Cannot read the thing: "kobo-test" /);
    expect(error.message).toContain(why);
    expect(error.message).toMatch(/\. It said: Words of the server\.$/);
    expect(error.help).toContain(help);
  });

  it('but pages made for a browser are not', async () => {
    server.use(http.get(THING, () => HttpResponse.html('<html><h1>502 Bad Gateway</h1></html>', { status: 502 })));
    const error = await refusalOf(way({ retries: 0 }).send(READ));
    expect(error.message).toBe('Cannot read the thing: "kobo-test" failed by itself (502).');
  });

  it('but the token is not, where a server says it back', async () => {
    answers(status(400, { detail: `Bad header: Token ${TOKEN}` }));
    expect((await refusalOf(way().send(READ))).message).toContain('Bad header: Token (the token)');
  });

  it('and some refusals are answers', async () => {
    answers(status(404));
    expect(await way().send({ ...READ, accept: [404] })).toEqual({ status: 404, text: '{"detail":"No."}' });
  });
});

describe('what is no answer', () => {
  it('is a page on which a network wants somebody to log in', async () => {
    server.use(http.get(THING, () => HttpResponse.html('<html>Welcome to the hotel</html>')));
    const error = await refusalOf(way().send(READ));
    expect(error.kind).toBe('not-understood');
    expect(error.message).toBe('Cannot read the thing: a web page came in place of an answer of "kobo-test".');
  });

  it('is one from another server', async () => {
    const move = sentOn(301, 'https://eu.example.org/thing/');
    server.use(http.get(THING, move));
    const error = await refusalOf(way().send(READ));
    expect(error.message).toContain('"kobo-test" sends the request on to "https://eu.example.org" (301)');
    expect(error.help).toContain('`url` of "kobo-test"');
  });

  it('is one that goes round and round', async () => {
    const move = sentOn(302, '/thing/');
    server.use(http.get(THING, move));
    expect((await refusalOf(way().send(READ))).message).toContain('again and again');
  });

  it('is one to what must not be sent on', async () => {
    const move = sentOn(307, '/other/');
    server.use(http.post(THING, move));
    expect(await refusalOf(way().send(WRITE))).toMatchObject({ kind: 'not-understood', status: 307 });
  });
});

describe('an error', () => {
  it('holds nothing of what was sent', async () => {
    answers(status(400, { detail: 'No.' }));
    const error = await refusalOf(way().send({ ...WRITE, json: { name: 'Amina' }, query: { q: 'secret' } }));
    const all = `${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))} ${String(error.cause)}`;
    expect(all).not.toMatch(new RegExp(`Amina|secret|${TOKEN}|axios`, 'i'));
  });
});

describe('what is seen of a way', () => {
  it('is its address without a slash at its end', () => {
    expect(wayTo(`${URL_OF}/`)).toMatchObject({ server: 'kobo-test', url: URL_OF });
  });
});

import type { Kobo } from '../kobo/kobo.ts';
import { factsOf, type KoboSubmission, parseSubmission, unreadable } from './read-submission.ts';

/** Conditions in Mongo's language. */
export type Query = Readonly<Record<string, unknown>>;

/** A submission as it came, and what it says. */
export interface Received {
  readonly text: string;
  readonly json: KoboSubmission;
  readonly id: number;
}

export interface PageSource {
  readonly kobo: Pick<Kobo, 'submissions'>;
  readonly uid: string;
}

const MOST = 1000;
/** Of text on a page, in characters: several pages are in memory at a time. */
const ROOM = 2_000_000;
/** How often a page that brings nothing new is asked for again. */
const PATIENCE = 3;

/** Both conditions. */
export function both(one: Query | undefined, other: Query): Query {
  return one === undefined ? other : { $and: [one, other] };
}

/**
 * All submissions behind a number, in the order of their numbers, a page at a time; the next page is on its way while one is
 * worked on. It ends with a page that is empty, not with one that is short: servers cap pages as they like. Paging by
 * `start` would pass over a submission whenever one before it is deleted meanwhile.
 */
export async function* pagesBehind(
  source: PageSource,
  from: number,
  { filter, fields }: { readonly filter?: Query | undefined; readonly fields?: readonly string[] } = {},
): AsyncGenerator<readonly Received[]> {
  let limit = MOST / 4;
  const ask = async (behind: number): Promise<readonly Received[]> => {
    const query = both(filter, { _id: { $gt: behind } });
    return askPatiently(async () => {
      const { texts } = await source.kobo.submissions(source.uid, { query, limit, ...(fields ? { fields } : {}) });
      return receivedBehind(texts, behind);
    });
  };
  let next = ask(from);
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (!last) return;
    limit = limitAfter(page);
    next = ask(last.id);
    // It is waited for above; whoever stops before that does not care.
    next.catch(() => undefined);
    yield page;
  }
}

/** Undefined stands for a page that is to be asked for again. */
async function askPatiently(ask: () => Promise<readonly Received[] | undefined>): Promise<readonly Received[]> {
  for (let time = 0; time < PATIENCE; time += 1) {
    const page = await ask();
    if (page) return page;
  }
  throw unreadable('again and again one that had been sent before');
}

/** Those that are new; undefined where a page has some, and all were there before. */
function receivedBehind(texts: readonly string[], behind: number): readonly Received[] | undefined {
  const all = texts.map(received);
  for (const [index, { id }] of all.entries())
    if (id < (all[index - 1]?.id ?? 0)) throw unreadable('not in the order of their numbers (_id)');
  const page = all.filter(({ id }, index) => id > behind && id !== all[index + 1]?.id);
  return page.length === 0 && all.length > 0 ? undefined : page;
}

export function received(text: string): Received {
  const json = parseSubmission(text);
  return { text, json, id: factsOf(json).id };
}

function limitAfter(page: readonly Received[]): number {
  const length = page.reduce((sum, { text }) => sum + text.length, 0) / page.length;
  return Math.max(1, Math.min(MOST, Math.floor(ROOM / Math.max(length, 1))));
}

/** Numbers in one question: they stand in an address, and servers take 8,000 characters of those. */
const AT_ONCE = 200;

/** Those of some numbers that the server has and lets through. Of a page that is cut short the rest is asked for again. */
export async function* byNumbers(
  { kobo, uid }: PageSource,
  ids: readonly number[],
  { filter, fields }: { readonly filter?: Query | undefined; readonly fields?: readonly string[] } = {},
): AsyncGenerator<readonly Received[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    let open = new Set(ids.slice(at, at + AT_ONCE));
    while (open.size > 0) {
      const query = both(filter, { _id: { $in: [...open] } });
      const { texts } = await kobo.submissions(uid, { query, limit: MOST, ...(fields ? { fields } : {}) });
      const asked = open;
      const found = texts.map(received).filter(({ id }) => asked.has(id));
      if (found.length === 0) break;
      const got = new Set(found.map(({ id }) => id));
      open = new Set([...open].filter((id) => !got.has(id)));
      yield found;
    }
  }
}

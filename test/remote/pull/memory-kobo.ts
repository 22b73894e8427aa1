import { isRecord } from '../../../src/core/is-record.ts';
import type { Kobo, PageRequest, SubmissionPage } from '../../../src/remote/kobo/kobo.ts';

type Json = Record<string, unknown>;

/** The data of one project, asked as KoboToolbox is (kobo-api.md 3.1), without a network between. */
export interface MemoryKobo extends Pick<Kobo, 'submissions'> {
  readonly records: Json[];
  readonly asked: PageRequest[];
  /** Called with each request before it is answered. */
  before: (request: PageRequest, number: number) => void;
  /** Changes an answer on its way. */
  after: (page: SubmissionPage, request: PageRequest) => SubmissionPage;
  cap: number;
}

export function memoryKobo(records: Json[] = []): MemoryKobo {
  const asked: PageRequest[] = [];
  const kobo: MemoryKobo = {
    records,
    asked,
    cap: 1000,
    before: () => undefined,
    after: (page) => page,
    submissions: async (_, request) => {
      asked.push(request);
      kobo.before(request, asked.length);
      await Promise.resolve();
      const found = kobo.records.filter((each) => matches(each, request.query ?? {})).toSorted(byId);
      const start = request.start ?? 0;
      const page = found.slice(start, start + Math.min(request.limit, kobo.cap));
      return kobo.after(
        { count: found.length, texts: page.map((each) => JSON.stringify(fieldsOf(each, request))) },
        request,
      );
    },
  };
  return kobo;
}

/** A submission; `id` is its number. */
export function record(id: number, more: Json = {}): Json {
  const uuid = `0000${id}`;
  return {
    _id: id,
    'grp/size': String(id),
    'meta/rootUuid': `uuid:${uuid}`,
    'meta/instanceID': `uuid:${uuid}`,
    _uuid: uuid,
    __version__: 'v1',
    _submission_time: '2026-08-02T09:00:00',
    _validation_status: {},
    ...more,
  };
}

function byId(one: Json, other: Json): number {
  return Number(one['_id']) - Number(other['_id']);
}

function fieldsOf(sent: Json, { fields }: PageRequest): Json {
  if (!fields) return sent;
  const kept = new Set([...fields, '_uuid', 'meta/rootUuid']);
  return Object.fromEntries(Object.entries(sent).filter(([key]) => kept.has(key)));
}

function matches(sent: Json, query: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(query).every(([key, wanted]) => {
    if (key === '$and' && Array.isArray(wanted)) return wanted.every((each: Json) => matches(sent, each));
    return isRecord(wanted) ? operators(sent[key], wanted) : sent[key] === wanted;
  });
}

function operators(value: unknown, wanted: Json): boolean {
  return Object.entries(wanted).every(([operator, limit]) => {
    if (operator === '$in') return Array.isArray(limit) && limit.includes(value);
    if (operator === '$gt') return Number(value) > Number(limit);
    if (operator === '$gte') return String(value) >= String(limit);
    throw new Error(`no ${operator} here`);
  });
}

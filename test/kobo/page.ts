import type { Call } from './http.ts';

const USUAL = 100;

interface Window {
  readonly start: number;
  readonly limit: number;
}

/** As kpi/paginators.py reads it: `start`, `offset` or `page`; a limit above the cap is lowered in silence. */
export function windowOf(call: Call, cap: number): Window {
  const limit = Math.min(positive(call.query.get('limit')) ?? positive(call.query.get('page_size')) ?? USUAL, cap);
  const number = positive(call.query.get('page'));
  const start = positive(call.query.get('start') || call.query.get('offset'));
  return { start: start ?? (number === undefined ? 0 : (number - 1) * limit), limit };
}

function positive(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/** The addresses of the pages before and after. */
export function pageLinks(call: Call, count: number, cap: number): { next: string | null; previous: string | null } {
  const { start, limit } = windowOf(call, cap);
  const next = start + limit < count ? link(call, start + limit, limit) : null;
  const previous = start > 0 ? link(call, Math.max(0, start - limit), limit) : null;
  return { next, previous };
}

function link(call: Call, start: number, limit: number): string {
  const address = new URL(call.address);
  address.searchParams.set('limit', String(limit));
  address.searchParams.delete('offset');
  if (start > 0) address.searchParams.set('start', String(start));
  else address.searchParams.delete('start');
  return address.href;
}

/** One page of a list, in the envelope of every list. */
export function page<Item>(call: Call, items: readonly Item[], cap: number, show: (item: Item) => unknown): object {
  const { start, limit } = windowOf(call, cap);
  return {
    count: items.length,
    ...pageLinks(call, items.length, cap),
    results: items.slice(start, start + limit).map(show),
  };
}

import type { Call, Reply } from './http.ts';
import type { Converter } from './pyxform.ts';
import type { KoboState } from './state.ts';

/** What every endpoint works on. */
export interface Kobo {
  readonly state: KoboState;
  /** The most results in one page. */
  readonly pageCap: number;
  /** How many polls find an import unfinished. */
  readonly importPolls: number;
  /** None: every form deploys. */
  readonly converter: Converter | null;
}

/** `captures` are what the parts of the path with a colon stand for. */
export type Handler = (kobo: Kobo, call: Call, ...captures: string[]) => Reply | Promise<Reply>;

export interface Route {
  readonly method: string;
  /** Such as `/api/v2/assets/:uid/`. */
  readonly path: string;
  readonly handler: Handler;
}

export function route(method: string, path: string, handler: Handler): Route {
  return { method, path, handler };
}

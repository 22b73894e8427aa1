import { type Call, Refusal, type Reply, brokenDown, methodNotAllowed } from './http.ts';
import { KoboError } from './kobo-error.ts';
import type { Kobo, Route } from './kobo.ts';

interface Compiled extends Route {
  readonly pattern: RegExp;
}

const GONE =
  /^\/(?:api\/v1|asset_snapshots|asset_subscriptions|assets|environment|exports|imports|permissions|reports|tags|users|formUpload|upload)(?:\/|$)/;
const GONE_DETAIL =
  'The V1 API has been removed. Please read the migration article at https://support.kobotoolbox.org/migrating_api.html';

export type Router = (kobo: Kobo, call: Call) => Promise<Reply>;

/** The first route that matches; 405 where only the method does not. */
export function router(routes: readonly Route[]): Router {
  const compiled = routes.map((one): Compiled => ({ ...one, pattern: patternOf(one.path) }));
  return async (kobo, call) => {
    try {
      return await answer(compiled, kobo, call);
    } catch (error) {
      if (error instanceof Refusal) return error.reply;
      if (error instanceof KoboError) return brokenDown(`${error.type}: ${error.message}`);
      throw error;
    }
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '([^/.]+)')}$`);
}

async function answer(routes: readonly Compiled[], kobo: Kobo, call: Call): Promise<Reply> {
  if (GONE.test(call.path)) throw new Refusal(410, { detail: GONE_DETAIL });
  const matching = routes.filter(({ pattern }) => pattern.test(call.path));
  const route = matching.find(({ method }) => method === call.method);
  if (route) return route.handler(kobo, call, ...captured(route.pattern, call.path));
  if (matching.length > 0) throw methodNotAllowed(call.method);
  const slashed = `${call.path}/`;
  if (call.method === 'GET' && routes.some(({ pattern }) => pattern.test(slashed))) {
    return { status: 301, headers: { Location: `${slashed}${call.address.search}` } };
  }
  return { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: 'Resource not found (404)' };
}

function captured(pattern: RegExp, path: string): string[] {
  return (pattern.exec(path) ?? []).slice(1).map((part) => decodeURIComponent(part));
}

import type { Http, HttpRequest } from '../http/http.ts';
import { type Field, fieldOf } from './reply.ts';

/** KoboToolbox gives no more at a time. */
export const MOST = 1000;

/** Everything that a list has, page by page. `start` is what every version honours (kobo-api.md 0.9). */
export async function allOf(http: Http, request: HttpRequest): Promise<readonly Field[]> {
  const found: Field[] = [];
  for (;;) {
    const query = { ...request.query, limit: String(MOST), start: String(found.length) };
    const page = fieldOf(await http.send({ ...request, query }), http, request.doing);
    const results = page.at('results').list();
    found.push(...results);
    if (results.length === 0 || found.length >= page.at('count').count()) return found;
  }
}

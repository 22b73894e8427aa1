import type { FakeKobo } from './fake-kobo.ts';
import type { Row } from './state.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** What the JSON of the reply says; undefined for another reply. */
  readonly data: Row;
}

export interface Ask {
  (method: string, path: string, body?: unknown): Promise<Answer>;
}

/** Plain requests with a token; a body that is no form is sent as JSON. */
export function asking(kobo: Pick<FakeKobo, 'url'>, token?: string): Ask {
  return async (method, path, body) => {
    const isForm = body instanceof FormData || body instanceof URLSearchParams;
    const reply = await fetch(path.startsWith('http') ? path : kobo.url + path, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Token ${token}` }),
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await reply.text();
    return { status: reply.status, text, data: parsed(text) };
  };
}

function parsed(text: string): Row {
  try {
    return JSON.parse(text) as Row;
  } catch {
    return {};
  }
}

/** Waits for an import; its asset, or why there is none. */
export async function waitForImport(ask: Ask, form: FormData): Promise<Row> {
  const { data: task } = await ask('POST', '/api/v2/imports/', form);
  for (;;) {
    const { data } = await ask('GET', `/api/v2/imports/${String(task['uid'])}/`);
    if (data['status'] === 'complete' || data['status'] === 'error') return data;
  }
}

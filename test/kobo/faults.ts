import type { Socket } from 'node:net';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Call, Reply } from './http.ts';

export interface Fault {
  /** Any method where it is left out. */
  readonly method?: string;
  /** Matches the path, without the query. */
  readonly path: RegExp;
  /** How many requests it spoils. */
  readonly times: number;
  /**
   * `status`: this reply instead of the work. `slow`: the work, `ms` later. `cut`: the work, and a reply that ends in the middle
   * of its body. `reset`: the connection ends before the work. `half`: it ends after the work, before the reply.
   */
  readonly kind: 'status' | 'cut' | 'slow' | 'reset' | 'half';
  readonly status?: number;
  /** Where it is left out, the page that a proxy shows. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ms?: number;
  /** Matches that are let through first. */
  readonly after?: number;
}

interface Pending {
  readonly fault: Fault;
  left: number;
  passed: number;
}

export interface Faults {
  add(fault: Fault): void;
  /** The fault that this request suffers; it is used up by that. */
  take(method: string, path: string): Fault | undefined;
  clear(): void;
}

export function newFaults(): Faults {
  const pending: Pending[] = [];
  return {
    add: (fault) => void pending.push({ fault, left: fault.times, passed: fault.after ?? 0 }),
    take: (method, path) => {
      for (const one of pending) {
        const { fault } = one;
        if (one.left === 0 || (fault.method ?? method) !== method || !fault.path.test(path)) continue;
        if (one.passed-- > 0) continue;
        one.left -= 1;
        return fault;
      }
      return undefined;
    },
    clear: () => pending.splice(0),
  };
}

const PAGES: Readonly<Record<number, string>> = {
  429: 'Too Many Requests',
  500: 'Server Error (500)',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
};

/** Does the work or not, as the fault says; undefined where no reply is to be sent. */
export async function suffer(
  fault: Fault,
  socket: Socket,
  work: () => Promise<Reply>,
): Promise<{ readonly reply: Reply; readonly cut: boolean } | undefined> {
  if (fault.kind === 'reset') return end(socket);
  if (fault.kind === 'status') return { reply: spoiled(fault), cut: false };
  if (fault.kind === 'slow') await wait(fault.ms ?? 1000, undefined, { ref: false });
  const reply = await work();
  return fault.kind === 'half' ? end(socket) : { reply, cut: fault.kind === 'cut' };
}

function end(socket: Socket): undefined {
  socket.resetAndDestroy();
}

function spoiled({ status = 502, body, headers = {} }: Fault): Reply {
  const title = `${status} ${PAGES[status] ?? 'Error'}`;
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
  return { status, headers: { 'Content-Type': 'text/html', ...headers }, body: body ?? page };
}

/** Promises the whole body and sends half of it. */
export function sendCut(response: ServerResponse, { status, headers = {}, body = '' }: Reply): void {
  const bytes = Buffer.from(body as string);
  response.writeHead(status, { ...headers, 'Content-Length': Math.max(bytes.length, 2) });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}

export type Hook = (call: Call) => void | Promise<void>;

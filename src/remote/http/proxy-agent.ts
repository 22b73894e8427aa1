import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { HttpsProxyAgent, type HttpsProxyAgentOptions } from 'https-proxy-agent';
import { SILENT, WayError } from './watch.ts';

type Goal = Parameters<HttpsProxyAgent<string>['connect']>[1];

/** Connects through a proxy that answers within so many milliseconds; by itself the agent would wait for ever. */
export class PatientProxyAgent extends HttpsProxyAgent<string> {
  readonly #patience: number;

  constructor(proxy: string, options: HttpsProxyAgentOptions<string>, patience: number) {
    super(proxy, options);
    this.#patience = patience;
  }

  override async connect(request: ClientRequest, goal: Goal): Promise<Socket> {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), this.#patience);
    try {
      // The signal belongs to one connection, so there is an agent for each.
      return await new HttpsProxyAgent(this.proxy, { signal: giveUp.signal }).connect(request, goal);
    } catch (error) {
      throw giveUp.signal.aborted ? new WayError(SILENT) : error;
    } finally {
      clearTimeout(timer);
    }
  }
}

import http from 'node:http';
import https from 'node:https';
import { rootCertificates } from 'node:tls';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { HttpOptions } from './http.ts';

/** How connections are made: kept for the next request, or made anew. */
export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

/**
 * The agents for an address. What must not be sent twice gets a connection of its own: on a kept one, which the server may
 * be closing at that moment, nobody knows whether it arrived.
 */
export function createAgents({ ca, proxy }: HttpOptions): (address: URL, keepAlive: boolean) => Agents {
  const trust = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const made = new Map<string, Agents>();
  return (address, keepAlive) => {
    const way = address.protocol === 'https:' ? proxy?.(address) : undefined;
    const key = `${keepAlive} ${way ?? ''}`;
    const agents = made.get(key) ?? agentsOf(way, { keepAlive, ...trust });
    made.set(key, agents);
    return agents;
  };
}

function agentsOf(proxy: string | undefined, options: https.AgentOptions): Agents {
  const httpsAgent = proxy === undefined ? new https.Agent(options) : new HttpsProxyAgent(proxy, options);
  return { httpAgent: new http.Agent(options), httpsAgent: httpsAgent as https.Agent };
}

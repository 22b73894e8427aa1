import http from 'node:http';
import https from 'node:https';
import { TIMEOUT } from './defaults.ts';
import type { HttpOptions } from './http.ts';
import { PatientProxyAgent } from './proxy-agent.ts';

/** How connections are made: kept for the next request, or made anew. */
export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

/**
 * The agents for an address. What must not be sent twice gets a connection of its own: on a kept one, which the server may
 * be closing at that moment, nobody knows whether it arrived.
 */
export function createAgents({ proxy, timeout = TIMEOUT }: HttpOptions): (address: URL, keepAlive: boolean) => Agents {
  const made = new Map<string, Agents>();
  return (address, keepAlive) => {
    const way = address.protocol === 'https:' ? proxy?.(address) : undefined;
    const key = `${keepAlive} ${way ?? ''}`;
    const agents = made.get(key) ?? agentsOf(way, keepAlive, timeout);
    made.set(key, agents);
    return agents;
  };
}

function agentsOf(proxy: string | undefined, keepAlive: boolean, timeout: number): Agents {
  const httpAgent = new http.Agent({ keepAlive });
  if (proxy === undefined) return { httpAgent, httpsAgent: new https.Agent({ keepAlive }) };
  // It is one by all that is asked of it.
  return { httpAgent, httpsAgent: new PatientProxyAgent(proxy, { keepAlive }, timeout) as unknown as https.Agent };
}

import { proxyFor } from '../../remote/http/proxy.ts';
import { createHttp } from '../../remote/http/create-http.ts';
import type { Http } from '../../remote/http/http.ts';
import { createKobo } from '../../remote/kobo/create-kobo.ts';
import type { Kobo } from '../../remote/kobo/kobo.ts';
import type { Server } from '../../remote/servers/server.ts';
import { type Host, UsageError } from '../host.ts';
import type { Chosen } from './chosen.ts';
import { tokenFor } from './token.ts';
import { authoritiesFor } from './trust.ts';

/** A server that a command talks to, with the projects that it is about. */
export interface Connection extends Chosen {
  readonly http: Http;
  readonly kobo: Kobo;
}

/**
 * The ways to the servers; nothing is sent yet. `folder` is that of servers.yaml.
 * @throws UsageError where a token or a file of certificates is not there, or the proxy is none
 */
export function connect(chosen: readonly Chosen[], folder: string, host: Host): readonly Connection[] {
  return chosen.map(({ server, projects }) => {
    const ca = authoritiesFor(server, folder, host);
    refuseProxy(server, host);
    const http = createHttp({
      server: server.name,
      url: server.url,
      token: tokenFor(server, host),
      tokenEnv: server.tokenEnv,
      proxy: (address) => proxyFor(address, host.env),
      ...(ca === undefined ? {} : { ca }),
      onRetry: ({ reason }) => host.live(`${server.name}: asking again, because ${reason}`),
    });
    return { server, projects, http, kobo: createKobo(http) };
  });
}

/** Its address is not shown: it may hold a password. */
function refuseProxy({ url }: Server, { env }: Host): void {
  const proxy = proxyFor(new URL(url), env);
  if (proxy === undefined || (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol))) return;
  throw new UsageError(
    'The environment names a proxy that Lexiform cannot use (HTTPS_PROXY or ALL_PROXY).',
    'Write it as http://HOST:PORT, or as http://NAME:PASSWORD@HOST:PORT. To use none: NO_PROXY=*',
  );
}

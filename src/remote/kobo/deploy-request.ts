import { quote } from '../../diagnostics/quote.ts';
import type { Http } from '../http/http.ts';
import { RemoteError } from '../remote-error.ts';
import type { Asset } from './assets.ts';
import type { Kobo } from './kobo.ts';
import { readAsset } from './read-asset.ts';
import { fieldOf, part } from './reply.ts';

/** The converter takes up to a hundred seconds, and those before it wait a little longer. */
const PATIENCE = 240_000;
const OTHER_METHOD = 405;

/** Deploys what is the present version; a project that was archived stays so, because somebody closed it on purpose. */
export function deployRequest(http: Http, read: Kobo['asset']): Kobo['deploy'] {
  const send = async (asset: Asset, method: 'POST' | 'PATCH'): Promise<Asset | undefined> => {
    const doing = `deploy the project ${quote(asset.name)}`;
    const reply = await http.send({
      method,
      path: `/api/v2/assets/${part(asset.uid, http, doing)}/deployment/`,
      // Without the version, a project would only be taken out of the archive (kobo-api.md 0.8).
      json: { active: asset.deployment !== 'archived', version_id: asset.version },
      doing,
      timeout: PATIENCE,
      accept: [OTHER_METHOD],
      needs: 'change_asset',
    });
    return reply.status === OTHER_METHOD ? undefined : readAsset(fieldOf(reply, http, doing).at('asset'));
  };
  return async (asset) => {
    const methods = asset.deployment === 'draft' ? (['POST', 'PATCH'] as const) : (['PATCH', 'POST'] as const);
    try {
      // Somebody else may have deployed it for the first time a moment ago.
      return (await send(asset, methods[0])) ?? (await send(asset, methods[1])) ?? refused(asset, http);
    } catch (error) {
      return await explained(error, asset, http, read);
    }
  };
}

function refused({ name }: Asset, { server }: Http): never {
  throw new RemoteError(
    'refused',
    `Cannot deploy the project ${quote(name)}: ${quote(server)} takes it neither as new nor as deployed.`,
    {
      help: 'Look at the project in KoboToolbox, then run it again.',
      status: OTHER_METHOD,
    },
  );
}

/** A server that gave no answer may have deployed it, and one that failed may have had a newer version. */
async function explained(error: unknown, asset: Asset, http: Http, read: Kobo['asset']): Promise<Asset> {
  const isUnclear = error instanceof RemoteError && (error.kind === 'unreachable' || error.kind === 'broken');
  const now = isUnclear ? await read(asset.uid).catch(() => undefined) : undefined;
  if (now === undefined) throw error;
  if (now.version !== asset.version) throw movedOn(asset, http);
  if (now.deployedVersion === asset.version && asset.deployedVersion !== asset.version) return now;
  throw error;
}

function movedOn({ name }: Asset, { server }: Http): RemoteError {
  return new RemoteError(
    'refused',
    `Cannot deploy the project ${quote(name)}: somebody changed it on ${quote(server)} a moment ago.`,
    {
      help: 'Make a new plan, which shows what was changed: lexiform plan',
    },
  );
}

import type { Http } from '../http/http.ts';
import { assetRequests } from './asset-requests.ts';
import { dataRequests } from './data-requests.ts';
import { deployRequest } from './deploy-request.ts';
import { importRequests } from './import-requests.ts';
import type { Kobo } from './kobo.ts';
import { mediaRequests } from './media-requests.ts';
import { rightsRequests } from './rights-requests.ts';

/** The requests to the KoboToolbox server at the end of a way. */
export function createKobo(http: Http): Kobo {
  const assets = assetRequests(http);
  return {
    ...assets,
    ...importRequests(http),
    deploy: deployRequest(http, assets.asset),
    ...mediaRequests(http),
    ...rightsRequests(http),
    ...dataRequests(http),
  };
}

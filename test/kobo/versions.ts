import { assetFor } from './access.ts';
import { deployedVersions, versionJson } from './asset-json.ts';
import { json, notFound } from './http.ts';
import { type Route, route } from './kobo.ts';
import { page } from './page.ts';

const PATH = '/api/v2/assets/:uid/versions/';

export const versionRoutes: readonly Route[] = [
  route('GET', PATH, (kobo, call, uid = '') => {
    const asset = assetFor(kobo.state, call, uid, 'view_asset');
    const wanted = call.query.get('deployed') === null ? asset.versions.toReversed() : deployedVersions(asset);
    return json(
      200,
      page(call, wanted, kobo.pageCap, (version) => versionJson(call, asset, version)),
    );
  }),
  route('GET', `${PATH}:version/`, (kobo, call, uid = '', id = '') => {
    const asset = assetFor(kobo.state, call, uid, 'view_asset');
    const version = asset.versions.find((one) => one.uid === id);
    if (!version) throw notFound('AssetVersion');
    return json(200, { ...versionJson(call, asset, version), content: version.content });
  }),
];

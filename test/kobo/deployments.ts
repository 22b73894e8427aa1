import { assetFor } from './access.ts';
import { assetJson, deployedVersions, latest } from './asset-json.ts';
import { contentWorkbook } from './content-sheets.ts';
import { requestData } from './fields.ts';
import { type Call, Refusal, type Reply, invalid, json, notFound } from './http.ts';
import { KoboError } from './kobo-error.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { type Asset, type Content, type Deployment, type Row, type Version, newHex } from './state.ts';
import { addFormUuid, geopointsOf, plainXform, repeatsOf } from './xform.ts';

const PATH = '/api/v2/assets/:uid/deployment/';

export const deploymentRoutes: readonly Route[] = [
  route('GET', PATH, (kobo, call, uid = '') => {
    const asset = assetFor(kobo.state, call, uid, 'view_asset');
    if (!asset.deployment) throw notFound();
    return shown(kobo, call, asset);
  }),
  route('POST', PATH, deployFirst),
  route('PATCH', PATH, change),
];

function shown(kobo: Kobo, call: Call, asset: Asset): Reply {
  const { deployment } = asset;
  return json(200, {
    backend: 'openrosa',
    active: deployment?.active,
    version_id: deployment?.version,
    asset: assetJson(kobo, call, asset),
  });
}

async function deployFirst(kobo: Kobo, call: Call, uid = ''): Promise<Reply> {
  const asset = assetFor(kobo.state, call, uid, 'change_asset');
  const data = await requestData(call);
  refuseUndeployable(asset);
  if (asset.deployment) throw new Refusal(405, { detail: 'Use PATCH to update an existing deployment' });
  refuseStale(asset, data);
  await deploy(kobo, asset, flag(data) ?? false);
  return shown(kobo, call, asset);
}

async function change(kobo: Kobo, call: Call, uid = ''): Promise<Reply> {
  const asset = assetFor(kobo.state, call, uid, 'change_asset');
  const { backend = 'openrosa', ...data } = await requestData(call);
  const { deployment } = asset;
  refuseUndeployable(asset);
  if (!deployment) throw new Refusal(405, { detail: 'Use POST to create a new deployment' });
  if (backend !== 'openrosa') {
    throw invalid({ backend: 'This field cannot be modified after the initial deployment.' });
  }
  const active = flag(data);
  if (active !== undefined && !('version_id' in data)) deployment.active = active;
  else {
    refuseStale(asset, data);
    await deploy(kobo, asset, active ?? deployment.active);
  }
  return shown(kobo, call, asset);
}

function flag({ active }: Row): boolean | undefined {
  if (active === undefined) return undefined;
  if (active === true || active === 'true') return true;
  if (active === false || active === 'false') return false;
  throw invalid({ active: ['Must be a valid boolean.'] });
}

/** Neither of these exceptions is caught. */
function refuseUndeployable({ type }: Asset): void {
  if (type === 'survey') return;
  throw new KoboError('BadAssetTypeException', `Only surveys may be deployed, but this asset is a ${type}`);
}

function refuseStale(asset: Asset, data: Row): void {
  if (!('version_id' in data) || data['version_id'] === latest(asset)?.uid) return;
  throw new KoboError('NotImplementedError', 'Only the current version_id can be deployed');
}

/** Converts the latest content, and only then changes anything. */
async function deploy(kobo: Kobo, asset: Asset, active: boolean): Promise<void> {
  const version = latest(asset);
  if (!version) throw new KoboError('AttributeError', 'the asset has no version');
  const formVersion = nextFormVersion(asset, version);
  const settings = {
    version: formVersion,
    form_title: asset.name,
    id_string: asset.deployment?.idString ?? asset.uid,
  };
  const uuid = asset.deployment?.uuid ?? newHex(16);
  const xform = addFormUuid(await convert(kobo, version, settings), uuid);
  const now = new Date();
  if (!version.deployed) version.modified = now;
  version.deployed = true;
  asset.modified = now;
  const deployment: Deployment = {
    active,
    version: version.uid,
    uuid,
    idString: settings.id_string,
    formId: asset.deployment?.formId ?? kobo.state.counter.next++,
    xform,
    formVersion,
    title: asset.name,
    repeats: repeatsOf(xform),
    geopoints: geopointsOf(xform),
    deployed: now,
    media: asset.files.filter(({ type }) => type === 'form_media'),
  };
  asset.deployment = deployment;
}

/** `3 (2026-08-02 10:00:00)`: which deployment, and when the form was changed. */
function nextFormVersion(asset: Asset, version: Version): string {
  const count = deployedVersions(asset).length + (version.deployed ? 0 : 1);
  return `${count} (${asset.modified.toISOString().slice(0, 19).replace('T', ' ')})`;
}

async function convert(kobo: Kobo, version: Version, settings: Row): Promise<string> {
  const stamp = { name: '__version__', calculation: `'${version.uid}'`, type: 'calculate' };
  const workbook = await workbookOf(version.content, stamp, settings);
  if (!kobo.converter) return plainXform(version.content, settings);
  const converted = await kobo.converter.convert(workbook, String(settings['id_string']));
  if ('xform' in converted) return converted.xform;
  throw converted.refused ? invalid({ error: converted.error }) : new KoboError('Exception', converted.error);
}

async function workbookOf(content: Content, stamp: Row, settings: Row): Promise<Uint8Array> {
  try {
    return await contentWorkbook(content, { survey: [stamp], settings });
  } catch (error) {
    if (!(error instanceof KoboError)) throw error;
    throw error.type === 'DuplicateNameException' ? invalid({ error: error.message }) : error;
  }
}

import { createHash } from 'node:crypto';
import { assetFor, may, need, needUser } from './access.ts';
import { assetJson, assetListJson } from './asset-json.ts';
import { searchTest } from './asset-search.ts';
import { saveAsset } from './content-save.ts';
import { contentWorkbook } from './content-sheets.ts';
import { objectField, requestData, textField } from './fields.ts';
import { type Call, type Reply, denied, invalid, json, notFound, nothing } from './http.ts';
import { KoboError } from './kobo-error.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { newAsset } from './new-asset.ts';
import { page } from './page.ts';
import { inherit } from './permission-rules.ts';
import type { Asset, AssetType, Content, Row, User } from './state.ts';

const LIST = '/api/v2/assets/';
const ONE = `${LIST}:uid/`;
const TYPES: ReadonlySet<unknown> = new Set(['survey', 'template', 'block', 'question', 'collection', 'empty', 'text']);

export const assetRoutes: readonly Route[] = [
  route('GET', LIST, (kobo, call) =>
    json(
      200,
      page(call, found(kobo, call), kobo.pageCap, (asset) => assetListJson(kobo, call, asset)),
    ),
  ),
  route('POST', LIST, create),
  route('GET', `${LIST}minimal-list/`, (kobo, call) => json(200, { results: found(kobo, call).map(minimal) })),
  route('GET', `${LIST}hash/`, (kobo, call) => json(200, { hash: hashOf(needUser(call), kobo) })),
  route('GET', `${LIST}counts/`, (kobo, call) => json(200, counts(found(kobo, call)))),
  route('POST', `${LIST}bulk/`, bulk),
  route('GET', ONE, (kobo, call, uid = '') =>
    json(200, assetJson(kobo, call, assetFor(kobo.state, call, uid, 'view_asset'))),
  ),
  route('PATCH', ONE, update),
  route('DELETE', ONE, (kobo, call, uid = '') => {
    kobo.state.assets.delete(assetFor(kobo.state, call, uid, 'delete_asset').uid);
    return nothing();
  }),
  route('GET', `${LIST}:uid.xls`, download),
];

/** Assets that the caller was given, newest change first. */
function found(kobo: Kobo, call: Call): Asset[] {
  const test = searchTest(call.query.get('q') ?? '');
  const given = ({ assignments }: Asset): boolean =>
    call.user !== null && (call.user.superuser || assignments.some(({ user }) => user === call.user?.name));
  const assets = [...kobo.state.assets.values()].filter((asset) => given(asset) && test(asset));
  return ordered(assets, call.query.get('ordering') ?? '-date_modified');
}

function ordered(assets: readonly Asset[], ordering: string): Asset[] {
  const sign = ordering.startsWith('-') ? -1 : 1;
  const field = ordering.replace(/^-/, '');
  const key = (asset: Asset): string | number => {
    if (field === 'name') return asset.name;
    if (field === 'asset_type') return asset.type;
    return (field === 'date_created' ? asset.created : asset.modified).getTime();
  };
  return assets.toSorted((left, right) => (key(left) < key(right) ? -sign : key(left) > key(right) ? sign : 0));
}

/** Changes when the form of any project changes. */
function hashOf(user: User, kobo: Kobo): string {
  const surveys = [...kobo.state.assets.values()].filter(
    (asset) => asset.type === 'survey' && may(user, 'view_asset', asset),
  );
  const versions = surveys.flatMap(({ versions: all }) => all.at(-1)?.uid ?? []).toSorted();
  return versions.length === 0 ? '' : createHash('md5').update(versions.join('')).digest('hex');
}

function counts(assets: readonly Asset[]): object {
  const surveys = assets.filter(({ type }) => type === 'survey');
  const deployed = surveys.filter(({ deployment }) => deployment !== null);
  const active = deployed.filter(({ deployment }) => deployment?.active).length;
  return {
    deployed_count: active,
    archived_count: deployed.length - active,
    draft_count: surveys.length - deployed.length,
  };
}

function minimal({ uid, name, deployment }: Asset): object {
  const status = deployment ? (deployment.active ? 'deployed' : 'archived') : 'draft';
  return { uid, name, deployment_status: status };
}

async function create(kobo: Kobo, call: Call): Promise<Reply> {
  const user = needUser(call);
  const data = await requestData(call);
  const type = data['asset_type'] ?? (data['clone_from'] ? 'survey' : undefined);
  if (type === undefined) throw invalid({ asset_type: ['This field is required.'] });
  if (!TYPES.has(type)) throw invalid({ asset_type: [`"${String(type)}" is not a valid choice.`] });
  const asset = newAsset(kobo.state, user.name, type as AssetType);
  Object.assign(asset, { name: textField(data, 'name') ?? '', tags: textField(data, 'tag_string') ?? '' });
  await change(kobo, call, asset, data);
  saveAsset(asset, user.name);
  kobo.state.assets.set(asset.uid, asset);
  return json(201, assetJson(kobo, call, asset));
}

async function update(kobo: Kobo, call: Call, uid = ''): Promise<Reply> {
  const asset = assetFor(kobo.state, call, uid, 'change_asset');
  const data = await requestData(call);
  if ('data_sharing' in data) asset.dataSharing = objectField(data, 'data_sharing') ?? {};
  if ('name' in data) asset.name = nameIn(data);
  if ('tag_string' in data) asset.tags = String(data['tag_string']);
  await change(kobo, call, asset, data);
  saveAsset(asset, needUser(call).name);
  return json(200, assetJson(kobo, call, asset));
}

function nameIn(data: Row): string {
  const text = String(data['name'] ?? '');
  if (text.length > 255) throw invalid({ name: ['Ensure this field has no more than 255 characters.'] });
  return text;
}

const KEPT = ['report_styles', 'report_custom', 'map_styles', 'map_custom', 'advanced_features'];

async function change(kobo: Kobo, call: Call, asset: Asset, data: Row): Promise<void> {
  if (data['clone_from'] !== undefined) clone(kobo, call, asset, data);
  asset.content = (objectField(data, 'content') as Content | undefined) ?? asset.content;
  asset.settings = { ...asset.settings, ...objectField(data, 'settings') };
  for (const field of KEPT) if (field in data) asset.extra[field] = objectField(data, field);
  if ('parent' in data) move(kobo, call, asset, data['parent']);
}

function clone(kobo: Kobo, call: Call, asset: Asset, data: Row): void {
  const source = kobo.state.assets.get(String(data['clone_from']));
  if (!source || !may(call.user, 'view_asset', source)) throw notFound();
  if ((source.type === 'collection') !== (asset.type === 'collection'))
    throw new KoboError('BadAssetTypeException', 'asset types are incompatible');
  const wanted = data['clone_from_version_id'];
  const version = wanted ? source.versions.find(({ uid }) => uid === wanted) : source.versions.at(-1);
  if (wanted && !version) throw notFound();
  asset.content = structuredClone(version?.content ?? source.content);
  asset.settings = { ...structuredClone(source.settings) };
  if (!('name' in data)) asset.name = version?.name ?? source.name;
}

function move(kobo: Kobo, call: Call, asset: Asset, address: unknown): void {
  const before = asset.parent === null ? undefined : kobo.state.assets.get(asset.parent);
  if (before && !may(call.user, 'change_asset', before)) {
    throw invalid({ parent: ['User cannot update current parent collection'] });
  }
  const uid = /assets\/([^/]+)\/?$/.exec(String(address ?? ''))?.[1];
  const parent = uid === undefined ? undefined : kobo.state.assets.get(uid);
  if (address && (!parent || !may(call.user, 'view_asset', parent))) {
    throw invalid({ parent: [parent ? 'Target collection not found' : 'Invalid hyperlink - Object does not exist.'] });
  }
  if (parent && !may(call.user, 'change_asset', parent)) {
    throw invalid({ parent: ['User cannot update target parent collection'] });
  }
  asset.parent = parent?.uid ?? null;
  inherit(asset, parent);
}

const DONE: Readonly<Record<string, string>> = { archive: 'archived', unarchive: 'unarchived', delete: 'deleted' };

async function bulk(kobo: Kobo, call: Call): Promise<Reply> {
  const payload = objectField(await requestData(call), 'payload') ?? {};
  const uids = payload['asset_uids'];
  const action = String(payload['action']);
  if (!Array.isArray(uids) || !(action in DONE)) throw invalid({ payload: ['Invalid payload'] });
  const assets = uids.map((uid) => kobo.state.assets.get(String(uid)));
  if (assets.some((asset) => !asset || !may(call.user, 'manage_asset', asset))) throw denied();
  for (const asset of assets) {
    if (!asset) continue;
    need(call, 'change_asset', asset);
    if (action === 'delete') kobo.state.assets.delete(asset.uid);
    else if (asset.deployment) asset.deployment.active = action === 'unarchive';
  }
  const noun = assets.length === 1 ? 'project has' : 'projects have';
  return json(200, { detail: `${assets.length} ${noun} been ${DONE[action]}` });
}

/** Called `.xls`, but it is the newer format. */
async function download(kobo: Kobo, call: Call, uid = ''): Promise<Reply> {
  const asset = assetFor(kobo.state, call, uid, 'view_asset');
  const body = await contentWorkbook(asset.content, { settings: { form_title: asset.name } });
  const headers = {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename=${asset.uid}.xlsx`,
  };
  return { status: 200, headers, body };
}

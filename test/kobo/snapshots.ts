import { may, needUser } from './access.ts';
import { contentWorkbook } from './content-sheets.ts';
import { objectField, requestData, textField } from './fields.ts';
import { type Call, Refusal, type Reply, invalid, json, notFound } from './http.ts';
import { KoboError } from './kobo-error.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { assetAddress, userAddress } from './permission-json.ts';
import { type Asset, type Content, type Row, type Snapshot, newUid } from './state.ts';
import { plainXform } from './xform.ts';

const LIST = '/api/v2/asset_snapshots/';

export const snapshotRoutes: readonly Route[] = [
  route('POST', LIST, create),
  route('GET', `${LIST}:uid.xml`, (kobo, _, uid = '') => {
    const snapshot = kobo.state.snapshots.get(uid);
    if (!snapshot) throw notFound();
    return { status: 200, headers: { 'Content-Type': 'application/xml' }, body: snapshot.xml };
  }),
  route('GET', `${LIST}:uid/`, (kobo, call, uid = '') => {
    const snapshot = kobo.state.snapshots.get(uid);
    if (!snapshot || snapshot.owner !== call.user?.name) throw notFound();
    return json(200, snapshotJson(call, snapshot));
  }),
];

function snapshotJson(call: Call, snapshot: Snapshot): object {
  const address = `${call.origin}${LIST}${snapshot.uid}`;
  return {
    url: `${address}/`,
    uid: snapshot.uid,
    owner: userAddress(call, snapshot.owner),
    date_created: snapshot.created,
    xml: `${address}.xml`,
    enketopreviewlink: `${address}/preview/`,
    asset: snapshot.asset && assetAddress(call, snapshot.asset),
    asset_version_id: snapshot.version,
    details: { status: 'success', warnings: snapshot.warnings },
    source: snapshot.source,
  };
}

/** Converts without deploying; names that are there twice are changed rather than refused. */
async function create(kobo: Kobo, call: Call): Promise<Reply> {
  const user = needUser(call);
  const data = await requestData(call);
  const asset = assetOf(kobo, call, textField(data, 'asset'));
  const source = objectField(data, 'source') ?? asset?.content;
  if (!source) throw invalid({ asset: ['Specify an asset and/or a source'] });
  const uid = newUid('s');
  const { xform, warnings } = await convert(kobo, structuredClone(source) as Content, uid);
  const snapshot: Snapshot = {
    uid,
    owner: user.name,
    created: new Date(),
    xml: xform,
    asset: asset?.uid ?? null,
    version: asset?.versions.at(-1)?.uid ?? null,
    source,
    warnings,
  };
  kobo.state.snapshots.set(uid, snapshot);
  return json(201, snapshotJson(call, snapshot));
}

function assetOf(kobo: Kobo, call: Call, address: string | undefined): Asset | undefined {
  if (address === undefined) return undefined;
  const asset = kobo.state.assets.get(/assets\/([^/]+)\/?$/.exec(address)?.[1] ?? '');
  if (!asset || !may(call.user, 'view_asset', asset)) {
    throw invalid({ asset: ['Invalid hyperlink - Object does not exist.'] });
  }
  return asset;
}

function failure(type: string, error: string, warnings: readonly string[] = []): Refusal {
  return new Refusal(400, { status: 'failure', error_type: type, error, warnings });
}

async function convert(
  kobo: Kobo,
  content: Content,
  uid: string,
): Promise<{ xform: string; warnings: readonly string[] }> {
  content.settings ??= {};
  content.survey ??= [];
  const settings: Row = { id_string: uid, allow_choice_duplicates: 'yes' };
  const workbook = await workbookOf(content, settings);
  if (!kobo.converter) return { xform: plainXform(content, settings), warnings: [] };
  const converted = await kobo.converter.convert(workbook, uid);
  if ('xform' in converted) return converted;
  const [type, text] = converted.refused ? ['PyXFormError', converted.error] : converted.error.split(': ', 2);
  throw failure(type ?? '', text ?? '', converted.warnings);
}

async function workbookOf(content: Content, settings: Row): Promise<Uint8Array> {
  try {
    return await contentWorkbook(content, { settings, duplicates: 'rename' });
  } catch (error) {
    if (error instanceof KoboError) throw failure(error.type, error.message);
    throw error;
  }
}

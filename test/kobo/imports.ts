import { may, needUser } from './access.ts';
import { saveAsset } from './content-save.ts';
import { standardize } from './content-expand.ts';
import { LOCK_SHEET, lockingProfiles } from './content-locks.ts';
import { checkNames } from './content-names.ts';
import { type RawSheets, readSheets } from './content-read.ts';
import { formFields } from './fields.ts';
import { type Call, type Reply, json, notFound } from './http.ts';
import { KoboError } from './kobo-error.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { importLibrary } from './library.ts';
import { newAsset } from './new-asset.ts';
import { page } from './page.ts';
import {
  type Asset,
  type AssetType,
  type Content,
  type ImportOutcome,
  type ImportTask,
  type Row,
  type User,
  newUid,
} from './state.ts';

const LIST = '/api/v2/imports/';
/** Long enough that who does not wait for an import meets the old form. */
const LATER_MS = 150;

export const importRoutes: readonly Route[] = [
  route('POST', LIST, create),
  route('GET', LIST, (kobo, call) => {
    const mine = [...kobo.state.imports.values()].filter(({ user }) => user === call.user?.name);
    return json(
      200,
      page(call, mine, kobo.pageCap, (task) => ({ url: address(call, task), ...taskJson(task) })),
    );
  }),
  route('GET', `${LIST}:uid/`, async (kobo, call, uid = '') => {
    const task = kobo.state.imports.get(uid);
    if (!task || task.user !== call.user?.name) throw notFound('ImportTask');
    await advance(task);
    return json(200, taskJson(task));
  }),
];

const address = (call: Call, { uid }: ImportTask): string => `${call.origin}${LIST}${uid}/`;

function taskJson({ status, uid, messages, created }: ImportTask): object {
  return { status, uid, messages, date_created: created };
}

/** Only the fields of a form are read: JSON leaves everything at its default. */
async function create(kobo: Kobo, call: Call): Promise<Reply> {
  const user = needUser(call);
  const fields = await formFields(call);
  const bytes = await uploaded(fields);
  const text = (name: string): string | undefined => {
    const value = fields.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const order: Order = {
    user,
    bytes,
    library: text('library') !== 'false',
    filename: (text('name') ?? '').replace(/\.[^.]*$/, ''),
    destination: text('destination'),
    desired: text('desired_type') as AssetType | undefined,
  };
  const task: ImportTask = {
    uid: newUid('i'),
    user: user.name,
    created: new Date(),
    pollsLeft: kobo.importPolls,
    outcome: once(async () => outcomeOf(() => runImport(kobo, order))),
    status: 'created',
    messages: {},
  };
  kobo.state.imports.set(task.uid, task);
  setTimeout(() => void task.outcome(), LATER_MS).unref();
  return json(201, { uid: task.uid, url: address(call, task), status: 'processing' });
}

async function uploaded(fields: ReadonlyMap<string, string | File>): Promise<Uint8Array | undefined> {
  const encoded = fields.get('base64Encoded');
  if (typeof encoded === 'string') {
    const at = encoded.indexOf('base64');
    if (at < 0) throw new KoboError('ValueError', 'substring not found');
    return Buffer.from(encoded.slice(at + 7), 'base64');
  }
  const file = fields.get('file');
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : undefined;
}

/** The last poll waits for the work; it is done without polls as well, because the server does not wait for them. */
async function advance(task: ImportTask): Promise<void> {
  if (task.status === 'complete' || task.status === 'error') return;
  if (task.pollsLeft > 0) {
    task.pollsLeft -= 1;
    task.status = 'processing';
    return;
  }
  const { status, messages } = await task.outcome();
  Object.assign(task, { status, messages });
}

/** Never rejects for what the workbook has wrong. */
async function outcomeOf(work: () => Row): Promise<ImportOutcome> {
  try {
    return { status: 'complete', messages: work() };
  } catch (error) {
    if (!(error instanceof KoboError)) throw error;
    return { status: 'error', messages: { error_type: error.type, error: error.message } };
  }
}

/** Work that is done once, whoever asks for it first. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => (result ??= work());
}

interface Order {
  readonly user: User;
  readonly bytes: Uint8Array | undefined;
  readonly library: boolean;
  readonly filename: string;
  readonly destination: string | undefined;
  readonly desired: AssetType | undefined;
}

function runImport(kobo: Kobo, order: Order): Row {
  const destination = order.destination === undefined ? undefined : destinationOf(kobo, order);
  if (order.bytes === undefined) {
    throw new KoboError('Exception', 'ImportTask data must contain `base64Encoded`, `url`, or `single_xls_url`');
  }
  const sheets = readSheets(order.bytes);
  if ('survey' in sheets && 'library' in sheets) {
    throw new KoboError('ValueError', 'An import cannot have both "survey" and "library" sheets.');
  }
  checkNames(sheets['survey'] ?? []);
  if (destination?.type === 'collection') {
    throw new KoboError('NotImplementedError', 'cannot import into a collection at this time');
  }
  if ('library' in sheets) return library(kobo, order, sheets, destination);
  if (!('survey' in sheets)) {
    throw new KoboError('SyntaxError', 'xls upload must have one of these sheets: survey, library');
  }
  return destination ? replaceContent(order, sheets, destination) : createFrom(kobo, order, sheets);
}

function destinationOf(kobo: Kobo, { destination = '', user }: Order): Asset {
  const uid = /\/assets\/([^/]+)\/?$/.exec(destination)?.[1];
  if (uid === undefined) throw new KoboError('Resolver404', `{'path': '${destination}'}`);
  const asset = kobo.state.assets.get(uid);
  if (!asset) throw new KoboError('DoesNotExist', 'Asset matching query does not exist.');
  if (!may(user, 'change_asset', asset)) throw new KoboError('PermissionDenied', 'user cannot update asset');
  return asset;
}

function library(kobo: Kobo, order: Order, sheets: RawSheets, destination: Asset | undefined): Row {
  if (!order.library) throw new KoboError('ValueError', 'a library cannot be imported into the form list');
  if (destination) throw new KoboError('SyntaxError', 'libraries cannot be imported into assets');
  const collection = importLibrary(kobo, order.user.name, order.filename, sheets);
  return { created: [{ uid: collection.uid, kind: 'collection', owner__username: order.user.name }] };
}

function contentOf(sheets: RawSheets, type: AssetType): Content {
  const locks = sheets[LOCK_SHEET];
  const content = structuredClone(sheets) as unknown as Content;
  const keepsLocks = (type === 'survey' || type === 'template') && locks !== undefined;
  content[LOCK_SHEET] = keepsLocks ? lockingProfiles(locks) : [];
  if (!keepsLocks) delete content[LOCK_SHEET];
  return content;
}

function createFrom(kobo: Kobo, order: Order, sheets: RawSheets): Row {
  const several = (sheets['survey'] ?? []).length > 1;
  const type = order.desired ?? (order.library ? (several ? 'block' : 'question') : 'survey');
  const asset = newAsset(kobo.state, order.user.name, type);
  asset.content = contentOf(sheets, type);
  saveAsset(asset, order.user.name, order.filename);
  kobo.state.assets.set(asset.uid, asset);
  return { created: [summary(asset, order.user)] };
}

function summary({ uid, summary: inside }: Asset, { name }: User): Row {
  return { uid, summary: inside, kind: 'asset', owner__username: name };
}

/** The whole content is replaced; what is deployed stays. */
function replaceContent(order: Order, sheets: RawSheets, asset: Asset): Row {
  const before = asset.name;
  const content = contentOf(sheets, asset.type === 'empty' ? 'survey' : asset.type);
  standardize(content);
  if (asset.name === '') asset.name = order.filename;
  if (asset.type === 'empty') asset.type = 'survey';
  const kept = asset.content;
  asset.content = content;
  try {
    saveAsset(asset, order.user.name);
  } catch (error) {
    asset.content = kept;
    asset.name = before;
    throw error;
  }
  const log = {
    asset_uid: asset.uid,
    latest_version_uid: asset.versions.at(-1)?.uid,
    old_name: before,
    new_name: asset.name,
    project_owner: asset.owner,
  };
  return { audit_logs: [log], updated: [summary(asset, order.user)] };
}

import { assetFor, needUser } from './access.ts';
import { fileJson } from './asset-json.ts';
import { formFields, requestData, textField } from './fields.ts';
import { type Call, type Reply, invalid, json, notFound, nothing } from './http.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { mimeType } from './mime-types.ts';
import { md5 } from './openrosa.ts';
import { page } from './page.ts';
import { type Asset, type AssetFile, type Row, newUid } from './state.ts';

const PATH = '/api/v2/assets/:uid/files/';

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  form_media: ['image', 'audio', 'video', 'text/csv', 'application/xml', 'application/zip', 'application/geo+json'],
  paired_data: ['application/xml'],
  map_layer: [
    'text/csv',
    'application/vnd.google-earth.kml+xml',
    'application/vnd.google-earth.kmz',
    'application/wkt',
    'application/geo+json',
    'application/json',
  ],
};

export const fileRoutes: readonly Route[] = [
  route('GET', PATH, (kobo, call, uid = '') => {
    const asset = assetFor(kobo.state, call, uid, 'view_asset');
    const type = call.query.get('file_type');
    const files = asset.files.filter((file) => type === null || file.type === type);
    return json(
      200,
      page(call, files, kobo.pageCap, (file) => fileJson(call, asset, file)),
    );
  }),
  route('POST', PATH, create),
  route('GET', `${PATH}:file/`, (kobo, call, uid = '', id = '') => {
    const asset = assetFor(kobo.state, call, uid, 'view_asset');
    return json(200, fileJson(call, asset, found(asset, id)));
  }),
  route('DELETE', `${PATH}:file/`, (kobo, call, uid = '', id = '') => {
    const asset = assetFor(kobo.state, call, uid, 'change_asset');
    const file = found(asset, id);
    asset.files = asset.files.filter((one) => one !== file);
    return nothing();
  }),
  route('GET', `${PATH}:file/content/`, (kobo, call, uid = '', id = '') => {
    const { metadata, bytes } = found(assetFor(kobo.state, call, uid, 'view_asset'), id);
    const redirect = metadata['redirect_url'];
    if (typeof redirect === 'string') return { status: 302, headers: { Location: redirect } };
    return { status: 200, headers: { 'Content-Type': metadata.mimetype ?? 'application/octet-stream' }, body: bytes };
  }),
];

function found(asset: Asset, id: string): AssetFile {
  const file = asset.files.find(({ uid }) => uid === id);
  if (!file) throw notFound('AssetFile');
  return file;
}

async function create(kobo: Kobo, call: Call, uid = ''): Promise<Reply> {
  const asset = assetFor(kobo.state, call, uid, 'change_asset');
  const data = { ...(await requestData(call)) };
  const type = textField(data, 'file_type');
  const description = textField(data, 'description');
  if (type === undefined) throw invalid({ file_type: ['This field is required.'] });
  if (!(type in ALLOWED)) throw invalid({ file_type: [`"${type}" is not a valid choice.`] });
  if (description === undefined) throw invalid({ description: ['This field is required.'] });
  if (description === '') throw invalid({ description: ['This field may not be blank.'] });
  const { filename, bytes, method, metadata } = await contentOf(data, await formFields(call));
  const field = method === 'redirect_url' ? 'metadata' : method;
  checkType(filename, type, field);
  if (type === 'form_media' && asset.files.some((file) => file.type === type && file.metadata.filename === filename)) {
    throw invalid({ [field]: ['File already exists'] });
  }
  const mimetype = mimeType(filename);
  const file: AssetFile = {
    uid: newUid('af'),
    user: needUser(call).name,
    type: type as AssetFile['type'],
    description,
    created: new Date(),
    metadata: { ...metadata, hash: md5(bytes), filename, ...(mimetype !== undefined && { mimetype }) },
    bytes,
  };
  asset.files.push(file);
  return json(201, fileJson(call, asset, file));
}

interface Uploaded {
  readonly method: 'content' | 'base64Encoded' | 'redirect_url';
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly metadata: Row;
}

const TWICE =
  'You cannot upload media file with two different ways at the same time. Please choose between binary upload, base64 or remote URL.';

async function contentOf(data: Row, fields: ReadonlyMap<string, string | File>): Promise<Uploaded> {
  const metadata = metadataOf(data['metadata']);
  const content = fields.get('content');
  const methods = [
    ...(metadata && 'redirect_url' in metadata ? ['redirect_url'] : []),
    ...('base64Encoded' in data ? ['base64Encoded'] : []),
    ...(content instanceof File ? ['content'] : []),
  ];
  if (methods.length > 1) throw invalid({ detail: [TWICE] });
  if (methods[0] === 'redirect_url') return remote(metadata ?? {});
  if (methods[0] === 'base64Encoded') return encoded(String(data['base64Encoded']), metadata);
  if (!(content instanceof File)) throw invalid({ content: ['No files have been submitted'] });
  if (metadata === undefined && 'metadata' in data) throw invalid({ metadata: ['JSON is invalid'] });
  const bytes = new Uint8Array(await content.arrayBuffer());
  return { method: 'content', filename: content.name.replace(/^.*[/\\]/, ''), bytes, metadata: metadata ?? {} };
}

function metadataOf(value: unknown): Row | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null) return value as Row;
  try {
    return JSON.parse(String(value as string)) as Row;
  } catch {
    throw invalid({ metadata: ['JSON is invalid'] });
  }
}

function remote(metadata: Row): Uploaded {
  const address = String(metadata['redirect_url']);
  if (!/^(?:https?|ftp):\/\/[^\s/]+\.[^\s/]+/.test(address)) throw invalid({ metadata: ['`redirect_url` is invalid'] });
  const filename = new URL(address).pathname.replace(/^.*\//, '');
  return { method: 'redirect_url', filename, bytes: Buffer.from(address), metadata };
}

function encoded(text: string, metadata: Row | undefined): Uploaded {
  if (metadata === undefined) throw invalid({ metadata: ['This field is required'] });
  const filename = metadata['filename'];
  if (typeof filename !== 'string') throw invalid({ metadata: ['`filename` is required'] });
  const at = text.indexOf('base64');
  if (at < 0) throw invalid({ base64Encoded: ['Invalid content'] });
  return { method: 'base64Encoded', filename, bytes: Buffer.from(text.slice(at + 7), 'base64'), metadata };
}

/** By the ending of the name alone, whatever is inside. */
function checkType(filename: string, type: string, field: string): void {
  const allowed = ALLOWED[type] ?? [];
  const guessed = mimeType(filename);
  if (guessed !== undefined && allowed.some((start) => guessed.startsWith(start))) return;
  throw invalid({ [field]: [`Only \`${allowed.join('`, `')}\` MIME types are allowed`] });
}

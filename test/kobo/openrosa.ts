import { createHash } from 'node:crypto';
import { may, need, needUser } from './access.ts';
import { formFields, requestData } from './fields.ts';
import { type Call, type Reply, json, notFound, unauthenticated } from './http.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { type SentFile, SubmissionRefused, receive } from './receive.ts';
import type { Asset, AssetFile, Row } from './state.ts';
import { escapeXml, jsonToXml } from './xml-text.ts';

const MOST_BYTES = '10000000';

export const openRosaRoutes: readonly Route[] = [
  ...['/submission', '/:name/submission'].flatMap((path) => [
    route('HEAD', path, (_, call, name) => {
      if (name === undefined) needUser(call);
      return { status: 204, headers: { ...openRosaHeaders(), Location: call.address.href } };
    }),
    route('POST', path, submit),
  ]),
  route('GET', '/formList', (kobo, call) => {
    if (call.user === null) throw challenge();
    return formList(kobo, call, (asset) => may(call.user, 'add_submissions', asset));
  }),
  route('GET', '/:name/formList', (kobo, call, name = '') =>
    formList(kobo, call, (asset) => asset.owner === name && may(null, 'add_submissions', asset)),
  ),
  route('GET', '/forms/:id/form.xml', (kobo, call, id = '') =>
    xml(200, formAt(kobo, call, id).deployment?.xform ?? ''),
  ),
  route('GET', '/xformsManifest/:id', (kobo, call, id = '') => manifest(call, formAt(kobo, call, id))),
  route('GET', '/xformsMedia/:id/:file', media),
  route('GET', '/xformsMedia/:id/:file.:extension', media),
];

const challenge = (): ReturnType<typeof unauthenticated> => unauthenticated();

function openRosaHeaders(): Record<string, string> {
  return { 'X-OpenRosa-Version': '1.0', 'X-OpenRosa-Accept-Content-Length': MOST_BYTES };
}

function xml(status: number, body: string): Reply {
  return { status, headers: { ...openRosaHeaders(), 'Content-Type': 'text/xml; charset=utf-8' }, body };
}

/** Forms that are not archived. */
function formList(kobo: Kobo, call: Call, shown: (asset: Asset) => boolean): Reply {
  const wanted = call.query.get('formID');
  const forms = [...kobo.state.assets.values()].filter(
    (asset) => asset.deployment?.active && shown(asset) && (wanted === null || wanted === asset.deployment.idString),
  );
  const body = forms.map((asset) => formXml(call, asset)).join('');
  return xml(
    200,
    `<?xml version="1.0" encoding="utf-8"?>\n<xforms xmlns="http://openrosa.org/xforms/xformsList">${body}</xforms>`,
  );
}

function formXml(call: Call, { deployment }: Asset): string {
  if (!deployment) return '';
  const { idString, title, formVersion, xform, formId } = deployment;
  return (
    `<xform><formID>${idString}</formID><name>${escapeXml(title)}</name><majorMinorVersion></majorMinorVersion>` +
    `<version>${formVersion}</version><hash>${md5(Buffer.from(xform))}</hash><descriptionText></descriptionText>` +
    `<downloadUrl>${call.origin}/forms/${formId}/form.xml</downloadUrl>` +
    `<manifestUrl>${call.origin}/xformsManifest/${formId}</manifestUrl></xform>`
  );
}

export function md5(bytes: Uint8Array): string {
  return `md5:${createHash('md5').update(bytes).digest('hex')}`;
}

function formAt(kobo: Kobo, call: Call, id: string): Asset {
  const asset = [...kobo.state.assets.values()].find(({ deployment }) => String(deployment?.formId) === id);
  if (!asset) throw notFound();
  if (!may(null, 'add_submissions', asset)) need(call, 'add_submissions', asset);
  return asset;
}

/** The media as of the last real deployment. */
function manifest(call: Call, { deployment }: Asset): Reply {
  const files = (deployment?.media ?? []).map(({ uid, metadata }) => {
    const address = `${call.origin}/xformsMedia/${deployment?.formId}/${uid}${extension(metadata.filename)}`;
    return `<mediaFile><filename>${escapeXml(metadata.filename)}</filename><hash>${metadata.hash}</hash><downloadUrl>${address}</downloadUrl></mediaFile>`;
  });
  return xml(
    200,
    `<?xml version="1.0" encoding="utf-8"?>\n<manifest xmlns="http://openrosa.org/xforms/xformsManifest">${files.join('')}</manifest>`,
  );
}

function extension(filename: string): string {
  return /\.[^.]+$/.exec(filename)?.[0] ?? '';
}

function media(kobo: Kobo, call: Call, id = '', uid = ''): Reply {
  const file = formAt(kobo, call, id).deployment?.media.find((one: AssetFile) => one.uid === uid);
  if (!file) throw notFound();
  return {
    status: 200,
    headers: { 'Content-Type': file.metadata.mimetype ?? 'application/octet-stream' },
    body: file.bytes,
  };
}

async function submit(kobo: Kobo, call: Call, name?: string): Promise<Reply> {
  if (name === undefined && call.user === null) throw challenge();
  if (name !== undefined && !kobo.state.users.has(name)) throw notFound();
  const asJson = (call.headers['content-type'] ?? '').startsWith('application/json');
  try {
    return asJson ? await submitJson(kobo, call) : await submitXml(kobo, call);
  } catch (error) {
    if (!(error instanceof SubmissionRefused)) throw error;
    return refusal(call, error, asJson);
  }
}

function refusal(call: Call, { status, message }: SubmissionRefused, asJson: boolean): Reply {
  if (status === 401) throw challenge();
  if (asJson) return json(status, { error: message });
  const body = `<?xml version='1.0' encoding='UTF-8' ?>\n<OpenRosaResponse xmlns="http://openrosa.org/http/response">\n        <message nature="">${escapeXml(message)}</message>\n</OpenRosaResponse>`;
  const reply = xml(status, body);
  return { ...reply, headers: { ...reply.headers, Location: call.address.href } };
}

async function submitXml(kobo: Kobo, call: Call): Promise<Reply> {
  const fields = [...(await formFields(call))];
  const sent = fields.find(([field]) => field === 'xml_submission_file')?.[1];
  if (!(sent instanceof File)) throw new SubmissionRefused(400, 'Received empty submission. No instance was created');
  const others = fields.flatMap(([, value]) => (value instanceof File && value !== sent ? [value] : []));
  const files = await Promise.all(others.map(sentFile));
  const { asset, submission } = receive(kobo.state, { xml: await sent.text(), files, user: call.user });
  const date = `${submission.time}+00:00`;
  const metadata = `<submissionMetadata xmlns="http://www.opendatakit.org/xforms" id="${asset.deployment?.idString}" instanceID="uuid:${submission.uuid}" submissionDate="${date}" isComplete="true" markedAsCompleteDate="${date}"/>`;
  return xml(
    201,
    `<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message>Successful submission.</message>${metadata}</OpenRosaResponse>`,
  );
}

async function sentFile(file: File): Promise<SentFile> {
  return { name: file.name.replace(/^.*[/\\]/, ''), type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function submitJson(kobo: Kobo, call: Call): Promise<Reply> {
  const data = await requestData(call);
  if (data['submission'] === undefined) throw new SubmissionRefused(400, 'No submission key provided.');
  const text = jsonToXml(String(data['id']), data['submission'] as Row);
  const { submission, asset } = receive(kobo.state, { xml: text, files: [], user: call.user });
  const date = `${submission.time}+00:00`;
  return json(201, {
    message: 'Successful submission.',
    formid: asset.deployment?.idString,
    encrypted: false,
    instanceID: `uuid:${submission.uuid}`,
    submissionDate: date,
    markedAsCompleteDate: date,
  });
}

import { assetFor, may, need, partialFilters } from './access.ts';
import { requestData } from './fields.ts';
import { type Call, type Reply, invalid, json, notFound, nothing } from './http.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { pageLinks } from './page.ts';
import { foundIds, jsonParameter, valueOf } from './data-search.ts';
import { type Matches, matcher } from './query.ts';
import { selection } from './selection.ts';
import type { Asset, Row } from './state.ts';
import { submissionJson } from './submission-json.ts';
import type { Submission } from './submission-store.ts';

const DATA = '/api/v2/assets/:uid/data';

export const dataRoutes: readonly Route[] = [
  ...[`${DATA}/`, `${DATA}.json`].map((path) => route('GET', path, list)),
  route('GET', `${DATA}/:id/`, (kobo, call, uid = '', id = '') => {
    const { asset, submission } = submissionFor(kobo, call, uid, id, 'view_submissions');
    if (call.query.get('format') !== 'xml') return json(200, submissionJson(call, asset, submission));
    return { status: 200, headers: { 'Content-Type': 'application/xml' }, body: submission.xml };
  }),
  route('DELETE', `${DATA}/bulk/`, removeSeveral),
  route('DELETE', `${DATA}/:id/`, (kobo, call, uid = '', id = '') => {
    const { asset, submission } = submissionFor(kobo, call, uid, id, 'delete_submissions');
    asset.submissions.remove(submission.id);
    return nothing();
  }),
  route('GET', `${DATA}/:id/attachments/:attachment/`, attachment),
  route('GET', `${DATA}/:id/attachments/:attachment/:size/`, attachment),
];

/** For who may do this with the data of a form, or with some of it: who may not see data is told that there is none. */
export function dataOf(kobo: Kobo, call: Call, uid: string, codename: string): { asset: Asset; seen: Matches } {
  const asset = assetFor(kobo.state, call, uid, 'view_asset');
  if (!may(call.user, 'view_submissions', asset) && !partialFilters(call.user, 'view_submissions', asset))
    throw notFound();
  const filters = partialFilters(call.user, codename, asset);
  if (filters === undefined) need(call, codename, asset);
  if (!asset.deployment) throw invalid({ detail: 'The specified asset has not been deployed' });
  const tests = (filters ?? [{}]).map(matcher);
  return { asset, seen: (value) => tests.some((test) => test(value)) };
}

/** By its number, or by its root uuid. */
export function submissionFor(
  kobo: Kobo,
  call: Call,
  uid: string,
  id: string,
  codename: string,
): { asset: Asset; submission: Submission } {
  const { asset, seen } = dataOf(kobo, call, uid, codename);
  const { submissions } = asset;
  const submission = /^\d+$/.test(id) ? submissions.get(Number(id)) : submissions.find(id.replace(/^uuid:/, ''));
  if (!submission || !seen(valueOf(submission))) throw notFound();
  return { asset, submission };
}

function list(kobo: Kobo, call: Call, uid = ''): Reply {
  const { asset, seen } = dataOf(kobo, call, uid, 'view_submissions');
  if (call.query.has('count')) {
    throw invalid({ count: 'This param is not implemented. Use `count` property of the response instead.' });
  }
  const limit = Math.min(wholeNumber(call, 'limit', 1) ?? 100, kobo.pageCap);
  const start = wholeNumber(call, 'start', 0) ?? 0;
  const fields = jsonParameter(call, 'fields');
  const ids = foundIds(asset, call, seen, may(call.user, 'view_submissions', asset));
  const results = ids.slice(start, start + limit).flatMap((id) => {
    const submission = asset.submissions.get(id);
    return submission ? [withFields(submissionJson(call, asset, submission), fields)] : [];
  });
  return json(200, { count: ids.length, ...pageLinks(call, ids.length, kobo.pageCap), results });
}

function wholeNumber(call: Call, name: string, least: number): number | undefined {
  const text = call.query.get(name);
  if (text === null) return undefined;
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw invalid({ [name]: [name === 'limit' ? 'A positive integer is required' : 'A positive integer is required.'] });
}

function withFields(row: Row, fields: unknown): Row {
  if (!Array.isArray(fields) || fields.length === 0) return row;
  const wanted = new Set<unknown>([...(fields as unknown[]), '_id', '_uuid', 'meta/rootUuid', '_validation_status']);
  return Object.fromEntries(Object.entries(row).filter(([key]) => wanted.has(key)));
}

async function removeSeveral(kobo: Kobo, call: Call, uid = ''): Promise<Reply> {
  const { asset, seen } = dataOf(kobo, call, uid, 'delete_submissions');
  const { ids } = selection(asset, await requestData(call), seen);
  for (const id of ids) asset.submissions.remove(id);
  return json(200, { detail: `${ids.length} submissions have been deleted` });
}

function attachment(kobo: Kobo, call: Call, uid = '', id = '', wanted = ''): Reply {
  const { submission } = submissionFor(kobo, call, uid, id, 'view_submissions');
  const found = submission.attachments.find((one) => one.uid === wanted);
  if (!found) throw notFound();
  const headers = { 'Content-Type': found.mimetype, 'Content-Disposition': `inline; filename=${found.name}` };
  return { status: 200, headers, body: found.bytes };
}

import { dataOf, submissionFor } from './data.ts';
import { requestData } from './fields.ts';
import { type Call, type Reply, invalid, json, nothing } from './http.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { selection } from './selection.ts';
import type { Asset, Row } from './state.ts';

const DATA = '/api/v2/assets/:uid/data';
const ONE = `${DATA}/:id/validation_status/`;

const LABELS: Readonly<Record<string, string>> = {
  validation_status_not_approved: 'Not Approved',
  validation_status_approved: 'Approved',
  validation_status_on_hold: 'On Hold',
};

export const validationRoutes: readonly Route[] = [
  route('GET', ONE, (kobo, call, uid = '', id = '') =>
    json(200, submissionFor(kobo, call, uid, id, 'view_submissions').submission.validation),
  ),
  route('PATCH', ONE, setOne),
  route('DELETE', ONE, (kobo, call, uid = '', id = '') => {
    const { asset, submission } = submissionFor(kobo, call, uid, id, 'validate_submissions');
    put(asset, submission.id, {});
    return nothing();
  }),
  route('PATCH', `${DATA}/validation_statuses/`, setSeveral),
  route('DELETE', `${DATA}/validation_statuses/`, setSeveral),
];

/** Nothing for a status that is not known. */
function statusObject(call: Call, uid: unknown): Row {
  const label = typeof uid === 'string' ? LABELS[uid] : undefined;
  if (label === undefined) return {};
  return { timestamp: Math.floor(Date.now() / 1000), uid, by_whom: call.user?.name, label };
}

function put({ submissions }: Asset, id: number, status: Row): void {
  submissions.edit(id).validation = status;
}

async function setOne(kobo: Kobo, call: Call, uid = '', id = ''): Promise<Reply> {
  const { asset, submission } = submissionFor(kobo, call, uid, id, 'validate_submissions');
  const wanted = (await requestData(call))['validation_status.uid'];
  const status = statusObject(call, wanted);
  if (!('uid' in status)) throw invalid({ detail: `Invalid validation status: \`${String(wanted ?? 'None')}\`` });
  put(asset, submission.id, status);
  return json(200, status);
}

/** A status that is not known clears, without a word. */
async function setSeveral(kobo: Kobo, call: Call, uid = ''): Promise<Reply> {
  const { asset, seen } = dataOf(kobo, call, uid, 'validate_submissions');
  const { ids, payload } = selection(asset, await requestData(call), seen);
  if (!('validation_status.uid' in payload)) throw invalid({ payload: ['`validation_status.uid` is required'] });
  const status = statusObject(call, payload['validation_status.uid']);
  for (const id of ids) put(asset, id, status);
  return json(200, { detail: `${ids.length} submissions have been updated` });
}

import type { Call } from './http.ts';
import { parseXml, pathOfFile } from './instance.ts';
import { assetAddress } from './permission-json.ts';
import type { Asset, Row } from './state.ts';
import type { Attachment, Submission } from './submission-store.ts';

/** A submission as `/data/` shows it. */
export function submissionJson(call: Call, asset: Asset, submission: Submission): Row {
  return {
    _id: submission.id,
    ...submission.answers,
    'meta/rootUuid': `uuid:${submission.root}`,
    _xform_id_string: asset.deployment?.idString,
    _uuid: submission.uuid,
    _attachments: attachmentsJson(call, asset, submission),
    _status: 'submitted_via_web',
    _geolocation: geolocation(asset, submission.answers),
    _submission_time: submission.time,
    _validation_status: submission.validation,
    _submitted_by: submission.submittedBy,
  };
}

function attachmentsJson(call: Call, asset: Asset, submission: Submission): object[] {
  if (submission.attachments.length === 0) return [];
  const root = parseXml(submission.xml);
  return submission.attachments.map((attachment) => ({
    ...addresses(call, asset, submission, attachment),
    mimetype: attachment.mimetype,
    filename: `${asset.owner}/attachments/${asset.deployment?.uuid}/${submission.root}/${attachment.name}`,
    media_file_basename: attachment.name,
    uid: attachment.uid,
    is_deleted: attachment.deleted,
    question_xpath: root ? (pathOfFile(root, attachment.name) ?? '') : '',
  }));
}

/** Small pictures are there for pictures only. */
function addresses(call: Call, asset: Asset, { id }: Submission, { uid, mimetype }: Attachment): object {
  const address = `${assetAddress(call, asset.uid)}data/${id}/attachments/${uid}/`;
  const sizes = mimetype.startsWith('image/') ? ['large', 'medium', 'small'] : [];
  return {
    download_url: address,
    ...Object.fromEntries(sizes.map((size) => [`download_${size}_url`, `${address}${size}/`])),
  };
}

/** The first geopoint of the form that is answered. */
function geolocation({ deployment }: Asset, answers: Row): (number | null)[] {
  for (const path of deployment?.geopoints ?? []) {
    const text = answers[path];
    const [latitude, longitude] = typeof text === 'string' ? text.split(' ').map(Number) : [];
    if (latitude !== undefined && longitude !== undefined) return [latitude, longitude];
  }
  return [null, null];
}

import { may } from './access.ts';
import { answersOf, formUuid, metaText, parseXml, pathOfFile, type XmlNode } from './instance.ts';
import { ANONYMOUS, type Asset, type Deployment, type KoboState, type User, newUid } from './state.ts';
import type { Attachment, Submission } from './submission-store.ts';

export interface Sent {
  readonly xml: string;
  readonly files: readonly SentFile[];
  readonly user: User | null;
  /** When it arrives; now where it is left out. */
  readonly time?: Date;
}

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a device is told instead of "Successful submission." */
export class SubmissionRefused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Received {
  readonly asset: Asset;
  readonly submission: Submission;
}

/**
 * Takes a submission in. Nothing compares the answers with the form: what comes is kept.
 * @throws SubmissionRefused
 */
export function receive(state: KoboState, sent: Sent): Received {
  const root = parseXml(sent.xml);
  if (!root) throw new SubmissionRefused(400, 'Improperly formatted XML.');
  const asset = formOf(state, root);
  const { deployment } = asset;
  if (!deployment) throw new SubmissionRefused(404, 'Not found.');
  checkPermission(asset, sent.user);
  const uuid = metaText(root, 'instanceID');
  if (uuid === undefined) throw new SubmissionRefused(400, 'Instance ID is required');
  const same = [...asset.submissions.kept].find(({ xml }) => xml === sent.xml);
  if (same) return { asset, submission: addFiles(asset, same, sent, root) };
  const deprecated = metaText(root, 'deprecatedID');
  const submission =
    deprecated === undefined ? first(asset, deployment, root, uuid, sent) : edit(asset, root, uuid, deprecated, sent);
  return { asset, submission };
}

/** By `formhub/uuid`, or else by the `id` of the root. */
function formOf(state: KoboState, root: XmlNode): Asset {
  const uuid = formUuid(root);
  const deployed = [...state.assets.values()].filter(({ deployment }) => deployment !== null);
  const asset =
    deployed.find(({ deployment }) => deployment?.uuid === uuid) ??
    deployed.find(({ deployment }) => deployment?.idString === root.attributes['id']);
  if (!asset) throw new SubmissionRefused(404, 'Not found.');
  return asset;
}

function checkPermission(asset: Asset, user: User | null): void {
  if (user?.superuser) throw new SubmissionRefused(403, 'Access denied');
  if (may(null, 'add_submissions', asset)) return;
  if (user === null) throw new SubmissionRefused(401, 'Authentication credentials were not provided.');
  if (!may(user, 'add_submissions', asset)) throw new SubmissionRefused(403, 'Access denied');
}

function refuseInactive({ deployment }: Asset): void {
  if (!deployment?.active) throw new SubmissionRefused(405, 'Form is not active');
}

/** The same XML again: a duplicate, unless it brings files that were not there. */
function addFiles(asset: Asset, submission: Submission, { files }: Sent, root: XmlNode): Submission {
  refuseInactive(asset);
  const added = newFiles(submission.attachments, files);
  if (added.length === 0) throw new SubmissionRefused(202, 'Duplicate Instance');
  asset.submissions.edit(submission.id);
  submission.attachments.push(...added);
  markDeleted(submission, root);
  return submission;
}

function newFiles(known: readonly Attachment[], files: readonly SentFile[]): Attachment[] {
  return files.flatMap((file) => {
    const before = known.find(({ name }) => name === file.name);
    if (before && Buffer.from(before.bytes).equals(file.bytes)) return [];
    if (before) throw new SubmissionRefused(409, 'Attachment with same name already exists');
    return [{ uid: newUid('att'), name: file.name, mimetype: file.type, bytes: file.bytes, deleted: false }];
  });
}

function first(asset: Asset, deployment: Deployment, root: XmlNode, uuid: string, sent: Sent): Submission {
  refuseInactive(asset);
  const rootUuid = metaText(root, 'rootUuid') ?? uuid;
  if (asset.submissions.find(rootUuid)?.root === rootUuid) {
    throw new SubmissionRefused(409, 'Submission with this instance ID already exists');
  }
  const attachments = newFiles([], sent.files);
  const submission = asset.submissions.add((id) => ({
    id,
    root: rootUuid,
    submittedBy: sent.user?.name === ANONYMOUS ? null : (sent.user?.name ?? null),
    time: (sent.time ?? new Date()).toISOString().slice(0, 19),
    uuid,
    xml: sent.xml,
    answers: answersOf(root, deployment.repeats),
    attachments,
    validation: {},
    formerUuids: [],
  }));
  markDeleted(submission, root);
  return submission;
}

function edit(asset: Asset, root: XmlNode, uuid: string, deprecated: string, sent: Sent): Submission {
  const { id } = edited(asset, deprecated);
  if (!may(sent.user, 'change_submissions', asset)) {
    throw sent.user === null
      ? new SubmissionRefused(401, 'Authentication credentials were not provided.')
      : new SubmissionRefused(403, 'Access denied');
  }
  refuseInactive(asset);
  const submission = asset.submissions.edit(id);
  const added = newFiles(submission.attachments, sent.files);
  submission.formerUuids.push(submission.uuid);
  submission.uuid = uuid;
  submission.xml = sent.xml;
  submission.answers = answersOf(root, asset.deployment?.repeats ?? new Set());
  submission.attachments.push(...added);
  markDeleted(submission, root);
  return submission;
}

function edited({ submissions }: Asset, deprecated: string): Submission {
  const found = submissions.find(deprecated);
  if (found?.uuid === deprecated) return found;
  if ([...submissions.kept].some(({ formerUuids }) => formerUuids.includes(deprecated))) {
    throw new SubmissionRefused(410, 'Invalid submission - deprecatedID refers to an old version');
  }
  throw new SubmissionRefused(404, 'Invalid submission - deprecatedID not found');
}

/** A file that no answer names any more is hidden; the audit log is named by none. */
function markDeleted({ attachments }: Submission, root: XmlNode): void {
  for (const attachment of attachments) {
    attachment.deleted = attachment.name !== 'audit.csv' && pathOfFile(root, attachment.name) === null;
  }
}

import { foldedName } from './words.ts';

/** What KoboToolbox, and those that it came from, add to a submission, as its JSON calls it. */
const KOBO: readonly string[] = [
  '_id',
  '_uuid',
  'formhub/uuid',
  'meta/rootUuid',
  'meta/instanceID',
  'meta/instanceName',
  'meta/deprecatedID',
  '__version__',
  '_version_',
  '_version',
  '_submission_time',
  '_submitted_by',
  '_validation_status',
  '_status',
  '_notes',
  '_tags',
  '_geolocation',
  '_attachments',
  '_xform_id_string',
  '_xform_id',
  '_date_modified',
  '_duration',
  '_total_media',
  '_media_count',
  '_media_all_received',
  '_bamboo_dataset_id',
  '_review_status',
  '_review_comment',
];

const BY_NAME: ReadonlyMap<string, string> = new Map(KOBO.map((key) => [foldedName(key), key]));

/** What ODK Central adds (lib/data/briefcase.js), as its OData calls it. */
const CENTRAL: ReadonlyMap<string, string> = new Map([
  ['KEY', '__id'],
  ['SubmissionDate', '__system/submissionDate'],
  ['SubmitterID', '__system/submitterId'],
  ['SubmitterName', '__system/submitterName'],
  ['AttachmentsPresent', '__system/attachmentsPresent'],
  ['AttachmentsExpected', '__system/attachmentsExpected'],
  ['Status', '__system/status'],
  ['ReviewState', '__system/reviewState'],
  ['DeviceID', '__system/deviceId'],
  ['Edits', '__system/edits'],
  ['FormVersion', '__system/formVersion'],
]);

const JOINS = /^(?:_index|_parent_index|_parent_table_name|_submission__.+|PARENT_KEY|SET-OF-.+)$/;

/** The key of what a server adds; nothing for any other heading. `central` where the table is one of ODK Central. */
export function serverKey(heading: string, central: boolean): string | undefined {
  if (central && CENTRAL.has(heading)) return CENTRAL.get(heading);
  if (/^_version__\d+$|^_supplementalDetails\//.test(heading)) return heading;
  return BY_NAME.get(foldedName(heading));
}

/** Whether a column does nothing but join tables. */
export function isJoin(heading: string): boolean {
  return JOINS.test(heading);
}

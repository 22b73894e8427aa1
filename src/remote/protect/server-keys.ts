import { isRecord } from '../../core/is-record.ts';

/**
 * What KoboToolbox adds and is kept: ids, versions, times, and who sent it, which is somebody of the staff. `_geolocation`
 * repeats the answer to a question, texts in `_supplementalDetails` repeat what was said, and what is new tomorrow is not known.
 */
const KEPT: ReadonlySet<string> = new Set([
  '_id',
  '_uuid',
  'formhub/uuid',
  'meta/instanceID',
  'meta/rootUuid',
  'meta/deprecatedID',
  '_xform_id_string',
  '_status',
  '_submission_time',
  '_submitted_by',
]);
const VERSION = /^__?version__?(?:\d{3})?$/;
const STATUS_KEYS = ['timestamp', 'uid', 'by_whom', 'label'] as const;
/** Without the name of the file as the server keeps it, which holds names of people. */
const ATTACHMENT_KEYS = [
  'download_url',
  'mimetype',
  'media_file_basename',
  'uid',
  'is_deleted',
  'question_xpath',
] as const;

/** What is kept of a key that the server adds; undefined for nothing. */
export function serverValue(key: string, value: unknown, isKept: (path: string) => boolean): unknown {
  if (KEPT.has(key) || VERSION.test(key)) return isScalar(value) ? value : undefined;
  if (key === '_validation_status') return isRecord(value) ? picked(value, STATUS_KEYS) : undefined;
  if (key === '_attachments') return Array.isArray(value) ? attachments(value, isKept) : undefined;
  return undefined;
}

export function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Those of questions that are kept; one that does not say whose it is goes. */
function attachments(all: readonly unknown[], isKept: (path: string) => boolean): readonly unknown[] {
  return all.filter(isRecord).flatMap((each) => {
    const { question_xpath: place } = each;
    const path = typeof place === 'string' ? place.replaceAll(/\[\d+\]/g, '') : '';
    return isKept(path) ? [picked(each, ATTACHMENT_KEYS)] : [];
  });
}

function picked(from: Readonly<Record<string, unknown>>, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    keys.flatMap((key) => (Object.hasOwn(from, key) && isScalar(from[key]) ? [[key, from[key]]] : [])),
  );
}

import { isRecord } from '../../core/is-record.ts';
import type { SubmissionRow, SweptRow } from '../../store/submission-row.ts';
import { RemoteError } from '../remote-error.ts';

/** A submission as KoboToolbox sends it (kobo-api.md 3.2), read. */
export type KoboSubmission = Readonly<Record<string, unknown>>;

/** @throws RemoteError where it is none */
export function parseSubmission(text: string): KoboSubmission {
  const json = jsonOf(text);
  if (isRecord(json)) return json;
  throw unreadable('one of its submissions cannot be read');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the server says of it beside the answers. */
export function factsOf(json: KoboSubmission): Omit<SubmissionRow, 'raw'> {
  return {
    ...sweptFacts(json),
    version: textAt(json, '__version__') ?? null,
    time: textAt(json, '_submission_time') ?? null,
  };
}

/** What a sweep asks for. */
export const SWEPT_FIELDS = ['_id', '_uuid', 'meta/rootUuid', 'meta/instanceID', '_validation_status'] as const;

export function sweptFacts(json: KoboSubmission): SweptRow {
  const id = idOf(json);
  const given = textAt(json, 'meta/rootUuid');
  const uuid = plain(textAt(json, '_uuid') ?? textAt(json, 'meta/instanceID') ?? String(id));
  return {
    id,
    root: given === undefined ? uuid : plain(given),
    rootGiven: given !== undefined,
    uuid,
    status: statusOf(json),
  };
}

function idOf({ _id: id }: KoboSubmission): number {
  const number = typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
  throw unreadable('one of its submissions has no number (_id)');
}

function statusOf({ _validation_status: status }: KoboSubmission): string | null {
  return isRecord(status) ? (textAt(status, 'uid') ?? null) : null;
}

function textAt(json: KoboSubmission, key: string): string | undefined {
  const value = Object.hasOwn(json, key) ? json[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function plain(uuid: string): string {
  return uuid.replace(/^uuid:/, '');
}

export function unreadable(what: string): RemoteError {
  return new RemoteError('not-understood', `The server sent a page of submissions, but ${what}.`, {
    help: 'Nothing of this page was taken in. Pull again; if it stays so, tell whoever keeps the server.',
  });
}

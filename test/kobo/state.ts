import { randomBytes, randomInt } from 'node:crypto';
import type { SubmissionStore } from './submission-store.ts';

/** What the fake server holds. Tests may look into it and change it, as a person in the browser would. */
export interface KoboState {
  readonly users: Map<string, User>;
  readonly assets: Map<string, Asset>;
  readonly imports: Map<string, ImportTask>;
  readonly snapshots: Map<string, Snapshot>;
  /** Numbers of submissions and forms count through the whole server. */
  readonly counter: Counter;
}

export interface Counter {
  next: number;
}

export interface User {
  readonly name: string;
  token: string;
  password: string;
  superuser: boolean;
}

export type Row = Record<string, unknown>;

/** The form as KoboToolbox keeps it: rows of cells, where a translated cell is a list beside `translations`. */
export interface Content {
  survey: Row[];
  choices?: Row[];
  settings: Row;
  translations?: (string | null)[];
  translated?: string[];
  schema?: string;
  [sheet: string]: unknown;
}

export type AssetType = 'survey' | 'template' | 'block' | 'question' | 'collection' | 'empty' | 'text';

export interface Asset {
  readonly uid: string;
  readonly owner: string;
  readonly created: Date;
  readonly createdBy: string;
  type: AssetType;
  name: string;
  content: Content;
  settings: Row;
  summary: Row;
  tags: string;
  parent: string | null;
  modified: Date;
  lastModifiedBy: string;
  /** Oldest first. */
  versions: Version[];
  deployment: Deployment | null;
  assignments: Assignment[];
  files: AssetFile[];
  dataSharing: Row;
  /** Fields that the fake only keeps: report styles, map styles. */
  extra: Row;
  readonly submissions: SubmissionStore;
}

export interface Version {
  readonly uid: string;
  readonly name: string;
  readonly content: Content;
  readonly hash: string;
  modified: Date;
  deployed: boolean;
}

export interface Deployment {
  active: boolean;
  version: string;
  /** Of the XForm, in `formhub/uuid` of each submission. */
  readonly uuid: string;
  readonly idString: string;
  readonly formId: number;
  xform: string;
  /** The `version` attribute of the XForm. */
  formVersion: string;
  title: string;
  /** Paths of repeats without the root: submissions of these are arrays. */
  repeats: ReadonlySet<string>;
  /** Paths of questions for a place, in the order of the form. */
  geopoints: readonly string[];
  deployed: Date;
  /** What devices download; brought up to date by a redeploy alone. */
  media: AssetFile[];
}

export interface Assignment {
  readonly uid: string;
  readonly user: string;
  readonly codename: string;
  readonly inherited: boolean;
  partial?: Readonly<Record<string, readonly Row[]>>;
}

export interface AssetFile {
  readonly uid: string;
  readonly user: string;
  readonly type: 'form_media' | 'map_layer' | 'paired_data';
  readonly description: string;
  readonly created: Date;
  readonly metadata: { readonly filename: string; readonly hash: string; readonly mimetype?: string } & Row;
  readonly bytes: Uint8Array;
}

export interface ImportTask {
  readonly uid: string;
  readonly user: string;
  readonly created: Date;
  /** How many more times a poll finds it unfinished. */
  pollsLeft: number;
  readonly outcome: () => Promise<ImportOutcome>;
  status: 'created' | 'processing' | 'complete' | 'error';
  messages: Row;
}

export interface ImportOutcome {
  readonly status: 'complete' | 'error';
  readonly messages: Row;
}

export interface Snapshot {
  readonly uid: string;
  readonly owner: string;
  readonly created: Date;
  readonly xml: string;
  readonly asset: string | null;
  readonly version: string | null;
  readonly source: Row;
  readonly warnings: readonly string[];
}

export const ANONYMOUS = 'AnonymousUser';

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A prefix that tells the kind of thing and 21 letters, as in kpi/fields/kpi_uid.py. */
export function newUid(prefix: string): string {
  return prefix + randomLetters(21);
}

export function randomLetters(count: number): string {
  return Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

export function newHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

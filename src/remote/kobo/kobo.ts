import type { Readable } from 'node:stream';
import type { Asset, AssetContent, Assignment, ImportState, MediaFile } from './assets.ts';

/** The requests to one KoboToolbox server. Each rejects with a RemoteError and with nothing else. */
export interface Kobo {
  /** The user whose token it is. */
  readonly me: () => Promise<string>;
  /** Undefined where there is none, or the token may not see it. */
  readonly asset: (uid: string, options?: { readonly content?: boolean }) => Promise<Asset | undefined>;
  /** Projects and collections by their exact name that the user can see. */
  readonly assetsNamed: (name: string, type: 'survey' | 'collection') => Promise<readonly Asset[]>;
  /** Rows of a version that was current once; undefined where the server does not know it. */
  readonly version: (asset: string, version: string) => Promise<AssetContent | undefined>;
  readonly createProject: (name: string) => Promise<Asset>;
  readonly createCollection: (name: string) => Promise<Asset>;
  readonly patchAsset: (uid: string, change: Readonly<Record<string, unknown>>) => Promise<Asset>;
  /** Hands a workbook over, to replace what the project has (kobo-api.md 1.5). */
  readonly importWorkbook: (asset: Asset, name: string, workbook: Uint8Array) => Promise<ImportState>;
  readonly importState: (uid: string) => Promise<ImportState>;
  /** First deployment, or the present version deployed anew; 400 carries the converter's words. */
  readonly deploy: (asset: Asset) => Promise<Asset>;
  readonly media: (asset: string) => Promise<readonly MediaFile[]>;
  readonly addMedia: (asset: string, name: string, bytes: Uint8Array) => Promise<MediaFile>;
  readonly removeMedia: (asset: string, file: string) => Promise<void>;
  readonly assignments: (asset: string) => Promise<readonly Assignment[]>;
  readonly assign: (asset: string, user: string, permission: string) => Promise<void>;
  readonly unassign: (asset: string, assignment: Assignment) => Promise<void>;
  readonly submissions: (asset: string, wanted: PageRequest) => Promise<SubmissionPage>;
  /** Address as `_attachments` names it. */
  readonly attachment: (address: string) => Promise<Readable>;
  /** Sets one status for many; the server refuses all when it does not know one of the numbers. */
  readonly setStatus: (asset: string, ids: readonly number[], status: SettableStatus) => Promise<void>;
}

export type SettableStatus =
  'validation_status_on_hold' | 'validation_status_not_approved' | 'validation_status_approved';

/** Which submissions, as KoboToolbox asks for them (kobo-api.md 3.1). */
export interface PageRequest {
  /** Conditions in Mongo's language. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Full paths of questions; without them everything. */
  readonly fields?: readonly string[];
  /** How many to leave out; submissions come in the order of `_id`. */
  readonly start?: number;
  /** At most 1,000. */
  readonly limit: number;
}

export interface SubmissionPage {
  /** All that the query has, on this page or not. */
  readonly count: number;
  /** Each as the server wrote it. */
  readonly texts: readonly string[];
}

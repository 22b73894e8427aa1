/** What KoboToolbox says of a project (kobo-api.md 1.3), as far as Lexiform asks. */
export interface Asset {
  readonly uid: string;
  readonly name: string;
  readonly assetType: string;
  /** The address by which other requests mean it. */
  readonly url: string;
  readonly owner: string;
  /** The collection that it lies in, by its address. */
  readonly parent: string | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The present version, deployed or not. */
  readonly version: string;
  readonly deployedVersion: string | undefined;
  readonly deployment: 'draft' | 'deployed' | 'archived';
  /** Undefined where the token may not see submissions. */
  readonly submissions: number | undefined;
  /** Rows as KoboToolbox keeps them (1.6); undefined where it was not asked for. */
  readonly content: AssetContent | undefined;
  /** What the token's user may do. */
  readonly mayDo: ReadonlySet<string>;
}

/** Sheets of a form as KoboToolbox keeps them: cells by heading, texts as arrays beside `translations`. */
export interface AssetContent {
  readonly survey: readonly ContentRow[];
  readonly choices: readonly ContentRow[];
  readonly settings: ContentRow;
  /** Names of languages, the one that opens first before the others; null for texts without a language. */
  readonly translations: readonly (string | null)[];
  /** Whatever else there is: locking profiles, entities, external choices. */
  readonly others: Readonly<Record<string, unknown>>;
}

export type ContentRow = Readonly<Record<string, unknown>>;

/** A file that a project attaches. */
export interface MediaFile {
  readonly uid: string;
  readonly name: string;
  /** `md5:…` */
  readonly hash: string;
  /** An address that the server fetches it from; undefined for a file that was sent. */
  readonly from: string | undefined;
}

/** What KoboToolbox calls people without an account, and so everybody. */
export const EVERYBODY = 'AnonymousUser';

/** One right of one user. */
export interface Assignment {
  /** Ends with the uid; a right is taken away by it. */
  readonly url: string;
  /** Or EVERYBODY. */
  readonly user: string;
  readonly permission: string;
  /** For `partial_submissions`: conditions on submissions, as the server writes them. */
  readonly partial: unknown;
}

export interface ImportState {
  readonly uid: string;
  readonly status: 'created' | 'processing' | 'complete' | 'error';
  /** The project that was made or changed, when complete. */
  readonly asset: string | undefined;
  /** The server's words, at an error. */
  readonly error: string | undefined;
}

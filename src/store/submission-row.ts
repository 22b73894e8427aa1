/** A submission as the store keeps it. */
export interface SubmissionRow {
  readonly id: number;
  /** `meta/rootUuid`, which no edit changes; else what comes nearest to it. Without `uuid:`. */
  readonly root: string;
  /** Whether the server named it so: if not, only the number tells that an edit is one. */
  readonly rootGiven: boolean;
  /** Changes with each edit. */
  readonly uuid: string;
  /** The version of the form, as the server calls it. */
  readonly version: string | null;
  /** UTC, as the server writes it: `2026-08-02T09:00:00`. */
  readonly time: string | null;
  /** The uid of the validation status. */
  readonly status: string | null;
  readonly raw: string;
}

/** What a sweep sees of a submission. */
export type SweptRow = Omit<SubmissionRow, 'raw' | 'version' | 'time'>;

/** A key of submissions, and what it stands in: a repeat by its path, or nothing for the submission itself. */
export interface SeenPath {
  readonly inside: string;
  readonly path: string;
  readonly repeats: boolean;
}

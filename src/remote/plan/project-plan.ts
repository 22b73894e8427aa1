import type { Change } from './change.ts';
import type { Effect } from './effect.ts';
import type { Seen } from './on-server.ts';
import type { Right } from './rights.ts';

/** What a push would do with one project, and why. */
export interface ProjectPlan {
  /** `server/project`. */
  readonly project: string;
  readonly name: string;
  readonly status: 'new' | 'changed' | 'same' | 'blocked';
  /** Why nothing can be done about it. */
  readonly blocked?: Blocked;
  readonly uid?: string;
  /** The version that the server held; the push goes on only where it still does. */
  readonly version?: string;
  /** Undefined for a new project. What is archived stays so: somebody closed it on purpose. */
  readonly deployment?: 'draft' | 'deployed' | 'archived';
  readonly submissions?: number;
  /** Where what was pushed last is known: what the dictionary changed since. */
  readonly intended: readonly Change[];
  /** What somebody changed on the server since. */
  readonly drift: readonly Drift[];
  /** What the push changes on the server. */
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
  readonly steps: readonly Step[];
  /** Hashes of everything on the server and in the state that this was computed from, and one of what the dictionary wants. */
  readonly seen: Seen;
  readonly wanted: string;
}

export interface Blocked {
  readonly message: string;
  readonly help: string;
}

export interface Drift extends Change {
  /** What becomes of it: the push undoes it, or the dictionary says the same by now. */
  readonly fate: 'overwritten' | 'agreed';
  /** Where the dictionary locks what was changed: who says so there. */
  readonly locked?: string;
}

export type Step =
  | { readonly kind: 'create' }
  | { readonly kind: 'import' }
  | { readonly kind: 'add-file' | 'replace-file' | 'remove-file'; readonly file: string }
  | { readonly kind: 'deploy'; readonly again: boolean }
  | ({ readonly kind: 'assign' | 'unassign' } & Right)
  | { readonly kind: 'collect'; readonly collection: string };

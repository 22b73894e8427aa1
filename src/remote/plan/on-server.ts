import { sha256 } from '../../core/hash.ts';
import { compareText } from '../../core/location.ts';
import type { NormalForm } from '../content/normal-form.ts';
import type { Asset, Assignment, MediaFile } from '../kobo/assets.ts';
import type { ProjectState } from '../state/state.ts';
import { contentHash } from './wanted.ts';

/** A project as the server has it at this moment. */
export interface OnServer {
  readonly asset: Asset;
  readonly form: NormalForm;
  readonly media: readonly MediaFile[];
  /** Undefined where `servers.yaml` says nothing of rights. */
  readonly assignments: readonly Assignment[] | undefined;
  /** The name of the collection that it lies in, where it is the wanted one; undefined for any other, and for none. */
  readonly collection: string | undefined;
}

/** What a plan was computed from, part by part: a hash each, so that it can be told which one moved. */
export type Seen = Readonly<Record<SeenPart, string>>;
export type SeenPart = 'form' | 'files' | 'rights' | 'deployment' | 'collection' | 'state';

export function seenOf(there: OnServer | undefined, state: ProjectState | undefined): Seen {
  const { asset, media = [], assignments = [] } = there ?? {};
  return {
    form: hashed([asset?.uid, asset?.version, there && contentHash(there.form, there.asset.name)]),
    files: hashed(media.map(({ name, hash, from }) => [name, hash, from].join(' ')).toSorted(compareText)),
    rights: hashed(assignments.map(({ user, permission }) => `${user} ${permission}`).toSorted(compareText)),
    deployment: hashed([asset?.deployment, asset?.deployedVersion]),
    collection: hashed([asset?.parent]),
    state: hashed(state),
  };
}

function hashed(value: unknown): string {
  return sha256(JSON.stringify(value ?? null)).slice(0, 16);
}

/** What moved between two looks at a project. */
export function movedParts(before: Seen, after: Seen): readonly SeenPart[] {
  return (Object.keys(before) as SeenPart[]).filter((part) => before[part] !== after[part]);
}

/** The MD5 of a file as KoboToolbox tells it, without the word before it. */
export function md5Of({ hash }: MediaFile): string {
  return hash.replace(/^md5:/, '');
}

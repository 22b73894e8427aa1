import type { Asset } from '../kobo/assets.ts';
import type { Kobo } from '../kobo/kobo.ts';
import type { Wanted } from '../plan/wanted.ts';
import type { ProjectState } from '../state/state.ts';
import type { StateKeeper } from '../state/state-file.ts';
import type { Timing } from './timing.ts';

/** What the steps of a push work with. */
export interface Work {
  readonly kobo: Kobo;
  readonly keeper: StateKeeper;
  readonly timing: Timing;
  /** Where a project stands that is being made, so that it is found again after a kill. */
  readonly marker: (project: string) => string;
  /** The collection of a name, made at most once in a run. */
  readonly collection: (name: string) => Promise<Asset>;
}

/** How far a push of one project has come. */
export interface Place {
  /** `server/project` */
  readonly project: string;
  readonly wanted: Wanted;
  /** The project as the server said last; undefined before it is made. */
  readonly asset: Asset | undefined;
  /** What is remembered of it, as the disk has it. */
  readonly state: ProjectState;
  /** The hash of what the server holds. */
  readonly held: string | undefined;
}

/** The project that the steps after the first one work on. */
export function assetOf({ asset }: Place): Asset {
  if (!asset) throw new Error('A project is made before it is filled.');
  return asset;
}

/** Remembers something, on disk first. */
export async function remember(place: Place, state: ProjectState, { keeper }: Work): Promise<Place> {
  await keeper.put(place.project, state);
  return { ...place, state };
}

import { type Right, withImplied } from '../plan/rights.ts';
import type { ProjectState } from '../state/state.ts';
import { assetOf, type Place, remember, type Work } from './place.ts';

/**
 * Gives a right. What may come along and was not there is remembered first, so that it can be taken away whatever happens;
 * then what really came.
 */
export async function assign(place: Place, { user, permission }: Right, work: Work): Promise<Place> {
  const { uid } = assetOf(place);
  const has = await rightsHeld(uid, user, work);
  if (has.includes(permission)) return place;
  const before = rightsOf(place.state, user);
  const mayCome = withImplied(permission).filter((each) => !has.includes(each));
  await remember(place, withRights(place.state, user, [...before, ...mayCome]), work);
  try {
    await work.kobo.assign(uid, user, permission);
  } catch (error) {
    await remember(place, place.state, work);
    throw error;
  }
  const came = (await rightsHeld(uid, user, work)).filter((each) => !has.includes(each));
  return remember(place, withRights(place.state, user, [...before, ...came]), work);
}

async function rightsHeld(uid: string, user: string, { kobo }: Work): Promise<readonly string[]> {
  return (await kobo.assignments(uid)).filter((each) => each.user === user).map(({ permission }) => permission);
}

/** Takes a right away; with it may go others, which are then gone already when their turn comes. */
export async function unassign(place: Place, { user, permission }: Right, work: Work): Promise<Place> {
  const { uid } = assetOf(place);
  const assignments = await work.kobo.assignments(uid);
  const found = assignments.find((each) => each.user === user && each.permission === permission);
  if (found) await work.kobo.unassign(uid, found);
  const left = rightsOf(place.state, user).filter((each) => each !== permission);
  return remember(place, withRights(place.state, user, left), work);
}

function rightsOf({ permissions = {} }: ProjectState, user: string): readonly string[] {
  return permissions[user] ?? [];
}

function withRights(state: ProjectState, user: string, rights: readonly string[]): ProjectState {
  const others = Object.entries(state.permissions ?? {}).filter(([name]) => name !== user);
  const sorted = [...new Set(rights)].toSorted();
  return { ...state, permissions: Object.fromEntries(sorted.length > 0 ? [...others, [user, sorted]] : others) };
}

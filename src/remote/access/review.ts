import { compareText } from '../../core/location.ts';
import { type Asset, type Assignment, EVERYBODY } from '../kobo/assets.ts';
import { type Rights, rightsByUser, wantedRights, withImplied } from '../plan/rights.ts';
import { permissions, type Project, projectName } from '../servers/server.ts';
import { notesOn } from './notes.ts';
import { onlyWords } from './partial-words.ts';
import type { HeldRight, Holder, ProjectAccess } from './project-access.ts';

export interface Reviewed {
  readonly project: Project;
  readonly asset: Asset;
  readonly assignments: readonly Assignment[];
  /** A question of the form that is about a person, by name. */
  readonly personal: string | undefined;
}

/** Holds what a server says of rights against what is declared. */
export function reviewOf(reviewed: Reviewed): ProjectAccess {
  const { project, asset, assignments } = reviewed;
  const declared = rightsByUser(wantedRights(project, asset.owner));
  const others = assignments.filter(({ user }) => user !== asset.owner);
  const users = [...new Set([...others.map(({ user }) => user), ...declared.keys()])].toSorted(byUser);
  return {
    project: projectName(project),
    uid: asset.uid,
    name: asset.name,
    owner: asset.owner,
    isDeclared: project.permissions !== undefined,
    holders: [ownerOf(asset), ...users.map((user) => holderOf(user, others, declared, project))],
    notes: notesOn(reviewed),
  };
}

/** Everybody comes last. */
function byUser(one: string, other: string): number {
  return Number(one === EVERYBODY) - Number(other === EVERYBODY) || compareText(one, other);
}

function ownerOf({ owner }: Asset): Holder {
  return { user: owner, rights: permissions.map((permission) => ({ permission, standing: 'owner', only: undefined })) };
}

/** What comes along with a right is declared with it; whether it does is the server's matter. */
function holderOf(user: string, assignments: readonly Assignment[], declared: Rights, project: Project): Holder {
  const own = assignments.filter((assignment) => assignment.user === user);
  const wanted = declared.get(user) ?? new Set();
  const along = new Set([...wanted].flatMap(withImplied));
  const held = own.map(({ permission, partial }): HeldRight => {
    const only = permission === 'partial_submissions' ? onlyWords(partial) : undefined;
    return { permission, standing: standingOf(permission, along, project), only };
  });
  const missing = [...wanted].filter((permission) => !own.some((each) => each.permission === permission));
  const lacking = missing.map((permission): HeldRight => ({ permission, standing: 'missing', only: undefined }));
  return { user, rights: [...held, ...lacking].toSorted(byPermission) };
}

function standingOf(permission: string, declared: ReadonlySet<string>, project: Project): HeldRight['standing'] {
  if (project.permissions === undefined) return 'unmanaged';
  return declared.has(permission) ? 'declared' : 'undeclared';
}

function byPermission({ permission: one }: HeldRight, { permission: other }: HeldRight): number {
  return placeOf(one) - placeOf(other) || compareText(one, other);
}

/** Rights that this version does not know come last. */
function placeOf(permission: string): number {
  const at = permissions.findIndex((known) => known === permission);
  return at < 0 ? permissions.length : at;
}

import { type Assignment, EVERYBODY } from '../kobo/assets.ts';
import { ANYONE, type Permission, type Project } from '../servers/server.ts';

/** Rights that come along with another (kobo-api.md 4.1), with those that come along with these. */
const IMPLIED: Readonly<Record<Permission, readonly Permission[]>> = {
  view_asset: [],
  change_asset: ['view_asset'],
  add_submissions: [],
  view_submissions: ['view_asset'],
  change_submissions: ['view_submissions', 'add_submissions', 'view_asset'],
  delete_submissions: ['view_submissions', 'view_asset'],
  validate_submissions: ['view_submissions', 'view_asset'],
  manage_asset: [
    'view_asset',
    'change_asset',
    'add_submissions',
    'view_submissions',
    'change_submissions',
    'delete_submissions',
    'validate_submissions',
  ],
};

/** Rights by user, with what comes along with each. */
export type Rights = ReadonlyMap<string, ReadonlySet<string>>;

export function withImplied(permission: string): readonly string[] {
  const implied: readonly string[] = Object.hasOwn(IMPLIED, permission) ? IMPLIED[permission as Permission] : [];
  return [permission, ...implied];
}

/** What `servers.yaml` wants, one right after the other as it is written. */
export function wantedRights({ permissions }: Project, owner: string): readonly Right[] {
  return [...(permissions ?? [])]
    .map(([user, rights]) => [user === ANYONE ? EVERYBODY : user, rights] as const)
    .filter(([user]) => user !== owner)
    .flatMap(([user, rights]) => rights.map((permission) => ({ user, permission })));
}

export interface Right {
  readonly user: string;
  readonly permission: string;
}

export function rightsByUser(rights: readonly Right[]): Rights {
  const byUser = new Map<string, Set<string>>();
  for (const { user, permission } of rights) byUser.set(user, (byUser.get(user) ?? new Set()).add(permission));
  return byUser;
}

/** Rights that are missing, and rights that Lexiform gave and nobody wants any more. */
export function rightsToChange(
  wanted: readonly Right[],
  assignments: readonly Assignment[],
  given: Readonly<Record<string, readonly string[]>>,
): { readonly assign: readonly Right[]; readonly unassign: readonly Right[] } {
  const has = rightsByUser(assignments);
  const stays = rightsByUser(
    wanted.flatMap(({ user, permission }) => withImplied(permission).map((each) => ({ user, permission: each }))),
  );
  const before = Object.entries(given).flatMap(([user, rights]) => rights.map((permission) => ({ user, permission })));
  return {
    assign: wanted.filter(({ user, permission }) => !has.get(user)?.has(permission)),
    unassign: before.filter(
      ({ user, permission }) => has.get(user)?.has(permission) && !stays.get(user)?.has(permission),
    ),
  };
}

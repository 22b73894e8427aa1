import { may } from './access.ts';
import { invalid } from './http.ts';
import { ANONYMOUS, type Asset, type Assignment, type AssetType, type KoboState, type User, newUid } from './state.ts';

export const CODENAMES = [
  'view_asset',
  'change_asset',
  'discover_asset',
  'manage_asset',
  'add_submissions',
  'view_submissions',
  'partial_submissions',
  'change_submissions',
  'delete_submissions',
  'validate_submissions',
] as const;

export const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  change_asset: ['view_asset'],
  discover_asset: ['view_asset'],
  manage_asset: CODENAMES.filter((name) => name !== 'manage_asset' && name !== 'partial_submissions'),
  view_submissions: ['view_asset'],
  partial_submissions: ['view_asset'],
  change_submissions: ['view_submissions', 'add_submissions'],
  delete_submissions: ['view_submissions'],
  validate_submissions: ['view_submissions'],
};

const WHOLE = ['view_submissions', 'change_submissions', 'delete_submissions', 'validate_submissions'];

export const CONTRADICTORY: Readonly<Record<string, readonly string[]>> = {
  partial_submissions: [...WHOLE, 'manage_asset'],
  ...Object.fromEntries(WHOLE.map((name) => [name, ['partial_submissions']])),
};

const FOR_ANYONE: ReadonlySet<string> = new Set([
  'view_asset',
  'discover_asset',
  'add_submissions',
  'view_submissions',
]);

export function assignable(type: AssetType): readonly string[] {
  if (type === 'survey') return CODENAMES.filter((name) => name !== 'discover_asset');
  if (type === 'collection') return ['view_asset', 'change_asset', 'discover_asset', 'manage_asset'];
  return ['view_asset', 'change_asset', 'manage_asset'];
}

export function giveOwner(asset: Asset): void {
  for (const codename of assignable(asset.type))
    if (codename !== 'partial_submissions') put(asset, asset.owner, codename);
}

/** Grants a permission and all that it implies, and takes away what contradicts it. */
export function assign(asset: Asset, user: string, codename: string, partial?: Assignment['partial']): Assignment {
  if (!assignable(asset.type).includes(codename)) {
    throw invalid({ permission: `${codename} cannot be assigned explicitly to ${asset.name} (${asset.uid})` });
  }
  if (user === ANONYMOUS && !FOR_ANYONE.has(codename)) {
    throw invalid({ permission: `Anonymous users cannot be granted the permission ${codename}.` });
  }
  const contradicted = CONTRADICTORY[codename] ?? [];
  asset.assignments = asset.assignments.filter((one) => one.user !== user || !contradicted.includes(one.codename));
  for (const implied of IMPLIED[codename] ?? []) {
    if (assignable(asset.type).includes(implied) && !has(asset, user, implied)) assign(asset, user, implied);
  }
  const given = put(asset, user, codename);
  if (partial) {
    given.partial = withImplied(partial);
    if ('add_submissions' in given.partial && !has(asset, user, 'add_submissions')) put(asset, user, 'add_submissions');
  }
  return given;
}

/** Also takes away what implies it: who may not see a form may not edit it. */
export function revoke(asset: Asset, user: string, codename: string): void {
  const implying = Object.keys(IMPLIED).filter((name) => IMPLIED[name]?.includes(codename));
  asset.assignments = asset.assignments.filter((one) => one.user !== user || one.codename !== codename);
  for (const name of implying) if (has(asset, user, name)) revoke(asset, user, name);
}

function has(asset: Asset, user: string, codename: string): boolean {
  return asset.assignments.some((one) => one.user === user && one.codename === codename);
}

function put(asset: Asset, user: string, codename: string, inherited = false): Assignment {
  const known = asset.assignments.find((one) => one.user === user && one.codename === codename);
  if (known) return known;
  const given: Assignment = { uid: newUid('p'), user, codename, inherited };
  asset.assignments.push(given);
  return given;
}

/** What someone may change they may also see. */
function withImplied(partial: NonNullable<Assignment['partial']>): NonNullable<Assignment['partial']> {
  const all: Record<string, readonly Record<string, unknown>[]> = { ...partial };
  for (const [codename, filters] of Object.entries(partial)) {
    for (const implied of impliedByPart(codename)) all[implied] ??= implied === 'add_submissions' ? [] : filters;
  }
  return all;
}

function impliedByPart(codename: string): string[] {
  return (IMPLIED[codename] ?? []).filter((name) => name.endsWith('_submissions'));
}

/** What is put into a collection can be seen and edited by who can see and edit the collection. */
export function inherit(child: Asset, parent: Asset | undefined): void {
  child.assignments = child.assignments.filter(({ inherited }) => !inherited);
  for (const { user, codename } of parent?.assignments ?? []) {
    const heritable = codename === 'view_asset' || codename === 'change_asset';
    if (heritable && user !== child.owner) put(child, user, codename, true);
  }
}

/** After a change to a collection. */
export function passOn({ assets }: KoboState, collection: Asset): void {
  for (const child of assets.values()) if (child.parent === collection.uid) inherit(child, collection);
}

/** Who may not manage an asset sees their own assignments, the owner's and everyone's. */
export function shownAssignments(asset: Asset, user: User | null): Assignment[] {
  const names = new Set([asset.owner, ANONYMOUS, user?.name]);
  const all = user !== null && may(user, 'manage_asset', asset);
  return asset.assignments
    .filter((one) => all || names.has(one.user))
    .toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

function sortKey({ user, codename }: Assignment): string {
  return `${user} ${codename}`;
}

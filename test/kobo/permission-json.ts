import type { Call } from './http.ts';
import type { Asset, Assignment } from './state.ts';

const LABELS: Readonly<Record<string, string>> = {
  add_submissions: 'Add submissions',
  view_submissions: 'View submissions',
  partial_submissions: 'Act on submissions only from specific users',
  change_submissions: 'Edit submissions',
  delete_submissions: 'Delete submissions',
  validate_submissions: 'Validate submissions',
};
const VERBS: Readonly<Record<string, string>> = {
  view_asset: 'View',
  change_asset: 'Edit',
  discover_asset: 'Discover',
  manage_asset: 'Manage',
};

export function permissionLabel(codename: string, { type }: Asset): string {
  const kind = type !== 'survey' ? type : codename === 'manage_asset' ? 'project' : 'form';
  return LABELS[codename] ?? `${VERBS[codename]} ${kind}`;
}

export const userAddress = (call: Call, name: string): string => `${call.origin}/api/v2/users/${name}/`;
export const permissionAddress = (call: Call, codename: string): string =>
  `${call.origin}/api/v2/permissions/${codename}/`;
export const assetAddress = (call: Call, uid: string): string => `${call.origin}/api/v2/assets/${uid}/`;

export function assignmentJson(call: Call, asset: Asset, { uid, user, codename, partial }: Assignment): object {
  return {
    url: `${assetAddress(call, asset.uid)}permission-assignments/${uid}/`,
    user: userAddress(call, user),
    permission: permissionAddress(call, codename),
    ...(partial && {
      partial_permissions: Object.entries(partial).map(([name, filters]) => ({
        url: permissionAddress(call, name),
        filters,
      })),
    }),
    label: permissionLabel(codename, asset),
  };
}

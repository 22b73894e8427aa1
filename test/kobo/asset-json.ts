import type { Call } from './http.ts';
import { may } from './access.ts';
import { page } from './page.ts';
import { assetAddress, assignmentJson, permissionAddress, permissionLabel, userAddress } from './permission-json.ts';
import { CODENAMES, assignable, shownAssignments } from './permission-rules.ts';
import { ANONYMOUS, type Asset, type AssetFile, type Deployment, type Version } from './state.ts';
import type { Kobo } from './kobo.ts';

export const latest = (asset: Asset): Version | undefined => asset.versions.at(-1);

/** Newest first, by the day it was changed. */
export function deployedVersions(asset: Asset): Version[] {
  return asset.versions.filter(({ deployed }) => deployed).toReversed();
}

function deploymentStatus({ type, deployment }: Asset): string {
  if (type !== 'survey') return '-';
  if (!deployment) return 'draft';
  return deployment.active ? 'deployed' : 'archived';
}

function status(asset: Asset): string {
  const open = new Set(asset.assignments.filter(({ user }) => user === ANONYMOUS).map(({ codename }) => codename));
  if (open.has('discover_asset')) return 'public-discoverable';
  if (open.has('view_asset')) return 'public';
  return asset.assignments.some(({ user }) => user !== asset.owner) ? 'shared' : 'private';
}

export function assetListJson(kobo: Kobo, call: Call, asset: Asset): object {
  const address = assetAddress(call, asset.uid);
  const { deployment } = asset;
  return {
    url: address,
    date_created: asset.created,
    date_modified: asset.modified,
    date_deployed: deployment?.deployed ?? null,
    owner: userAddress(call, asset.owner),
    summary: asset.summary,
    owner__username: asset.owner,
    parent: asset.parent && assetAddress(call, asset.parent),
    uid: asset.uid,
    tag_string: asset.tags,
    settings: asset.settings,
    kind: 'asset',
    name: asset.name,
    asset_type: asset.type,
    version_id: latest(asset)?.uid ?? null,
    has_deployment: deployment !== null,
    deployed_version_id: deployedVersions(asset)[0]?.uid ?? null,
    ...deploymentJson(call, asset, deployment),
    deployment_status: deploymentStatus(asset),
    permissions: shownAssignments(asset, call.user).map((one) => assignmentJson(call, asset, one)),
    export_settings: [],
    downloads: downloads(address),
    data: `${address}data/`,
    subscribers_count: 0,
    status: status(asset),
    access_types: null,
    children: { count: [...kobo.state.assets.values()].filter(({ parent }) => parent === asset.uid).length },
    data_sharing: asset.dataSharing,
    owner_label: asset.owner,
    last_modified_by: asset.lastModifiedBy,
    created_by: asset.createdBy,
  };
}

function downloads(address: string): object[] {
  return ['xls', 'xml'].map((format) => ({ format, url: `${address.slice(0, -1)}.${format}` }));
}

function deploymentJson(call: Call, asset: Asset, deployment: Deployment | null): object {
  const sees = may(call.user, 'view_submissions', asset);
  return {
    deployment__active: deployment?.active ?? false,
    deployment__submission_count: sees ? asset.submissions.count : null,
    deployment__last_submission_time: sees ? asset.submissions.lastTime : null,
    deployment__encrypted: false,
    deployment__uuid: deployment?.uuid ?? null,
  };
}

/** The whole of an asset; `exclude` names fields that the caller does not want. */
export function assetJson(kobo: Kobo, call: Call, asset: Asset): object {
  const address = assetAddress(call, asset.uid);
  const whole: Record<string, unknown> = {
    ...assetListJson(kobo, call, asset),
    files: asset.files.map((file) => fileJson(call, asset, file)),
    version__content_hash: latest(asset)?.hash ?? null,
    version_count: asset.versions.length,
    deployed_versions: page(call, deployedVersions(asset), kobo.pageCap, (one) => versionJson(call, asset, one)),
    deployment__links: asset.deployment ? { offline_url: `${call.origin}/x/${asset.deployment.formId}` } : {},
    deployment__data_download_links: {},
    report_styles: { default: {}, specified: {}, kuid_names: {} },
    report_custom: {},
    advanced_features: {},
    map_styles: {},
    map_custom: {},
    ...asset.extra,
    content: asset.content,
    embeds: ['xls', 'xform'].map((format) => ({ format, url: `${address}${format}/` })),
    analysis_form_json: { additional_fields: [] },
    xform_link: `${address}xform/`,
    hooks_link: `${address}hooks/`,
    xls_link: `${address}xls/`,
    assignable_permissions: assignable(asset.type).map((codename) => ({
      url: permissionAddress(call, codename),
      label: permissionLabel(codename, asset),
    })),
    effective_permissions: CODENAMES.filter((name) => may(call.user, name, asset)).map((codename) => ({ codename })),
    exports: `${address}exports/`,
    paired_data: `${address}paired-data/`,
    project_ownership: null,
  };
  for (const field of (call.query.get('exclude') ?? '').split(',')) delete whole[field];
  return whole;
}

/** `1` is the first deployment, `1.2` the second draft after it. */
function versionNumber(asset: Asset, wanted: Version): string {
  let major = 0;
  let minor = 0;
  for (const version of asset.versions) {
    if (version.deployed) major += 1;
    minor = version.deployed ? 0 : minor + 1;
    if (version === wanted) break;
  }
  return minor === 0 ? String(major) : `${major}.${minor}`;
}

export function versionJson(call: Call, asset: Asset, version: Version): object {
  return {
    uid: version.uid,
    url: `${assetAddress(call, asset.uid)}versions/${version.uid}/`,
    content_hash: version.hash,
    date_deployed: version.deployed && version.modified,
    date_modified: version.modified,
    version_number: versionNumber(asset, version),
  };
}

export function fileJson(call: Call, asset: Asset, file: AssetFile): object {
  const address = assetAddress(call, asset.uid);
  return {
    uid: file.uid,
    url: `${address}files/${file.uid}/`,
    asset: address,
    user: userAddress(call, file.user),
    user__username: file.user,
    file_type: file.type,
    description: file.description,
    date_created: file.created,
    content: `${address}files/${file.uid}/content/`,
    metadata: file.metadata,
  };
}

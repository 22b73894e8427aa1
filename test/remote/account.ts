import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formOfContent } from '../../src/remote/content/of-content.ts';
import { hashOf } from '../../src/remote/content/normal-form.ts';
import type { Asset, AssetFile } from '../kobo/state.ts';
import type { Office } from './office.ts';

/** Everything that an account and the state file say, without what is random: two pushes to the same end are equal here. */
export function accountOf({ kobo, folder }: Office): unknown {
  const assets = [...kobo.state.assets.values()];
  const nameOf = (uid: string | null): string | undefined => assets.find((each) => each.uid === uid)?.name;
  const shown = assets.map((asset) => ({ ...assetShown(asset), parent: nameOf(asset.parent) }));
  return {
    assets: shown.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    state: stateShown(path.join(folder, 'dictionary/servers.state.json'), assets),
  };
}

function assetShown(asset: Asset): { readonly name: string } & Record<string, unknown> {
  const { deployment } = asset;
  return {
    name: asset.name,
    type: asset.type,
    form: asset.type === 'survey' ? formHash(asset) : undefined,
    active: deployment?.active,
    isDeployed: deployment && asset.versions.at(-1)?.deployed,
    files: filesShown(asset.files),
    onDevices: deployment && filesShown(deployment.media),
    rights: asset.assignments.map(({ user, codename }) => `${user} ${codename}`).toSorted(),
  };
}

function filesShown(files: readonly AssetFile[]): readonly string[] {
  return files.map(({ metadata: { filename, hash } }) => `${filename} ${hash}`).toSorted();
}

function formHash({ content }: Asset): string {
  const { survey, choices = [], settings, translations = [], ...others } = content;
  return hashOf(formOfContent({ survey, choices, settings, translations, others }));
}

/** The state without uids and versions, but with whether they are those of the server. */
function stateShown(file: string, assets: readonly Asset[]): unknown {
  const { projects } = JSON.parse(readFileSync(file, 'utf8')) as { projects: Record<string, Record<string, string>> };
  return Object.entries(projects).map(([name, { uid, version, ...rest }]) => {
    const asset = assets.find((each) => each.uid === uid);
    return { name, isThere: asset !== undefined, isVersion: asset?.versions.at(-1)?.uid === version, ...rest };
  });
}

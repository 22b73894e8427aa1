import { giveOwner } from './permission-rules.ts';
import { type Asset, type AssetType, type KoboState, newUid } from './state.ts';
import { SubmissionStore } from './submission-store.ts';

/** An asset that its owner alone can see; it is not among the assets yet. */
export function newAsset(state: KoboState, owner: string, type: AssetType): Asset {
  const now = new Date();
  const asset: Asset = {
    uid: newUid('a'),
    owner,
    created: now,
    createdBy: owner,
    type,
    name: '',
    content: { survey: [], settings: {} },
    settings: { country: [], sector: {}, description: '', organization: '', country_codes: [] },
    summary: {},
    tags: '',
    parent: null,
    modified: now,
    lastModifiedBy: owner,
    versions: [],
    deployment: null,
    assignments: [],
    files: [],
    dataSharing: {},
    extra: {},
    submissions: new SubmissionStore(state.counter),
  };
  giveOwner(asset);
  return asset;
}

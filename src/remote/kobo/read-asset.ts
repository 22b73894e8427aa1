import type { Asset, AssetContent, ContentRow } from './assets.ts';
import type { Field } from './reply.ts';

export function readAsset(field: Field): Asset {
  const content = field.at('content');
  return {
    uid: field.at('uid').uid(),
    name: field.at('name').maybeText() ?? '',
    assetType: field.at('asset_type').text(),
    url: field.at('url').text(),
    owner: field.at('owner__username').text(),
    parent: field.at('parent').maybeText(),
    settings: field.at('settings').isThere ? field.at('settings').record() : {},
    // A collection has no versions.
    version: field.at('version_id').maybeText() ?? '',
    deployedVersion: field.at('deployed_version_id').maybeText(),
    deployment: readDeployment(field),
    submissions: field.at('deployment__submission_count').isThere
      ? field.at('deployment__submission_count').count()
      : undefined,
    content: content.isThere ? readContent(content) : undefined,
    mayDo: new Set(readRights(field.at('effective_permissions'))),
  };
}

/** Lists do not say it. */
function readRights(field: Field): readonly string[] {
  return field.isThere ? field.list().map((each) => each.at('codename').text()) : [];
}

function readDeployment(field: Field): Asset['deployment'] {
  if (field.at('has_deployment').value !== true) return 'draft';
  return field.at('deployment__active').value === true ? 'deployed' : 'archived';
}

const SHEETS: ReadonlySet<string> = new Set(['survey', 'choices', 'settings', 'translations', 'translated', 'schema']);

export function readContent(field: Field): AssetContent {
  const others = Object.entries(field.record()).filter(([key]) => !SHEETS.has(key));
  return {
    survey: readRows(field.at('survey')),
    choices: readRows(field.at('choices')),
    settings: readSettings(field.at('settings')),
    translations: readTranslations(field.at('translations')),
    others: Object.fromEntries(others),
  };
}

/** A form without choices has no such list. */
function readRows(field: Field): readonly ContentRow[] {
  return field.isThere ? field.list().map((row) => row.record()) : [];
}

/** What was never standardised can be a list of one row. */
function readSettings(field: Field): ContentRow {
  if (!field.isThere) return {};
  if (!Array.isArray(field.value)) return field.record();
  return field.list()[0]?.record() ?? {};
}

function readTranslations(field: Field): readonly (string | null)[] {
  return field.isThere ? field.list().map((each) => each.maybeText() ?? null) : [null];
}

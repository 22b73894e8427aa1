import type { RuleId } from './registry.ts';

/** The rule that tells a mistake, or the reason why nobody can make it there. */
export type Stand = RuleId | { readonly impossible: string };

/** Where a check of pyxform lives here: in a dictionary, and in a workbook where that differs. */
export type Upstream = ({ readonly rule: RuleId } | { readonly impossible: string }) & { readonly workbook?: Stand };

export function inDictionary(here: Upstream): Stand {
  return 'rule' in here ? here.rule : { impossible: here.impossible };
}

export function inWorkbook(here: Upstream): Stand {
  return here.workbook ?? inDictionary(here);
}

/**
 * Every check of pyxform 4.5.0 (127, xlsform.md 3.1), by our word for it, each with what stands in for it here: a workbook
 * can commit some that a dictionary cannot, and its rows and headings have rules of their own.
 */
export const upstreamChecks = {
  // A. File and sheet level
  'file-type': { impossible: 'Lexiform writes the workbook itself, always as .xlsx.', workbook: 'workbook-refused' },
  'file-corrupt-xlsx': {
    impossible: 'A dictionary is text; the workbook that is built from it is written whole or not at all.',
    workbook: 'workbook-refused',
  },
  'file-corrupt-xls': {
    impossible: 'A dictionary is text, and workbooks are written as .xlsx only.',
    workbook: 'workbook-refused',
  },
  'file-not-table': {
    impossible: 'Lexiform writes the workbook itself, never as a text table.',
    workbook: 'workbook-refused',
  },
  'xls-ambiguous-date': {
    impossible: 'Every cell is written as text, so there are no date cells, and no .xls files.',
    workbook: 'workbook-refused',
  },
  'dup-column-exact': { rule: 'column-twice', workbook: 'header-twice' },
  'no-survey-sheet': {
    impossible: 'Every workbook gets a survey sheet, whatever else the form has.',
    workbook: 'no-survey-sheet',
  },
  'sheet-near-miss-settings': { rule: 'sheet-name' },
  'sheet-near-miss-entities': { rule: 'sheet-name' },
  'no-choices-sheet': { rule: 'unknown-code-list' },
  'no-external-choices-sheet': { rule: 'unknown-code-list' },
  // B. Headers
  'header-missing-row': { rule: 'invalid-name', workbook: 'cell-without-header' },
  'header-alias-duplicate': { rule: 'column-twice', workbook: 'header-twice' },
  'header-required-missing': {
    impossible: 'The columns type, list_name and name are always written.',
    workbook: 'header-missing',
  },
  'choices-header-bad': { rule: 'invalid-name' },
  'entities-header-unknown': { rule: 'entity-column' },
  'settings-form-id-twice': { rule: 'column-twice', workbook: 'header-twice' },
  'disabled-column': { rule: 'disabled-column', workbook: 'row-disabled' },
  // C. Settings
  'settings-name-invalid': { rule: 'invalid-setting' },
  'form-name-arg-invalid': {
    impossible: 'Only programs that call pyxform can give it this name; a workbook has the setting `name` for it.',
  },
  'id-string-empty': {
    rule: 'invalid-setting',
    workbook: { impossible: 'An empty cell is no form_id at all, and the name of the file stands in for it.' },
  },
  'omit-instanceid-encrypted': { rule: 'invalid-setting' },
  'language-tag': { rule: 'language-header' },
  // D. Choices
  'choice-no-name': { rule: 'invalid-code' },
  'choice-no-label': { rule: 'code-without-label' },
  'choice-duplicate': { rule: 'duplicate-code' },
  'choice-space-in-select-multiple': { rule: 'invalid-code' },
  'list-not-found': { rule: 'unknown-code-list' },
  'ext-list-not-found': { rule: 'unknown-code-list' },
  'or-other-no-choices': { rule: 'empty-code-list', workbook: 'unknown-code-list' },
  'or-other-choice-filter': { rule: 'or-other' },
  'or-other-translations': { rule: 'or-other' },
  'select-external-no-filter': { rule: 'external-without-filter' },
  'select-no-list': { rule: 'type-argument' },
  'file-extension': { rule: 'list-file-ending' },
  'search-with-file': { rule: 'search-appearance' },
  'search-list-shared': { rule: 'search-appearance' },
  // E. Names
  'name-missing': { rule: 'invalid-name', workbook: 'row-without-name' },
  'name-invalid': { rule: 'invalid-name' },
  'name-dup-sibling': { rule: 'duplicate-name' },
  'name-dup-case': { rule: 'duplicate-name' },
  'repeat-name-root': { rule: 'name-taken' },
  'repeat-name-dup': { rule: 'duplicate-name' },
  'name-meta': { rule: 'name-taken' },
  'audit-name': { rule: 'audit-name' },
  // F. Structure
  'end-unmatched': { rule: 'unknown-type', workbook: 'section-end' },
  'begin-unmatched': { rule: 'unknown-type', workbook: 'section-open' },
  'row-no-type': { rule: 'missing-key', workbook: 'row-without-type' },
  'row-skipped': {
    impossible: 'Every row is written for an item, which has a name and a type.',
    workbook: 'row-skipped',
  },
  'repeat-no-label': { rule: 'section-without-label' },
  'loop-no-list': { rule: 'wrong-value', workbook: 'type-argument' },
  'loop-list-unknown': { rule: 'unknown-code-list' },
  'table-list-filter': { rule: 'table-list' },
  'table-list-mixed': { rule: 'table-list' },
  // G. Types and labels
  'type-unknown': { rule: 'unknown-type' },
  'no-label-or-hint': { rule: 'missing-label' },
  'big-image-alone': { rule: 'big-image-alone' },
  'media-type': { rule: 'unknown-media' },
  'calculate-empty': { rule: 'empty-calculate' },
  'deprecated-device-ids': { rule: 'retired-device-id' },
  'bg-geopoint-trigger': { rule: 'background-geopoint' },
  'bg-geopoint-calculation': { rule: 'background-geopoint' },
  'trigger-hidden': { rule: 'hidden-trigger' },
  // H. Parameters
  'param-syntax': { rule: 'parameter-syntax' },
  'param-unknown': { rule: 'type-parameter' },
  'param-incremental': { rule: 'parameter-value' },
  'param-reference-geometry': { rule: 'parameter-value' },
  'param-capture-accuracy': { rule: 'parameter-value' },
  'param-warning-accuracy': { rule: 'parameter-value' },
  'param-mock-accuracy': { rule: 'parameter-value' },
  'param-rows': { rule: 'parameter-value' },
  'param-max-pixels': { rule: 'parameter-value' },
  'param-max-pixels-missing': { rule: 'image-size' },
  'param-app': { rule: 'parameter-value' },
  'param-audio-quality': { rule: 'parameter-value' },
  'param-randomize': { rule: 'parameter-value' },
  'param-seed': { rule: 'parameter-value' },
  'param-seed-alone': { rule: 'incomplete-parameters' },
  'param-value-label': { rule: 'parameter-value' },
  'audit-identify-user': { rule: 'parameter-value' },
  'audit-track-changes': { rule: 'parameter-value' },
  'audit-track-reasons': { rule: 'parameter-value' },
  'audit-location-trio': { rule: 'incomplete-parameters' },
  'audit-location-priority': { rule: 'parameter-value' },
  'audit-min-interval': { rule: 'parameter-value' },
  'audit-max-age': { rule: 'parameter-value' },
  // I. Range
  'range-001': { rule: 'parameter-value' },
  'range-002': { rule: 'range-steps' },
  'range-003': { rule: 'range-steps' },
  'range-004': { rule: 'range-steps' },
  'range-005': { rule: 'range-steps' },
  'range-006': { rule: 'unknown-code-list' },
  'range-007': { rule: 'range-labels' },
  'range-008': { rule: 'range-appearance' },
  'range-009': { rule: 'range-labels' },
  'range-010': { rule: 'range-labels' },
  'range-011': { rule: 'range-labels' },
  'range-012': { rule: 'range-labels' },
  // J. ${references}
  'ref-malformed': { rule: 'reference-syntax' },
  'ref-list-comma': { rule: 'trigger-list' },
  'ref-unknown': { rule: 'unknown-reference' },
  'ref-ambiguous': { rule: 'duplicate-name' },
  'ref-late': { rule: 'unknown-reference' },
  // K. External instances
  'instance-dup-name': { rule: 'source-twice' },
  'instance-src-conflict': { rule: 'source-twice' },
  // L. Translations
  'translation-column-missing': { rule: 'missing-translation' },
  // M. Entities
  'ent-saveto-no-sheet': { rule: 'save-to' },
  'ent-saveto-dup': { rule: 'duplicate-property' },
  'ent-saveto-on-group': { rule: 'save-to' },
  'ent-list-unknown': { rule: 'save-to' },
  'ent-create-label': { rule: 'entity-action' },
  'ent-upsert-update-if': { rule: 'entity-action' },
  'ent-update-id': { rule: 'entity-action' },
  'ent-prefix-needed': { rule: 'save-to' },
  'ent-topology': { rule: 'entity-scope' },
  'ent-scope-saveto': { rule: 'entity-scope' },
  'ent-scope-variable': { rule: 'entity-scope' },
  'ent-two-hashes': { rule: 'save-to' },
  'ent-name-underscores': { rule: 'entity-name' },
  'ent-list-dot': { rule: 'entity-name' },
  'ent-prop-reserved': { rule: 'entity-name' },
  'ent-list-dup': { rule: 'entity-list' },
  'ent-list-empty': { rule: 'entity-list' },
  // N. Internal / API only (not reachable from a sheet)
  'internal-trigger': { impossible: 'Only programs that call pyxform can hand it such a trigger; a cell cannot.' },
  'internal-refsource': { impossible: 'Only programs that call pyxform can leave this out; a workbook cannot.' },
  'include-unknown': { rule: 'unknown-type' },
  'none-option': { rule: 'invalid-setting' },
} as const satisfies Readonly<Record<string, Upstream>>;

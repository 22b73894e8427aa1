import type { Severity } from './rule.ts';
import type { upstreamChecks } from './upstream.ts';

/** What pyxform 4.5.0 makes of a check of its own: how grave it is, and the code that it gives it, where it has one. */
export interface UpstreamFact {
  readonly severity: Severity;
  readonly code: string | undefined;
}

type CheckId = keyof typeof upstreamChecks;

export interface UpstreamGroup {
  readonly title: string;
  readonly checks: readonly (readonly [CheckId, UpstreamFact])[];
}

function refused(code?: string): UpstreamFact {
  return { severity: 'error', code };
}

function warned(code?: string): UpstreamFact {
  return { severity: 'warning', code };
}

/** The checks of pyxform 4.5.0, by what they are about (xlsform.md 3.1). */
export const upstreamGroups: readonly UpstreamGroup[] = [
  {
    title: 'Files and sheets',
    checks: [
      ['file-type', refused()],
      ['file-corrupt-xlsx', refused()],
      ['file-corrupt-xls', refused()],
      ['file-not-table', refused()],
      ['xls-ambiguous-date', refused()],
      ['dup-column-exact', refused()],
      ['no-survey-sheet', refused()],
      ['sheet-near-miss-settings', warned('NAMES_013')],
      ['sheet-near-miss-entities', warned('NAMES_013')],
      ['no-choices-sheet', refused()],
      ['no-external-choices-sheet', refused()],
    ],
  },
  {
    title: 'Headers',
    checks: [
      ['header-missing-row', refused('HEADER_001')],
      ['header-alias-duplicate', refused('HEADER_002')],
      ['header-required-missing', refused('HEADER_003')],
      ['choices-header-bad', warned('HEADER_004')],
      ['entities-header-unknown', refused('HEADER_005')],
      ['settings-form-id-twice', warned()],
      ['disabled-column', warned()],
    ],
  },
  {
    title: 'Settings',
    checks: [
      ['settings-name-invalid', refused('NAMES_008')],
      ['form-name-arg-invalid', refused('NAMES_009')],
      ['id-string-empty', refused()],
      ['omit-instanceid-encrypted', refused()],
      ['language-tag', warned()],
    ],
  },
  {
    title: 'Choices',
    checks: [
      ['choice-no-name', refused('NAMES_006')],
      ['choice-no-label', warned('LABEL_001')],
      ['choice-duplicate', refused('NAMES_007')],
      ['choice-space-in-select-multiple', refused()],
      ['list-not-found', refused()],
      ['ext-list-not-found', refused()],
      ['or-other-no-choices', refused()],
      ['or-other-choice-filter', refused()],
      ['or-other-translations', warned()],
      ['select-external-no-filter', warned()],
      ['select-no-list', refused()],
      ['file-extension', refused()],
      ['search-with-file', refused()],
      ['search-list-shared', refused()],
    ],
  },
  {
    title: 'Names',
    checks: [
      ['name-missing', refused()],
      ['name-invalid', refused('NAMES_008')],
      ['name-dup-sibling', refused('NAMES_001')],
      ['name-dup-case', warned('NAMES_002')],
      ['repeat-name-root', refused('NAMES_003')],
      ['repeat-name-dup', refused('NAMES_004')],
      ['name-meta', refused('NAMES_005')],
      ['audit-name', refused()],
    ],
  },
  {
    title: 'Structure',
    checks: [
      ['end-unmatched', refused('SURVEY_001')],
      ['begin-unmatched', refused('SURVEY_002')],
      ['row-no-type', refused()],
      ['row-skipped', warned()],
      ['repeat-no-label', warned()],
      ['loop-no-list', refused()],
      ['loop-list-unknown', refused()],
      ['table-list-filter', refused()],
      ['table-list-mixed', refused()],
    ],
  },
  {
    title: 'Types and labels',
    checks: [
      ['type-unknown', refused()],
      ['no-label-or-hint', refused()],
      ['big-image-alone', refused()],
      ['media-type', refused()],
      ['calculate-empty', refused()],
      ['deprecated-device-ids', warned()],
      ['bg-geopoint-trigger', refused()],
      ['bg-geopoint-calculation', refused()],
      ['trigger-hidden', refused()],
    ],
  },
  {
    title: 'Parameters',
    checks: [
      ['param-syntax', refused('SURVEY_004')],
      ['param-unknown', refused('SURVEY_005')],
      ['param-incremental', refused('SURVEY_003')],
      ['param-reference-geometry', refused('SURVEY_006')],
      ['param-capture-accuracy', refused('SURVEY_007')],
      ['param-warning-accuracy', refused('SURVEY_008')],
      ['param-mock-accuracy', refused('SURVEY_009')],
      ['param-rows', refused()],
      ['param-max-pixels', refused()],
      ['param-max-pixels-missing', warned()],
      ['param-app', refused()],
      ['param-audio-quality', refused()],
      ['param-randomize', refused()],
      ['param-seed', refused()],
      ['param-seed-alone', refused()],
      ['param-value-label', refused('NAMES_008')],
      ['audit-identify-user', refused()],
      ['audit-track-changes', refused()],
      ['audit-track-reasons', refused()],
      ['audit-location-trio', refused()],
      ['audit-location-priority', refused()],
      ['audit-min-interval', refused()],
      ['audit-max-age', refused()],
    ],
  },
  {
    title: 'Ranges',
    checks: [
      ['range-001', refused('RANGE_001')],
      ['range-002', refused('RANGE_002')],
      ['range-003', refused('RANGE_003')],
      ['range-004', refused('RANGE_004')],
      ['range-005', refused('RANGE_005')],
      ['range-006', refused('RANGE_006')],
      ['range-007', refused('RANGE_007')],
      ['range-008', refused('RANGE_008')],
      ['range-009', refused('RANGE_009')],
      ['range-010', refused('RANGE_010')],
      ['range-011', refused('RANGE_011')],
      ['range-012', refused('RANGE_012')],
    ],
  },
  {
    title: 'References',
    checks: [
      ['ref-malformed', refused('PYREF_001')],
      ['ref-list-comma', refused('PYREF_002')],
      ['ref-unknown', refused('PYREF_003')],
      ['ref-ambiguous', refused('PYREF_004')],
      ['ref-late', refused()],
    ],
  },
  {
    title: 'External instances',
    checks: [
      ['instance-dup-name', refused()],
      ['instance-src-conflict', refused()],
    ],
  },
  {
    title: 'Translations',
    checks: [['translation-column-missing', warned()]],
  },
  {
    title: 'Entities',
    checks: [
      ['ent-saveto-no-sheet', refused('ENTITY_001')],
      ['ent-saveto-dup', refused('ENTITY_002')],
      ['ent-saveto-on-group', refused('ENTITY_003')],
      ['ent-list-unknown', refused('ENTITY_004')],
      ['ent-create-label', refused('ENTITY_005')],
      ['ent-upsert-update-if', refused('ENTITY_006')],
      ['ent-update-id', refused('ENTITY_007')],
      ['ent-prefix-needed', refused('ENTITY_008')],
      ['ent-topology', refused('ENTITY_009')],
      ['ent-scope-saveto', refused('ENTITY_011')],
      ['ent-scope-variable', refused('ENTITY_012')],
      ['ent-two-hashes', refused('ENTITY_013')],
      ['ent-name-underscores', refused('NAMES_010')],
      ['ent-list-dot', refused('NAMES_011')],
      ['ent-prop-reserved', refused('NAMES_012')],
      ['ent-list-dup', refused('NAMES_014')],
      ['ent-list-empty', refused('NAMES_015')],
    ],
  },
  {
    title: 'Inside pyxform, out of reach of a form',
    checks: [
      ['internal-trigger', refused('INTERNAL_001')],
      ['internal-refsource', refused('INTERNAL_002')],
      ['include-unknown', refused()],
      ['none-option', refused()],
    ],
  },
];

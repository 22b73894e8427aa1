import { expect, test } from 'vitest';
import { upstreamTable } from '../../src/cli/upstream-table.ts';
import { isRuleId, rules } from '../../src/diagnostics/registry.ts';
import type { Rule } from '../../src/diagnostics/rule.ts';
import { inDictionary, inWorkbook, type Stand, type Upstream, upstreamChecks } from '../../src/diagnostics/upstream.ts';
import { upstreamGroups } from '../../src/diagnostics/upstream-groups.ts';
import { displayWidth } from '../../src/printers/width.ts';

/** The checks of pyxform 4.5.0 by their group, counted by hand: none may get lost. */
const GROUPS: Readonly<Record<string, string>> = {
  'Files and sheets':
    'file-type file-corrupt-xlsx file-corrupt-xls file-not-table xls-ambiguous-date dup-column-exact no-survey-sheet sheet-near-miss-settings sheet-near-miss-entities no-choices-sheet no-external-choices-sheet',
  Headers:
    'header-missing-row header-alias-duplicate header-required-missing choices-header-bad entities-header-unknown settings-form-id-twice disabled-column',
  Settings: 'settings-name-invalid form-name-arg-invalid id-string-empty omit-instanceid-encrypted language-tag',
  Choices:
    'choice-no-name choice-no-label choice-duplicate choice-space-in-select-multiple list-not-found ext-list-not-found or-other-no-choices or-other-choice-filter or-other-translations select-external-no-filter select-no-list file-extension search-with-file search-list-shared',
  Names:
    'name-missing name-invalid name-dup-sibling name-dup-case repeat-name-root repeat-name-dup name-meta audit-name',
  Structure:
    'end-unmatched begin-unmatched row-no-type row-skipped repeat-no-label loop-no-list loop-list-unknown table-list-filter table-list-mixed',
  'Types and labels':
    'type-unknown no-label-or-hint big-image-alone media-type calculate-empty deprecated-device-ids bg-geopoint-trigger bg-geopoint-calculation trigger-hidden',
  Parameters:
    'param-syntax param-unknown param-incremental param-reference-geometry param-capture-accuracy param-warning-accuracy param-mock-accuracy param-rows param-max-pixels param-max-pixels-missing param-app param-audio-quality param-randomize param-seed param-seed-alone param-value-label audit-identify-user audit-track-changes audit-track-reasons audit-location-trio audit-location-priority audit-min-interval audit-max-age',
  Ranges:
    'range-001 range-002 range-003 range-004 range-005 range-006 range-007 range-008 range-009 range-010 range-011 range-012',
  References: 'ref-malformed ref-list-comma ref-unknown ref-ambiguous ref-late',
  'External instances': 'instance-dup-name instance-src-conflict',
  Translations: 'translation-column-missing',
  Entities:
    'ent-saveto-no-sheet ent-saveto-dup ent-saveto-on-group ent-list-unknown ent-create-label ent-upsert-update-if ent-update-id ent-prefix-needed ent-topology ent-scope-saveto ent-scope-variable ent-two-hashes ent-name-underscores ent-list-dot ent-prop-reserved ent-list-dup ent-list-empty',
  'Inside pyxform, out of reach of a form': 'internal-trigger internal-refsource include-unknown none-option',
};

const table: Readonly<Record<string, Upstream>> = upstreamChecks;
const entries = Object.entries(table);

test('every check of pyxform is in the table, in its group', () => {
  const groups = Object.fromEntries(
    upstreamGroups.map(({ title, checks }) => [title, checks.map(([id]) => id).join(' ')]),
  );
  expect(groups).toEqual(GROUPS);
  const ids = Object.values(GROUPS).flatMap((group) => group.split(' '));
  expect(ids).toHaveLength(127);
  expect(Object.keys(table).toSorted()).toEqual(ids.toSorted());
});

test('112 of them are errors, 15 are warnings', () => {
  const facts = upstreamGroups.flatMap(({ checks }) => checks.map(([, fact]) => fact));
  expect(facts.filter(({ severity }) => severity === 'error')).toHaveLength(112);
  expect(facts.filter(({ severity }) => severity === 'warning')).toHaveLength(15);
});

const stands: readonly (readonly [string, Stand])[] = entries.flatMap(([id, here]) => [
  [id, inDictionary(here)] as const,
  [id, inWorkbook(here)] as const,
]);

test('a rule that stands for a check is one of ours', () => {
  const named = stands.flatMap(([, stand]) => (typeof stand === 'string' ? [stand] : []));
  expect(named.filter((rule) => !isRuleId(rule))).toEqual([]);
});

test('a reason is a sentence that says enough', () => {
  for (const [id, stand] of stands) {
    if (typeof stand === 'string') continue;
    expect(stand.impossible, id).toMatch(/^[A-Z`].{30,}\.$/);
  }
});

test('what a workbook says of its own differs from what a dictionary says', () => {
  for (const [id, here] of entries)
    if (here.workbook !== undefined) expect(here.workbook, id).not.toBe(inDictionary(here));
});

test('a workbook can commit all but what only programs can', () => {
  const impossible = entries.filter(([, here]) => typeof inWorkbook(here) !== 'string').map(([id]) => id);
  expect(impossible).toEqual(['form-name-arg-invalid', 'id-string-empty', 'internal-trigger', 'internal-refsource']);
});

/** `NAMES_008, NAMES_010 to NAMES_012` and `ENTITY_001, 003, 004` in full. */
function codesIn(upstream = ''): readonly string[] {
  let family = '';
  return [...upstream.matchAll(/(?:([A-Z]+)_)?(\d{3})(?: to (?:[A-Z]+_)?(\d{3}))?/g)].flatMap(([, word, from, to]) => {
    family = word ?? family;
    const [first, last] = [Number(from), Number(to ?? from)];
    return Array.from(
      { length: last - first + 1 },
      (_none, index) => `${family}_${String(first + index).padStart(3, '0')}`,
    );
  });
}

test('a check with a code is named by the rules that stand for it', () => {
  const missing = upstreamGroups.flatMap(({ checks }) =>
    checks.flatMap(([id, { code }]) => {
      const here: Upstream = upstreamChecks[id];
      const named = [inDictionary(here), inWorkbook(here)].filter((stand) => typeof stand === 'string');
      return named
        .filter((rule) => {
          const { upstream }: Pick<Rule<never>, 'upstream'> = rules[rule];
          return code !== undefined && !codesIn(upstream).includes(code);
        })
        .map((rule) => `${id}: ${code} is not named by ${rule}`);
    }),
  );
  // In a workbook, pyxform passes over such a column without a word.
  expect(missing).toEqual(['header-missing-row: HEADER_001 is not named by cell-without-header']);
});

test('the table fits into a terminal and shows every check', () => {
  const text = upstreamTable(80);
  for (const [id] of entries) expect(text).toMatch(new RegExp(` ${id}( |\\n)`));
  expect(text.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
  expect(text).toContain('  error    PYREF_002     ref-list-comma             trigger-list\n');
  expect(text).toContain('  error    SURVEY_002    begin-unmatched            unknown-type\n');
  expect(text).toMatch(/begin-unmatched .*\n {37}in a workbook: section-open\n/);
});

import { checkKeys, durationKeys, sumsKeys } from './check-keys.ts';
import {
  attachmentKeys,
  formKeys,
  languageKeys,
  manifestKeys,
  moduleKeys,
  policyKeys,
  type SectionName,
  softKeys,
  retirementKeys,
} from './form-keys.ts';
import { codeKeys, codeListKeys, codeRowKeys, listParentKeys } from './list-keys.ts';
import { countryThings } from './country-things.ts';
import { itemThings } from './item-things.ts';
import type { Thing } from './thing.ts';
import { variableKeys } from './variable-keys.ts';

/** What each section of a file holds. */
export const sectionDocs: Readonly<Record<SectionName, string>> = {
  codelists: 'Lists of answers, by name: rows of the choices sheet.',
  variables: 'Questions and computed values, by name: each concept defined once, for every form.',
  modules: 'Blocks of questions that several forms use, by name.',
  forms: 'Forms, by name: each becomes a workbook.',
  indicators: 'Figures that reports compute from the answers, by name.',
  checks: 'Rules that collected data is checked against, by name.',
  crosswalks: 'Tables that hand data to another system, by name.',
};

/** Everything that the reference describes, in its order. */
export const things: readonly Thing[] = [
  {
    title: 'Manifest',
    intro: 'The file `dictionary.yaml` says what the dictionary is. It may hold sections too.',
    sample: `lexiform: 1
dictionary: displacement-core
version: 1.4.0
languages: { en: English, fr: Français }
profiles: [kobo, odk]`,
    keys: manifestKeys,
  },
  {
    title: 'Language',
    intro:
      'Under `languages:` of the manifest, by tag. The name alone is enough; the keys are needed where the heading of the workbook must differ from `label::French (fr)`.',
    sample: `lexiform: 1
dictionary: displacement-core
languages:
  en: English
  fr: { name: Français, header: French }`,
    keys: languageKeys,
  },
  {
    title: 'Policy',
    intro: 'Under `policy:` of the manifest. A policy changes no workbook: it raises findings.',
    sample: `lexiform: 1
dictionary: displacement-core
policy:
  sensitivity: internal
  consent: { variable: consent, value: yes }`,
    keys: policyKeys,
  },
  {
    title: 'Code list',
    intro:
      'Under `codelists:`, by name. A question asks a list by `type: select_one NAME` or `type: select_multiple NAME`.',
    sample: `codelists:
  shelter_type:
    label: Shelter type
    include: [nonresponse]
    attributes: [permanence]
    codes:
      tent: Tent
      house: { label: House, permanence: yes }
      other: { label: Other, special: other }`,
    keys: codeListKeys,
  },
  {
    title: 'Parent of a code list',
    intro:
      'Under `parent:` of a code list: the hierarchy of places, for example. Questions on both lists are then joined by a choice filter.',
    sample: `codelists:
  admin2:
    file: admin2.csv
    parent: { codelist: admin1, column: admin1 }`,
    keys: listParentKeys,
  },
  {
    title: 'Code',
    intro:
      'Under `codes:` of a list: the code, then its label or these keys and the attributes of the list. A map whose keys are languages is a label. A code stays text as typed: `07` keeps its zero.',
    sample: `codelists:
  sex:
    codes:
      f: Female
      m: { en: Male, fr: Homme }
      pnta: { label: Prefers not to answer, special: refused }`,
    keys: codeKeys,
  },
  {
    title: 'Code in a sequence',
    intro: 'A list that repeats a code on purpose is written as a sequence; each row says its own code.',
    sample: `codelists:
  village:
    attributes: [district]
    codes:
      - { code: v1, label: Riverside, district: d1 }
      - { code: v1, label: Riverside, district: d2 }`,
    keys: codeRowKeys.slice(0, 1),
  },
  {
    title: 'Variable',
    intro: 'Under `variables:`, by name: one concept, one definition. A type and a label are enough to begin.',
    sample: `variables:
  hoh_sex:
    type: select_one sex
    label: What is the sex of the head of household?
    hint: Ask, do not assume.
    required: yes
    sensitivity: personal`,
    keys: variableKeys,
  },
  {
    title: 'Soft limit',
    intro:
      'Under `soft:` of a variable: the device takes such an answer in silence, and whoever checks the data is told.',
    sample: `variables:
  hh_size:
    type: integer
    label: How many people live in this household?
    soft:
      - { when: . > 20, message: Very large household }`,
    keys: softKeys,
  },
  {
    title: 'Retirement',
    intro: 'Under `retired:` of a variable: it is not asked any more, and old data that holds it stays valid.',
    sample: `variables:
  old_score:
    type: integer
    label: Score
    retired: { since: 1.4.0, use: new_score }`,
    keys: retirementKeys,
  },
  ...itemThings,
  {
    title: 'Module',
    intro:
      'Under `modules:`, by name: questions that forms share. `$(max)` in its texts and expressions is filled in by each use; `$$(max)` is the text `$(max)` itself.',
    sample: `modules:
  household_roster:
    label: Household roster
    with: { max: 20 }
    items:
      - ask: hh_size
        constraint: . <= $(max)`,
    keys: moduleKeys,
  },
  {
    title: 'Form',
    intro: 'Under `forms:`, by name: each becomes a workbook.',
    sample: `forms:
  household_registration:
    title: Household registration
    settings: { style: pages }
    metadata: [start, end, deviceid]
    items:
      - use: consent
      - hh_size`,
    keys: formKeys,
  },
  {
    title: 'Attachment',
    intro: 'Under `attachments:` of a form. The name of a file alone is enough where the dictionary has it.',
    sample: `forms:
  household_registration:
    attachments: [species.csv, { file: features.csv, from: server }]
    items: [hh_size]`,
    keys: attachmentKeys,
  },
  {
    title: 'Check',
    intro:
      'Under `checks:`, by name: what should not be in the answers of one record. The device takes it in silence, and whoever checks the data is told. A check says one of `when`, `sums` and `duration`, and is for all forms that ask what it names. A condition that names questions of a repeat is looked at in each entry. A comparison with a question that has no answer does not hold.',
    sample: `checks:
  children_exceed_household:
    when: \${members_u5} > \${hh_size}
    severity: error
    message: \${members_u5} children under five in a household of \${hh_size}`,
    keys: checkKeys,
  },
  {
    title: 'Sums of a check',
    intro:
      'Under `sums:` of a check. A question without an answer counts as 0 if another one is answered; without any answer, and without a total, there is nothing to compare. Questions of a repeat are added up over its entries where the total stands outside.',
    sample: `checks:
  individuals_add_up:
    sums: { of: [idp_women, idp_men, idp_children], to: idp_individuals }`,
    keys: sumsKeys,
  },
  {
    title: 'Duration of a check',
    intro:
      'Under `duration:` of a check: the time from `start` to `end`, which the form has under `metadata:`. Write seconds, minutes, hours and days as in `90s`, `8m`, `1h30m`, `2d`.',
    sample: `checks:
  fast_interview:
    duration: { under: 8m, over: 3h }`,
    keys: durationKeys,
  },
  ...countryThings,
];

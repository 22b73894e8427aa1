import { profiles } from '../../vocabulary/profiles.ts';
import { keys } from './key.ts';

export const manifestKeys = keys([
  { name: 'lexiform', kind: 'name', doc: 'The version of the dictionary language.', example: '1', required: true },
  {
    name: 'dictionary',
    kind: 'name',
    doc: 'The name of the dictionary.',
    example: 'displacement-core',
    required: true,
  },
  {
    name: 'title',
    kind: 'text',
    doc: 'The title of the dictionary.',
    example: 'Displacement tracking core dictionary',
  },
  { name: 'version', kind: 'name', doc: 'The semantic version of what is published.', example: '1.4.0' },
  {
    name: 'languages',
    kind: 'map',
    holds: 'languages',
    doc: 'The languages of the dictionary, by tag.',
    example: '{ en: English, fr: Français }',
  },
  { name: 'default_language', kind: 'name', doc: 'The language of what is written without one.', example: 'en' },
  { name: 'profiles', kind: 'names', values: profiles, doc: 'What the workbooks must suit.', example: '[kobo, odk]' },
  {
    name: 'policy',
    kind: 'map',
    holds: 'policy',
    doc: 'Rules for the dictionary as a whole.',
    example: '{ sensitivity: internal }',
  },
  { name: 'lock', kind: 'names', doc: 'What a country may not change.', example: '[type, codes]' },
  { name: 'open', kind: 'names', doc: 'What a country may change all the same.', example: '[hint]' },
]);

export const policyKeys = keys([
  {
    name: 'sensitivity',
    kind: 'choice',
    values: ['public', 'internal', 'personal', 'sensitive'],
    doc: 'The sensitivity of variables that state none.',
    example: 'internal',
  },
  {
    name: 'consent',
    kind: 'cells',
    doc: 'The answer that opens personal and sensitive questions.',
    example: '{ variable: consent, value: yes }',
  },
  { name: 'small_cells', kind: 'name', doc: 'Reports hide cells under this count.', example: '5' },
]);

export const languageKeys = keys([
  { name: 'name', kind: 'plain', doc: 'The name of the language.', example: 'French', required: true },
  {
    name: 'header',
    kind: 'plain',
    doc: 'What stands behind label:: in the workbook; "" for the plain column.',
    example: 'French',
  },
]);

export const moduleKeys = keys([
  { name: 'label', kind: 'text', doc: 'What the module is called.', example: 'Household roster' },
  { name: 'definition', kind: 'text', doc: 'What the module is for.', example: 'One row for each person.' },
  { name: 'with', kind: 'texts', doc: 'What a use may fill, and the default.', example: '{ max: 20 }' },
  { name: 'lock', kind: 'names', doc: 'What a country may not change.', example: 'all' },
  { name: 'open', kind: 'names', doc: 'What a country may change all the same.', example: '[label]' },
  {
    name: 'items',
    kind: 'list',
    holds: 'items',
    doc: 'What the module places, in order.',
    example: '[hh_size]',
    required: true,
  },
]);

export const formKeys = keys([
  { name: 'title', kind: 'text', doc: 'The title that people see.', example: 'Household registration' },
  { name: 'definition', kind: 'text', doc: 'What the form is for.', example: 'Filled once for each household.' },
  { name: 'languages', kind: 'names', doc: 'The languages of this form, where it has not all.', example: '[en, fr]' },
  { name: 'default_language', kind: 'name', doc: 'The language that opens first.', example: 'fr' },
  {
    name: 'settings',
    kind: 'cells',
    holds: 'settings',
    doc: 'Columns of the settings sheet.',
    example: '{ style: pages }',
  },
  {
    name: 'metadata',
    kind: 'list',
    holds: 'items',
    doc: 'What the device fills by itself.',
    example: '[start, end, today, deviceid]',
  },
  {
    name: 'attachments',
    kind: 'list',
    holds: 'attachments',
    doc: 'Files that no list and no text names.',
    example: '[species.csv]',
  },
  {
    name: 'entities',
    kind: 'list',
    holds: 'rows',
    doc: 'Rows of the entities sheet; workbooks for KoboToolbox, which has none, go without.',
    example: '[{ list_name: households, label: "${hh_number}" }]',
  },
  {
    name: 'sheets',
    kind: 'map',
    holds: 'sheets',
    doc: 'Any other sheet, by name, verbatim.',
    example: '{ notes: [{ a: 1 }] }',
  },
  {
    name: 'lists',
    kind: 'names',
    doc: 'Code lists that the choices sheet holds first and in this order, used or not.',
    example: '[sex, yes_no]',
  },
  {
    name: 'external_lists',
    kind: 'names',
    doc: 'Code lists of the sheet external_choices, in this order, used or not.',
    example: '[villages]',
  },
  {
    name: 'osm_lists',
    kind: 'names',
    doc: 'Code lists of the sheet osm, in this order: tags, and what can be answered to them.',
    example: '[building_tags, building]',
  },
  {
    name: 'survey_columns',
    kind: 'names',
    doc: 'The columns of the survey sheet in this order, where the order matters.',
    example: '[type, name, relevant, label]',
  },
  {
    name: 'choices_columns',
    kind: 'names',
    doc: 'The columns of the choices sheet in this order, where the order matters.',
    example: '[list_name, name, region, label]',
  },
  {
    name: 'stamp',
    kind: 'flag',
    doc: 'Whether form, version and content hash travel in a last calculate.',
    example: 'no',
  },
  { name: 'lock', kind: 'names', doc: 'What a country may not change.', example: 'all' },
  { name: 'open', kind: 'names', doc: 'What a country may change all the same.', example: '[label]' },
  {
    name: 'items',
    kind: 'list',
    holds: 'items',
    doc: 'The questions, groups and modules of the form, in order.',
    example: '[hh_size]',
    required: true,
  },
]);

export const attachmentKeys = keys([
  { name: 'file', kind: 'name', doc: 'The name of the file.', example: 'features.csv', required: true },
  {
    name: 'from',
    kind: 'choice',
    values: ['server', 'dictionary'],
    doc: 'Who has the file; one from the server is not shipped.',
    example: 'server',
  },
]);

export const softKeys = keys([
  { name: 'when', kind: 'plain', doc: 'The condition that is not plausible.', example: '. > 20', required: true },
  { name: 'message', kind: 'text', doc: 'What the finding says.', example: 'Very large household' },
]);

export const retirementKeys = keys([
  { name: 'since', kind: 'name', doc: 'The version since which it is not asked.', example: '1.4.0', required: true },
  { name: 'use', kind: 'name', doc: 'The variable that replaces it.', example: 'new_score' },
]);

/** The sections that a file may hold, each a map from name to definition. */
export const sections = ['codelists', 'variables', 'modules', 'forms', 'indicators', 'checks', 'crosswalks'] as const;
export type SectionName = (typeof sections)[number];

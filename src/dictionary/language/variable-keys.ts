import {
  surveyColumnNames,
  surveyColumns,
  type Column,
  type ColumnKind,
  type SurveyColumn,
} from '../../vocabulary/columns.ts';
import { keys, type Key, type Kind } from './key.ts';

const KIND_OF_COLUMN = {
  text: 'text',
  media: 'text',
  formula: 'plain',
  condition: 'plain',
  default: 'plain',
  references: 'plain',
  parameters: 'parameters',
  plain: 'plain',
} as const satisfies Readonly<Record<ColumnKind, Kind>>;

/** A column of the survey sheet as a key of the language. */
export interface ColumnKey<Name extends SurveyColumn> extends Key {
  readonly name: Name;
  readonly kind: (typeof KIND_OF_COLUMN)[(typeof surveyColumns)[Name]['kind']];
}

function columnKey(name: SurveyColumn): Key {
  const { kind, doc, example }: Column = surveyColumns[name];
  return { name, kind: KIND_OF_COLUMN[kind], doc, example };
}

type AnyColumnKey = { [Name in SurveyColumn]: ColumnKey<Name> }[SurveyColumn];

/** Every column of the survey sheet is a key of the same name. */
export const columnKeys = surveyColumnNames.map(columnKey) as unknown as readonly AnyColumnKey[];

/** What a workbook cannot say of a question. */
export const meaningKeys = keys([
  {
    name: 'definition',
    kind: 'text',
    doc: 'What the concept means, for whoever reads the data.',
    example: 'Sex as stated by the person.',
  },
  {
    name: 'purpose',
    kind: 'text',
    doc: 'Why it is asked and what is done with the answers; sensitive questions need one.',
    example: 'To refer the person to a doctor, with consent.',
  },
  { name: 'id', kind: 'name', doc: 'The permanent id of the concept; it survives every rename.', example: 'D-0101' },
  { name: 'unit', kind: 'name', doc: 'The unit of analysis: household, member, location, …', example: 'household' },
  {
    name: 'obligation',
    kind: 'choice',
    values: ['core', 'warehouse', 'recommended', 'optional', 'mission'],
    doc: 'How far a country may drop it.',
    example: 'core',
  },
  {
    name: 'sensitivity',
    kind: 'choice',
    values: ['public', 'internal', 'personal', 'sensitive'],
    doc: 'The harm that a leak could do.',
    example: 'personal',
  },
  {
    name: 'identifies',
    kind: 'choice',
    values: ['direct', 'quasi', 'attribute', 'no'],
    doc: 'Whether the answer tells who a person is.',
    example: 'quasi',
  },
  { name: 'role', kind: 'name', doc: 'What checks must know it as: sex, age, enumerator, admin1, …', example: 'sex' },
  {
    name: 'source',
    kind: 'cells',
    doc: 'The standard that the concept comes from.',
    example: '{ standard: DTM, code: m1535 }',
  },
  { name: 'lock', kind: 'names', doc: 'What a country may not change: all, or a list of keys.', example: 'all' },
  { name: 'open', kind: 'names', doc: 'What a country may change all the same.', example: '[hint]' },
  {
    name: 'localise',
    kind: 'plain',
    doc: 'What each country must adapt.',
    example: 'Insert the names of local programmes.',
  },
  {
    name: 'soft',
    kind: 'list',
    holds: 'soft limits',
    doc: 'Plausibility: reported when data is checked, silent on the device.',
    example: '[{ when: ". > 20", message: Very large }]',
  },
  { name: 'was', kind: 'names', doc: 'Earlier names, which link old data.', example: '[children_under_5]' },
  {
    name: 'retired',
    kind: 'map',
    holds: 'retirement',
    doc: 'Since when it is not asked any more, and what replaces it.',
    example: '{ since: 1.4.0, use: new_score }',
  },
  {
    name: 'specify',
    kind: 'name',
    doc: 'The text question that follows for the code marked special: other.',
    example: 'shelter_other',
  },
  { name: 'parent', kind: 'name', doc: 'The question that asks the list above this list.', example: 'origin_admin1' },
]);

/** The keys of a variable. */
export const variableKeys = [
  {
    name: 'type',
    kind: 'plain',
    holds: 'question type',
    doc: 'The question type, as in XLSForm.',
    example: 'select_one sex',
  },
  {
    name: 'like',
    kind: 'name',
    doc: 'Takes every key of another variable but id and was; own keys win.',
    example: 'hoh_sex',
  },
  ...columnKeys,
  ...meaningKeys,
  {
    name: 'columns',
    kind: 'cells',
    doc: 'Columns of the survey sheet that the language does not name.',
    example: '{ "body::accuracyThreshold": 10 }',
  },
] as const satisfies readonly Key[];

import { sectionTypes } from '../../vocabulary/types.ts';
import { keys, type Key } from './key.ts';
import { columnKeys, meaningKeys, variableKeys } from './variable-keys.ts';

/** What stands first in an item and says what kind it is. */
export const itemKinds = ['ask', 'note', 'calculate', 'group', 'repeat', 'use'] as const;
export type ItemKind = (typeof itemKinds)[number];

const columnsKey = {
  name: 'columns',
  kind: 'cells',
  doc: 'Columns that the language does not name.',
  example: '{ "bind::x": y }',
} as const;
const lockKeys = keys([
  { name: 'lock', kind: 'names', doc: 'What a country may not change here.', example: 'all' },
  { name: 'open', kind: 'names', doc: 'What a country may change all the same.', example: '[label]' },
]);

/** A variable with changes for this place, or a question of this form alone. */
export const askKeys = [
  { name: 'ask', kind: 'name', doc: 'The variable that is asked.', example: 'member_age', required: true },
  { name: 'as', kind: 'name', doc: 'Another name for its column in the data.', example: 'resp_sex' },
  ...variableKeys,
] as const satisfies readonly Key[];

export const noteKeys = [
  { name: 'note', kind: 'name', doc: 'The name of a text that is only shown.', example: 'thanks', required: true },
  ...columnKeys,
  columnsKey,
  ...lockKeys,
] as const satisfies readonly Key[];

export const calculateKeys = [
  {
    name: 'calculate',
    kind: 'name',
    doc: 'The name of a value that is computed.',
    example: 'member_pos',
    required: true,
  },
  ...columnKeys,
  ...meaningKeys,
  columnsKey,
] as const satisfies readonly Key[];

const items = {
  name: 'items',
  kind: 'list',
  holds: 'items',
  doc: 'What stands in it, in order.',
  example: '[hh_size]',
  required: true,
} as const;

export const groupKeys = [
  { name: 'group', kind: 'name', doc: 'The name of a group.', example: 'vulnerability', required: true },
  {
    name: 'type',
    kind: 'plain',
    holds: 'section type',
    doc: `Another kind of section: ${sectionTypes.slice(3).join(', ')} or loop over LIST.`,
    example: 'kobomatrix',
  },
  ...columnKeys,
  columnsKey,
  ...lockKeys,
  items,
] as const satisfies readonly Key[];

export const repeatKeys = [
  {
    name: 'repeat',
    kind: 'name',
    doc: 'The name of a group that is asked several times.',
    example: 'member',
    required: true,
  },
  ...columnKeys,
  columnsKey,
  ...lockKeys,
  items,
] as const satisfies readonly Key[];

export const useKeys = keys([
  { name: 'use', kind: 'name', doc: 'The module that is placed here.', example: 'household_roster', required: true },
  { name: 'with', kind: 'texts', doc: "Values for the module's parameters.", example: '{ max: 30 }' },
  { name: 'except', kind: 'names', doc: 'Items of the module that are left out.', example: '[thanks_roster]' },
  { name: 'relevant', kind: 'plain', doc: 'Joined by and to each outermost item.', example: "${consent} = 'yes'" },
  { name: 'prefix', kind: 'name', doc: 'Put before every name that the module places.', example: 'alt_' },
  { name: 'suffix', kind: 'name', doc: 'Put after every name that the module places.', example: '_2' },
]);

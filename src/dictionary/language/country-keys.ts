import { formKeys, moduleKeys } from './form-keys.ts';
import { groupKeys, noteKeys } from './item-keys.ts';
import { type Key, keys } from './key.ts';
import { codeListKeys } from './list-keys.ts';
import { variableKeys } from './variable-keys.ts';

/** The keys of a table by these names, as the table has them. */
function some<const Table extends readonly Key[], Name extends Table[number]['name']>(
  table: Table,
  ...names: readonly Name[]
): readonly Extract<Table[number], { readonly name: Name }>[] {
  return table.filter((key): key is Extract<Table[number], { readonly name: Name }> =>
    names.some((name) => name === key.name),
  );
}

/** The other keys of the table. */
function without<const Table extends readonly Key[], Name extends Table[number]['name']>(
  table: Table,
  ...names: readonly Name[]
): readonly Exclude<Table[number], { readonly name: Name }>[] {
  return table.filter(
    (key): key is Exclude<Table[number], { readonly name: Name }> => !names.some((name) => name === key.name),
  );
}

export const countryKeys = keys([
  {
    name: 'country',
    kind: 'name',
    doc: 'The id of the country, which is the name of its folder: what it adds begins with it.',
    example: 'afg',
    required: true,
  },
  { name: 'title', kind: 'text', doc: 'What the country office is called.', example: 'Afghanistan' },
  {
    name: 'languages',
    kind: 'map',
    holds: 'languages',
    doc: 'The languages that its forms speak, by tag, in their order.',
    example: '{ prs: دری, ps: پښتو }',
  },
  { name: 'default_language', kind: 'name', doc: 'The language that opens first.', example: 'prs' },
  {
    name: 'policy',
    kind: 'map',
    holds: 'policy',
    doc: 'Rules of the core that are others here, key by key.',
    example: '{ small_cells: 10 }',
  },
]);

/** What a country may say of a group or a repeat. */
export const sectionChangeKeys = without(groupKeys, 'group', 'type', 'lock', 'open', 'items');

/** What a country may say of a note. */
export const noteChangeKeys = without(noteKeys, 'note', 'lock', 'open');

/**
 * What a country may say of a variable that the core has: not what it is, nor what may be changed of it. `localise:` without a
 * value says that it fits as it is.
 */
export const variableChangeKeys = without(variableKeys, 'like', 'id', 'was', 'retired', 'lock', 'open');

/** What stands in `base.yaml`, which lexiform writes. */
export const baseKeys = keys([
  {
    name: 'base',
    kind: 'cells',
    doc: 'What the core said where the country says otherwise.',
    example: '{ variables.hh_size.constraint: . > 0 }',
    required: true,
  },
]);

const changeKey = {
  name: 'change',
  kind: 'list',
  holds: 'changes',
  doc: 'What is added, moved, changed and removed, one after the other.',
  example: '[{ after: hoh_sex, add: [afg_document] }, { remove: [winter_assistance] }]',
} as const;

/** What a country may say of a list that the core has. */
export const listChangeKeys = [
  ...some(codeListKeys, 'label', 'definition', 'attributes', 'file', 'delivery', 'source'),
  {
    name: 'codes',
    kind: 'entry',
    holds: 'codes',
    doc: 'Codes of the core with what changes of them, key by key; in a list that each country replaces, all its codes.',
    example: '{ tent: { image: tent-afg.png } }',
  },
  {
    name: 'add',
    kind: 'entry',
    holds: 'codes',
    doc: 'New codes, which begin with the id of the country; they stand before the special ones.',
    example: '{ afg_mud_house: Mud house }',
  },
  { name: 'remove', kind: 'names', doc: 'Codes that are not offered.', example: '[igloo]' },
  { name: 'order', kind: 'names', doc: 'Codes that come first, in this order.', example: '[house, tent]' },
] as const satisfies readonly Key[];

export const moduleChangeKeys = [
  ...some(moduleKeys, 'label', 'definition', 'with'),
  changeKey,
] as const satisfies readonly Key[];

export const formChangeKeys = [
  ...some(
    formKeys,
    'title',
    'definition',
    'languages',
    'default_language',
    'settings',
    'metadata',
    'attachments',
    'entities',
    'sheets',
    'lists',
  ),
  changeKey,
] as const satisfies readonly Key[];

/** Where something goes: beside an item, or into a section. */
export const placeWords = ['after', 'before', 'first_in', 'last_in'] as const;
export type PlaceWord = (typeof placeWords)[number];

const placeKeys = keys([
  { name: 'after', kind: 'name', doc: 'The item that it follows.', example: 'hoh_sex' },
  { name: 'before', kind: 'name', doc: 'The item that follows it.', example: 'consent' },
  { name: 'first_in', kind: 'name', doc: 'The group, repeat, module or form that it opens.', example: 'vulnerability' },
  { name: 'last_in', kind: 'name', doc: 'The group, repeat, module or form that it ends.', example: 'vulnerability' },
]);

export const addKeys = [
  {
    name: 'add',
    kind: 'list',
    holds: 'items',
    doc: 'The items that are added, written as in a form.',
    example: '[afg_document]',
    required: true,
  },
  ...placeKeys,
] as const satisfies readonly Key[];

export const moveKeys = [
  { name: 'move', kind: 'name', doc: 'The item that goes elsewhere.', example: 'hoh_phone', required: true },
  ...placeKeys,
] as const satisfies readonly Key[];

export const removeKeys = keys([
  {
    name: 'remove',
    kind: 'names',
    doc: 'Items that are not asked; a group goes with all that it holds.',
    example: '[winter_assistance]',
    required: true,
  },
]);

/** Any facet of one item, changed where it stands. */
export const itemChangeKeys = [
  {
    name: 'item',
    kind: 'name',
    doc: 'The question, note, group or repeat that changes, by the name that the form has for it.',
    example: 'thanks_roster',
    required: true,
  },
  ...variableChangeKeys,
] as const satisfies readonly Key[];

export const changeKinds = ['add', 'move', 'item', 'remove'] as const;
export type ChangeKind = (typeof changeKinds)[number];

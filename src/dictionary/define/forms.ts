import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Plain } from '../../model/facets.ts';
import type { Attachment, Form, Row } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { asFormula } from '../../model/parse.ts';
import { asTypeUse } from '../../model/type-use.ts';
import type { ListEntry, MapEntry } from '../../source/entry.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import { settingsColumns } from '../../vocabulary/settings.ts';
import { decodeKeys, expectMap, uniquePairs } from '../decode/decode.ts';
import { decodeValue, nameOf, wrongShape } from '../decode/values.ts';
import { attachmentKeys, formKeys } from '../language/form-keys.ts';
import { given, type Key, type Values } from '../language/key.ts';
import { toText } from '../place/facets.ts';
import { applyChanges } from '../place/changes.ts';
import { placeItems } from '../place/items.ts';
import { toLocks } from '../place/locks.ts';
import { place, placeExactly, type Placing } from '../place/parameters.ts';
import type { Stock } from '../place/stock.ts';
import type { Definition } from '../project/project.ts';
import { formChange, type FormValues, NO_CHANGE, withLayer } from './form-change.ts';
import { formLanguages } from './form-languages.ts';
import { definitionName } from './manifest.ts';
import type { RawChange } from './raw-change.ts';
import { decodeItems, type RawItem } from './raw-item.ts';
import { MOST_ITEMS } from '../../vocabulary/limits.ts';

export type FormStock = Omit<Stock, 'excluded' | 'budget'>;

export function decodeForms(
  definitions: ReadonlyMap<string, Definition>,
  layer: ReadonlyMap<string, Definition>,
  placing: Placing,
  stock: FormStock,
): ReadonlyMap<string, Form> {
  return new Map(
    [...definitions].flatMap(([name, definition]) => {
      const form = decodeForm(name, definition, layer.get(name), placing, stock);
      return form ? [[name, form] as const] : [];
    }),
  );
}

function decodeForm(
  name: string,
  { entry, nameLocation }: Definition,
  layer: Definition | undefined,
  placing: Placing,
  stock: FormStock,
): Form | undefined {
  const { report } = placing;
  const map = expectMap(entry, name, '{ title: Registration, items: [hh_size] }', report);
  if (!map) return undefined;
  const { values: core } = decodeKeys(map, formKeys, { what: `form ${quote(name)}` }, report);
  const over = layer ? formChange(layer.entry, [name], report, name) : NO_CHANGE;
  const values = withLayer(core, over.values);
  const own: Stock = { ...stock, excluded: [], budget: { left: MOST_ITEMS } };
  const title = given(values.title);
  return {
    name: definitionName(name, nameLocation),
    title: title && toText(title, placing),
    ...formLanguages(name, core, over.values, placing, stock),
    settings: decodeSettings(given(values.settings), placing),
    items: placeForm(name, values, over.changes, placing, own),
    attachments: decodeAttachments(given(values.attachments), report),
    entities: decodeRows(given(values.entities), 'entities', report).map((row) => asEntity(row, placing)),
    sheets: decodeSheets(given(values.sheets), report),
    excluded: own.excluded,
    ...layoutOf(values, stock.codeLists),
    stamp: given(values.stamp)?.value ?? true,
    ...toLocks(values),
    origin: originAt(nameLocation),
  };
}

function placeForm(
  name: string,
  values: FormValues,
  changes: readonly RawChange[],
  placing: Placing,
  stock: Stock,
): readonly Item[] {
  const items = [
    ...placeMetadata(given(values.metadata), placing, stock),
    ...placeItems(decodeItems(given(values.items), placing.report), placing, stock),
  ];
  return applyChanges(items, { name, what: `Form ${quote(name)}`, changes }, placing, stock, placeItems);
}

/** How the workbook is to be laid out, where the form says so. */
function layoutOf(values: FormValues, codeLists: FormStock['codeLists']): Pick<Form, 'layout'> {
  const lists = words(given(values.lists));
  const headings = new Map([
    ['survey', words(given(values.survey_columns))],
    ['choices', words(given(values.choices_columns))],
  ]);
  for (const [sheet, columns] of headings) if (columns.length === 0) headings.delete(sheet);
  const external = words(given(values.external_lists)).flatMap((name) => codeLists.get(name) ?? []);
  const osm = words(given(values.osm_lists)).flatMap((name) => codeLists.get(name) ?? []);
  const ownLists = {
    ...(external.length > 0 ? { external_choices: external } : {}),
    ...(osm.length > 0 ? { osm } : {}),
  };
  const says = lists.length + headings.size + external.length + osm.length > 0;
  return says ? { layout: { headings, lists, ownLists } } : {};
}

function words(plains: readonly Plain[] | undefined): readonly string[] {
  return (plains ?? []).map(({ string }) => string.text);
}

function decodeSettings(cells: ReadonlyMap<string, Plain> | undefined, placing: Placing): Form['settings'] {
  return new Map(
    [...(cells ?? [])].map(([name, value]) => [
      name,
      settingsColumns.get(name)?.kind === 'formula' ? asFormula(placeExactly(value, placing)) : place(value, placing),
    ]),
  );
}

/** A bare word is what the device fills: `start`, `today`; it is named after its type. */
function placeMetadata(list: ListEntry | undefined, placing: Placing, stock: Stock): readonly Item[] {
  return decodeItems(list, placing.report).flatMap(
    (item) => metadataQuestion(item, stock) ?? placeItems([item], placing, stock),
  );
}

function metadataQuestion(item: RawItem, { variables }: Stock): Item[] | undefined {
  const isWord = item.kind === 'ask' && Object.keys(item.values).length === 0;
  if (!isWord || variables.has(item.name.string.text) || !questionTypes.get(item.name.string.text)?.metadata)
    return undefined;
  const { name } = item;
  return [
    {
      kind: 'question',
      name,
      type: asTypeUse(name),
      facets: {},
      columns: new Map(),
      meaning: {},
      variable: undefined,
      origin: name.origin,
    },
  ];
}

function decodeAttachments(list: ListEntry | undefined, report: Report): readonly Attachment[] {
  return (list?.items ?? []).flatMap((entry): Attachment[] => {
    if (entry.kind === 'text') return [{ file: nameOf(entry), from: 'dictionary' }];
    const map = expectMap(entry, 'attachments', '[species.csv, { file: features.csv, from: server }]', report);
    const values: Values<typeof attachmentKeys> = map
      ? decodeKeys(map, attachmentKeys, { what: 'an attachment' }, report).values
      : {};
    const file = given(values.file);
    return file ? [{ file, from: given(values.from)?.string.text === 'server' ? 'server' : 'dictionary' }] : [];
  });
}

const ROW: Key = { name: 'row', kind: 'cells', doc: '', example: '{ a: 1 }' };

function decodeRows(list: ListEntry | undefined, name: string, report: Report): ReadonlyMap<string, Plain>[] {
  return (list?.items ?? []).flatMap((entry) => {
    const row = decodeValue(entry, { ...ROW, name }, report);
    return row instanceof Map ? [row] : [];
  });
}

const ENTITY_FORMULAS = new Set(['label', 'entity_id', 'create_if', 'update_if']);

function asEntity(row: ReadonlyMap<string, Plain>, placing: Placing): Row {
  return new Map(
    [...row].map(([header, value]) => {
      const placed = placeExactly(value, placing);
      return [header, ENTITY_FORMULAS.has(header) ? asFormula(placed) : placed];
    }),
  );
}

function decodeSheets(map: MapEntry | undefined, report: Report): Form['sheets'] {
  if (!map) return new Map();
  return new Map(
    uniquePairs(map, report).map(({ key, value }) => {
      if (value.kind === 'list') return [key.text, decodeRows(value, key.text, report)];
      wrongShape(value, { name: key.text, example: '[{ a: 1, b: 2 }]' }, 'a list of rows', report);
      return [key.text, []];
    }),
  );
}

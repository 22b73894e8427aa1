import { codeColumns, type CodeList, physicalName } from '../../model/code-list.ts';
import { baseName } from '../../model/deliver/instances.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import { textInAny } from '../../model/facets.ts';
import { choiceTextColumns } from '../../vocabulary/columns.ts';
import { isWritten } from '../../vocabulary/profiles.ts';
import { type Cells, languageHeader, type Table, tableOf, textCells } from './columns.ts';

/** The choices sheet, or another one like it: the lists in the order in which the form uses them. */
export function choicesTable(
  lists: readonly CodeList[],
  delivery: Delivery,
  sheet: 'choices' | 'external_choices' = 'choices',
): Table {
  const rows = lists.flatMap((list) => list.codes.map((code) => codeCells(list, code, delivery)));
  const order = delivery.form.layout?.headings.get(sheet) ?? choicesOrder(delivery);
  return tableOf(rows, order, ['list_name', 'name']);
}

function choicesOrder({ languages }: Delivery): readonly string[] {
  const headers = languages.length === 0 ? [''] : languages.map(({ header }) => header);
  return [
    'list_name',
    'name',
    ...choiceTextColumns.flatMap((column) => headers.map((header) => languageHeader(column, header))),
  ];
}

function codeCells(list: CodeList, code: CodeList['codes'][number], delivery: Delivery): Cells {
  const texts = choiceTextColumns.flatMap((column) => {
    const text = code.texts[column];
    if (!text) return [];
    const cells = textCells(column, text, delivery);
    return column === 'label' ? cells : cells.map(([header, file]): [string, string] => [header, baseName(file)]);
  });
  const attributes = [...code.attributes]
    .filter(([header]) => isWritten(header, delivery.profile))
    .map(([header, value]): [string, string] => [header, value.string.text]);
  return new Map([['list_name', physicalName(list)], ['name', code.name.string.text], ...texts, ...attributes]);
}

/** The tags of the type `osm`, whose labels pyxform cannot translate. */
export function osmTable(delivery: Delivery, fallback: string): Table {
  const rows = delivery.ownSheets.osm.flatMap((list) =>
    list.codes.map(
      ({ name, texts }): Cells =>
        new Map([
          ['list_name', physicalName(list)],
          ['name', name.string.text],
          ['label', textInAny(texts.label, [delivery.form.defaultLanguage, fallback])?.string.text ?? name.string.text],
        ]),
    ),
  );
  return tableOf(rows);
}

/** A list as the CSV file that select_one_from_file reads: one label column, then the attributes. */
export function csvRows(list: CodeList, { form }: Delivery, fallback: string): readonly (readonly string[])[] {
  const attributes = [...codeColumns(list)];
  const rows = list.codes.map(({ name, texts, attributes: values }) => [
    name.string.text,
    textInAny(texts.label, [form.defaultLanguage, fallback])?.string.text ?? name.string.text,
    ...attributes.map((attribute) => values.get(attribute)?.string.text ?? ''),
  ]);
  return [['name', 'label', ...attributes], ...rows];
}

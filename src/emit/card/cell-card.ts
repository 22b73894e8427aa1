import { columnLetters } from '../../formats/column-letters.ts';
import { codesByName, type Code, physicalName } from '../../model/code-list.ts';
import type { Item } from '../../model/item.ts';
import { codeKey, itemKey } from '../../model/places.ts';
import { type Visit, walk } from '../../model/walk.ts';
import { isSurveyColumn, surveyColumns } from '../../vocabulary/columns.ts';
import { STAMP } from '../../vocabulary/reserved.ts';
import { settingsColumns } from '../../vocabulary/settings.ts';
import { choiceColumnOf, settingColumnOf, surveyColumnOf } from '../../vocabulary/spelt-headers.ts';
import type { CatalogueForm, CatalogueList } from '../codebook/catalogue.ts';
import { type Card, type CardFact, cardFact, type CardSource } from './card.ts';
import { originLines, originOf } from './cell-origin.ts';
import type { CellTarget, Grid, GridSheet } from './grid.ts';
import { questionCard, sectionCard } from './item-card.ts';
import { codeCard } from './list-card.ts';

/** What stands in a cell and where it was written, then what its row is. */
export function cardsAt(target: CellTarget, grid: Grid, form: CatalogueForm, source: CardSource): readonly Card[] {
  const rows = grid.get(target.sheet) ?? new Map();
  const sheet = target.sheet.toLowerCase();
  const found = sheet === 'survey' ? itemAt(target, rows, form, source) : undefined;
  const code = found || target.row === 1 ? undefined : codeAt(target, source, form);
  const origin = originOf(target, rows, form, source, found, code?.code);
  return [
    {
      name: `${target.sheet}!${target.column === undefined ? '' : columnLetters(target.column)}${target.row}`,
      what: target.column === undefined ? 'row' : 'cell',
      facts: [
        ...cellFacts(target, rows),
        ...cardFact('Written', origin ? originLines(origin) : []),
        ...rowFacts(target, rows, found),
      ],
    },
    ...(found ? [itemCard(found, form, source)] : []),
    ...(code ? [codeCard(code.code, code.entry, source)] : []),
  ];
}

function cellFacts({ sheet, row, column }: CellTarget, rows: GridSheet): readonly CardFact[] {
  if (column === undefined) return [];
  const heading = rows.get(1)?.get(column) ?? '';
  const doc = docOf(sheet.toLowerCase(), heading);
  return [
    ...cardFact('Column', [
      { text: heading === '' ? 'without a heading' : heading },
      ...(doc === undefined ? [] : [{ text: doc, depth: 1 }]),
    ]),
    ...(row === 1 ? [] : cardFact('Says', [{ text: rows.get(row)?.get(column) ?? 'nothing' }])),
  ];
}

function docOf(sheet: string, heading: string): string | undefined {
  const column = (sheet === 'survey' ? surveyColumnOf(heading) : choiceColumnOf(heading))?.split('::')[0] ?? '';
  if (sheet !== 'survey' && column === 'label') return 'The choice as it is read out or shown.';
  if (sheet === 'settings') return settingsColumns.get(settingColumnOf(heading) ?? '')?.doc;
  return isSurveyColumn(column) ? surveyColumns[column].doc : undefined;
}

/** The item of a row; of a row that closes a section, the section. */
function itemAt(
  { sheet, row }: CellTarget,
  rows: GridSheet,
  form: CatalogueForm,
  { places }: CardSource,
): Visit | undefined {
  const opened = openedBy(row, rows);
  return walk(form.form.items).find(({ item, path }) => {
    const place = places.get(form)?.get(itemKey(path, item));
    return place?.sheet === sheet && place.row === opened;
  });
}

/** The row that opens the section which this row closes; the row itself where it closes none. */
function openedBy(row: number, rows: GridSheet): number {
  if (edgeOf(row, rows) !== 'end') return row;
  let open = 0;
  for (const above of [...rows.keys()].filter((each) => each <= row).toSorted((a, b) => b - a)) {
    const edge = edgeOf(above, rows);
    if (edge === undefined) continue;
    open += edge === 'end' ? 1 : -1;
    if (open === 0) return above;
  }
  return row;
}

function edgeOf(row: number, rows: GridSheet): 'begin' | 'end' | undefined {
  const [, edge] = /^(begin|end)[\s_]/.exec(cellUnder('type', row, rows)) ?? [];
  return edge === 'begin' || edge === 'end' ? edge : undefined;
}

function cellUnder(name: string, row: number, rows: GridSheet): string {
  for (const [column, heading] of rows.get(1) ?? [])
    if (surveyColumnOf(heading) === name) return rows.get(row)?.get(column) ?? '';
  return '';
}

function itemCard({ item, path }: Visit, form: CatalogueForm, source: CardSource): Card {
  const concept = source.reader.catalogue.conceptOf.get(item);
  if (item.kind === 'section' || !concept) return sectionCardOf(item, path, form, source);
  return questionCard(concept, source);
}

function sectionCardOf(item: Item, path: Visit['path'], form: CatalogueForm, source: CardSource): Card {
  return item.kind === 'section'
    ? sectionCard(item, path, form, source)
    : questionCard(
        { anchor: '', name: item.name.string.text, question: item, placements: [{ item, path, form }] },
        source,
      );
}

function codeAt(
  { sheet, row }: CellTarget,
  { places, reader }: CardSource,
  form: CatalogueForm,
): { readonly entry: CatalogueList; readonly code: Code } | undefined {
  for (const entry of reader.catalogue.lists)
    for (const code of codesByName(entry.list).values()) {
      const place = places.get(form)?.get(codeKey(physicalName(entry.list), code.name.string.text));
      if (place?.sheet === sheet && place.row === row) return { entry, code };
    }
  return undefined;
}

/** What is to be said of a row that is no question of its own. */
function rowFacts({ sheet, row }: CellTarget, rows: GridSheet, found: Visit | undefined): readonly CardFact[] {
  if (sheet.toLowerCase() !== 'survey' || row === 1) return [];
  if (found && edgeOf(row, rows) === 'end') return cardFact('Row', [{ text: `closes ${found.item.name.string.text}` }]);
  if (found) return [];
  const stamp = cellUnder('name', row, rows) === STAMP;
  return cardFact('Row', [
    {
      text: stamp
        ? 'is added when the form is built: which form and version a submission is of'
        : 'is no question or group',
    },
  ]);
}

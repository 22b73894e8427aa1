import { physicalName } from '../../model/code-list.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Item, Section } from '../../model/item.ts';
import { codeKey, itemKey, type Places, type SheetRow } from '../../model/places.ts';

/** Where the rows of a form stand in the workbook that is written of it: below the headings, each section with a row at its end. */
export function placesBuilt({ form, inline, ownSheets }: Delivery): Places {
  const places = new Map<string, SheetRow>();
  let row = 1;
  const addItems = (items: readonly Item[], path: readonly Section[]): void => {
    for (const item of items) {
      row += 1;
      first(places, itemKey(path, item), { sheet: 'survey', row });
      if (item.kind === 'question') continue;
      addItems(item.items, [...path, item]);
      row += 1;
    }
  };
  addItems(form.items, []);
  const sheets = { choices: inline, external_choices: ownSheets.external_choices, osm: ownSheets.osm };
  for (const [sheet, lists] of Object.entries(sheets)) {
    const rows = lists.flatMap((list) => list.codes.map(({ name }) => codeKey(physicalName(list), name.string.text)));
    for (const [index, key] of rows.entries()) first(places, key, { sheet, row: index + 2 });
  }
  return places;
}

function first(places: Map<string, SheetRow>, key: string, place: SheetRow): void {
  if (!places.has(key)) places.set(key, place);
}

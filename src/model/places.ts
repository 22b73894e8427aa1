import type { Location } from '../core/location.ts';
import type { CodeList } from './code-list.ts';
import type { Form } from './form.ts';
import type { Item, Section } from './item.ts';
import { walk } from './walk.ts';

/** A row of a workbook, as Excel shows it. */
export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
}

/** The rows of the items and codes of a form, by their keys. */
export type Places = ReadonlyMap<string, SheetRow>;

/** What tells an item from all others of its form; of two with one name beside each other, nothing does. */
export function itemKey(path: readonly Section[], item: Item): string {
  return JSON.stringify([...path, item].map(({ name }) => name.string.text));
}

/** What tells a choice from all others; of one that a list repeats, the first is meant. */
export function codeKey(list: string, code: string): string {
  return JSON.stringify({ list, code });
}

/** Where the rows of a workbook stand that was read. */
export function placesRead({ items }: Form, codeLists: ReadonlyMap<string, CodeList>): Places {
  const places = new Map<string, SheetRow>();
  for (const { item, path } of walk(items)) add(places, itemKey(path, item), item.origin.location);
  for (const { name, codes } of codeLists.values())
    for (const code of codes) add(places, codeKey(name, code.name.string.text), code.origin.location);
  return places;
}

function add(places: Map<string, SheetRow>, key: string, location: Location): void {
  if (location.kind === 'cell' && !places.has(key)) places.set(key, { sheet: location.sheet, row: location.row });
}

import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { textIn } from '../../model/facets.ts';
import { isFormula, type Row } from '../../model/form.ts';
import { type Cells, type Table, tableOf } from './columns.ts';
import { straightQuotes } from './survey.ts';

/** The settings sheet: what a profile's servers need first, then what the form says, which wins. */
export function settingsTable(delivery: Delivery, dictionary: Dictionary, version: string): Table {
  const written = rowCells(delivery.form.settings, delivery);
  const cells = new Map([
    ...(delivery.profile === 'xlsform' ? [] : ownSettings(delivery, dictionary, version)),
    ...written,
  ]);
  return tableOf(cells.size > 0 ? [cells] : []);
}

function ownSettings({ form, languages }: Delivery, dictionary: Dictionary, version: string): [string, string][] {
  const title = textIn(form.title, form.defaultLanguage) ?? textIn(form.title, dictionary.defaultLanguage);
  const opens = languages.find(({ tag }) => tag === form.defaultLanguage)?.header ?? '';
  const name = form.name.string.text;
  return [
    ['form_title', title?.string.text ?? name],
    ['form_id', name],
    ['version', version],
    ['default_language', opens],
  ];
}

export function rowCells(row: Row, delivery: Delivery): Cells {
  return new Map(
    [...row].map(([header, value]) => [header, isFormula(value) ? straightQuotes(value, delivery) : value.string.text]),
  );
}

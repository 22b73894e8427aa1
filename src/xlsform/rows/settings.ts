import type { CodeList } from '../../model/code-list.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { textIn } from '../../model/facets.ts';
import { isFormula, type Row } from '../../model/form.ts';
import { formId } from '../../model/form-id.ts';
import { type Cells, type Table, tableOf } from './columns.ts';
import { straightQuotes } from './survey.ts';

/** The settings sheet: what a profile's servers need first, then what the form says, which wins. */
export function settingsTable(delivery: Delivery, dictionary: Dictionary, version: string): Table {
  const written = rowCells(delivery.form.settings, delivery);
  const own = delivery.profile === 'xlsform' ? [] : ownSettings(delivery, dictionary, version);
  const needed = own.filter(([header]) => !OLD_NAMES.get(header)?.some((name) => written.has(name)));
  const cells = new Map([...needed, ...written]);
  return tableOf(cells.size > 0 ? [cells] : []);
}

/** Names that pyxform also knows these columns by; a workbook with both gets a warning. */
const OLD_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['form_title', ['title', 'set_form_title']],
  ['form_id', ['id_string', 'set_form_id']],
]);

function ownSettings(
  { form, languages, inline }: Delivery,
  dictionary: Dictionary,
  version: string,
): [string, string][] {
  const title = textIn(form.title, form.defaultLanguage) ?? textIn(form.title, dictionary.defaultLanguage);
  const opens = languages.find(({ tag }) => tag === form.defaultLanguage)?.header ?? '';
  const name = form.name.string.text;
  return [
    ['form_title', title?.string.text ?? name],
    ['form_id', formId(form, dictionary)],
    ['version', version],
    ['default_language', opens],
    ...(inline.some(repeatsCode) ? [['allow_choice_duplicates', 'yes'] satisfies [string, string]] : []),
  ];
}

/** pyxform refuses a list that repeats a code unless the form says that it is on purpose. */
function repeatsCode({ codes }: CodeList): boolean {
  return new Set(codes.map(({ name }) => name.string.text)).size < codes.length;
}

export function rowCells(row: Row, delivery: Delivery): Cells {
  return new Map(
    [...row].map(([header, value]) => [header, isFormula(value) ? straightQuotes(value, delivery) : value.string.text]),
  );
}

import type { Delivery } from '../../model/deliver/delivery.ts';
import { textIn, type Text } from '../../model/facets.ts';

/** Cells by header, in the order in which headers are first met. */
export type Cells = ReadonlyMap<string, string>;

/** The header of a translatable column in a language: `label::English (en)`, or the plain word. */
export function languageHeader(column: string, header: string): string {
  return header === '' ? column : `${column}::${header}`;
}

/** The cells of a translatable column, one a language of the form. */
export function textCells(column: string, text: Text, { languages, form }: Delivery): [string, string][] {
  if (languages.length === 0) {
    const [only] = text.byLanguage.values();
    return only ? [[column, textIn(text, form.defaultLanguage)?.string.text ?? only.string.text]] : [];
  }
  return languages.map(({ tag, header }) => [languageHeader(column, header), textIn(text, tag)?.string.text ?? '']);
}

/** A table of cells: headers in a given order first, then as met; a column without a value is left out. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly Cells[];
}

export function tableOf(rows: readonly Cells[], order: readonly string[] = [], always: readonly string[] = []): Table {
  const filled = new Set(rows.flatMap((row) => [...row].filter(([, value]) => value !== '').map(([header]) => header)));
  const met = new Set([...order, ...rows.flatMap((row) => [...row.keys()])]);
  return { headers: [...met].filter((header) => filled.has(header) || always.includes(header)), rows };
}

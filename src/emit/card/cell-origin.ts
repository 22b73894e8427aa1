import type { Origin } from '../../core/origin.ts';
import type { Code } from '../../model/code-list.ts';
import { type Text, textInAny } from '../../model/facets.ts';
import type { Item } from '../../model/item.ts';
import type { Visit } from '../../model/walk.ts';
import { isSurveyColumn } from '../../vocabulary/columns.ts';
import { choiceColumnOf, settingColumnOf, surveyColumnOf } from '../../vocabulary/spelt-headers.ts';
import type { CatalogueForm } from '../codebook/catalogue.ts';
import type { CardLine, CardSource } from './card.ts';
import type { CellTarget, GridSheet } from './grid.ts';

/** Where what stands in a cell was written. */
export function originOf(
  { sheet, row, column }: CellTarget,
  rows: GridSheet,
  { form }: CatalogueForm,
  { reader }: CardSource,
  found: Visit | undefined,
  code: Code | undefined,
): Origin | undefined {
  const heading = column === undefined || row === 1 ? '' : (rows.get(1)?.get(column) ?? '');
  if (heading === '') return undefined;
  const tagOf = (header: string): string =>
    reader.catalogue.dictionary.languages.find((language) => language.header === header)?.tag ?? header;
  const local = (text: Text | undefined, header: string): Origin | undefined =>
    textInAny(text, [tagOf(header), reader.catalogue.dictionary.defaultLanguage])?.origin;
  if (found) return itemOrigin(found.item, heading, local);
  if (code) return codeOrigin(code, heading, local);
  return sheet === 'settings' ? form.settings.get(settingColumnOf(heading) ?? heading)?.origin : undefined;
}

type Local = (text: Text | undefined, header: string) => Origin | undefined;

function itemOrigin(item: Item, heading: string, local: Local): Origin | undefined {
  const [column = '', ...language] = surveyColumnOf(heading)?.split('::') ?? [];
  if (column === 'name') return item.name.origin;
  if (column === 'type') return item.kind === 'question' ? item.type.origin : item.origin;
  if (!isSurveyColumn(column)) return item.columns.get(heading)?.origin;
  const facet = item.facets[column];
  return facet && 'byLanguage' in facet ? local(facet, language.join('::')) : facet?.origin;
}

function codeOrigin(code: Code, heading: string, local: Local): Origin | undefined {
  const [column = '', ...language] = choiceColumnOf(heading)?.split('::') ?? [];
  if (column === 'name' || column === 'list_name') return code.name.origin;
  const text = Object.entries(code.texts).find(([name]) => name === column)?.[1];
  return text ? local(text, language.join('::')) : code.attributes.get(heading)?.origin;
}

export function originLines({ location, trail }: Origin): readonly CardLine[] {
  return [
    { text: 'here', at: location },
    ...trail.map(({ kind, name, location: at }) => ({ text: `${kind} ${name}`, at, depth: 1 })),
  ];
}

import type { Facets, Item, Question, TypeUse } from '../model/item.ts';
import { listOf } from '../model/type-use.ts';
import { facetEntries } from '../model/walk.ts';
import type { Written, WrittenMap } from '../source/yaml/write.ts';
import { literal, writtenText } from './texts.ts';
import type { AdoptedForm, ListSheet } from './workbook.ts';

/** The keys of a question beside its name. */
export function questionKeys({ type, facets, columns }: Question, form: AdoptedForm): WrittenMap {
  return new Map<string, Written>([['type', typeText(type, form)], ...itemKeys({ facets, columns }, form)]);
}

/** Types whose lists stand on sheets of their own. */
const SHEETS: Readonly<Record<string, ListSheet>> = { select_one_external: 'external_choices', osm: 'osm' };

/** A type with its list by the name that the dictionary has for it. */
function typeText(type: TypeUse, { listName }: AdoptedForm): string {
  const list = listOf(type)?.string.text;
  const name = list === undefined ? undefined : listName(list, SHEETS[type.word]);
  return name === list ? literal(type) : `${type.word} ${name}${type.orOther ? ' or_other' : ''}`;
}

/** What an item has in the columns of the survey sheet. */
export function itemKeys(
  { facets, columns }: Pick<Item, 'facets' | 'columns'>,
  form: AdoptedForm,
): readonly (readonly [string, Written])[] {
  return [...facetKeys(facets, form), ...columnKeys(columns)];
}

function facetKeys(facets: Facets, { languages, adopted }: AdoptedForm): readonly (readonly [string, Written])[] {
  return facetEntries(facets).map(([column, facet]) => [
    column,
    'byLanguage' in facet ? writtenText(facet, languages, adopted) : literal(facet),
  ]);
}

function columnKeys(columns: Item['columns']): readonly (readonly [string, Written])[] {
  if (columns.size === 0) return [];
  return [['columns', new Map([...columns].map(([header, cell]) => [header, literal(cell)]))]];
}

import type { Facets, Item, Question, Section, TypeUse } from '../model/item.ts';
import { listOf } from '../model/type-use.ts';
import { facetEntries } from '../model/walk.ts';
import type { Written, WrittenMap } from '../source/yaml/write.ts';
import { writtenText } from './texts.ts';
import type { AdoptedForm, ListSheet } from './workbook.ts';

/** The keys of a question beside its name. */
export function questionKeys({ type, facets, columns }: Question, form: AdoptedForm): WrittenMap {
  return new Map<string, Written>([['type', typeText(type, form)], ...facetKeys(facets, form), ...columnKeys(columns)]);
}

/** Types whose lists stand on sheets of their own. */
const SHEETS: Readonly<Record<string, ListSheet>> = { select_one_external: 'external_choices', osm: 'osm' };

/** A type with its list by the name that the dictionary has for it. */
function typeText(type: TypeUse, { listName }: AdoptedForm): string {
  const list = listOf(type)?.string.text;
  const name = list === undefined ? undefined : listName(list, SHEETS[type.word]);
  return name === list ? type.string.text : `${type.word} ${name}${type.orOther ? ' or_other' : ''}`;
}

function facetKeys(facets: Facets, { languages, adopted }: AdoptedForm): readonly (readonly [string, Written])[] {
  return facetEntries(facets).map(([column, facet]) => [
    column,
    'byLanguage' in facet ? writtenText(facet, languages, adopted) : facet.string.text,
  ]);
}

function columnKeys(columns: Item['columns']): readonly (readonly [string, Written])[] {
  if (columns.size === 0) return [];
  return [['columns', new Map([...columns].map(([header, { string }]) => [header, string.text]))]];
}

/** The items of a form: variables by their names, everything else with what it is. */
export function writtenItems(items: readonly Item[], form: AdoptedForm, shared: ReadonlySet<string>): Written {
  return items.map((item) =>
    item.kind === 'section' ? writtenSection(item, form, shared) : writtenAsk(item, form, shared),
  );
}

function writtenAsk(question: Question, form: AdoptedForm, shared: ReadonlySet<string>): Written {
  const name = question.name.string.text;
  return shared.has(name) ? name : new Map<string, Written>([['ask', name], ...questionKeys(question, form)]);
}

function writtenSection(section: Section, form: AdoptedForm, shared: ReadonlySet<string>): Written {
  const { type, list, facets, columns, items, name } = section;
  const word = type === 'repeat' ? 'repeat' : 'group';
  const kind = type === 'loop' ? `loop over ${form.listName(list?.string.text ?? '')}` : type;
  return new Map<string, Written>([
    [word, name.string.text],
    ...(type === 'group' || type === 'repeat' ? [] : [['type', kind] as const]),
    ...facetKeys(facets, form),
    ...columnKeys(columns),
    ['items', writtenItems(items, form, shared)],
  ]);
}

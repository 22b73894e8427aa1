import { memoized } from '../core/memo.ts';
import { type SurveyColumn, surveyColumns } from '../vocabulary/columns.ts';
import type { Text } from './facets.ts';
import type { Item } from './item.ts';
import type { Meaning } from './meaning.ts';
import { facetEntries } from './walk.ts';

/** The texts that a form shows of an item, and the files that it shows, with their columns. */
export const textsOf = memoized(({ facets }: Item): readonly (readonly [SurveyColumn, Text])[] => {
  const texts: (readonly [SurveyColumn, Text])[] = [];
  for (const [column, facet] of facetEntries(facets)) if ('byLanguage' in facet) texts.push([column, facet]);
  return texts;
});

/** The texts that explain a question, which no form shows. */
export function meaningTexts({ definition, purpose, soft = [] }: Meaning): readonly Text[] {
  return [definition, purpose, ...soft.map(({ message }) => message)].filter((text) => text !== undefined);
}

/** The files that a form shows with an item, by language as texts are. */
export function mediaOf(item: Item): readonly Text[] {
  return textsOf(item).flatMap(([column, text]) => (surveyColumns[column].kind === 'media' ? [text] : []));
}

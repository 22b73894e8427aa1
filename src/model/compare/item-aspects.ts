import { memoized } from '../../core/memo.ts';
import { type SurveyColumn, surveyColumns } from '../../vocabulary/columns.ts';
import type { Plain } from '../facets.ts';
import type { Facets, Item } from '../item.ts';
import { type Meaning, plainMeanings } from '../meaning.ts';
import { facetEntries } from '../walk.ts';
import { type AspectEntry, type Aspects, cellAspects, plainAspect, textAspects } from './aspects.ts';
import { normalExpression, normalFile, normalText, normalWords } from './normal.ts';

/** All that is said of a question, a note or a section, but its type and what it holds. */
export const itemAspects = memoized(
  (item: Item): Aspects =>
    new Map([
      ...facetEntries(item.facets).flatMap(([column, facet]) => facetAspects(column, facet)),
      ...[...item.columns].map(([header, cell]) => plainAspect(header, cell)),
      ...(item.kind === 'question' ? meaningAspects(item.meaning) : lockAspects(item.locks ?? {})),
    ]),
);

type Facet = NonNullable<Facets[SurveyColumn]>;

function facetAspects(column: SurveyColumn, facet: Facet): readonly AspectEntry[] {
  const { kind } = surveyColumns[column];
  if ('byLanguage' in facet) return textAspects(column, facet, kind === 'media' ? normalFile : normalText);
  if ('kind' in facet && facet.kind === 'flag')
    return facet.value ? [plainAspect(column, facet, column, () => 'yes')] : [];
  if ('parsed' in facet && 'tree' in facet.parsed) return [plainAspect(column, facet, column, normalExpression)];
  const isWords = kind === 'parameters' || column === 'appearance';
  return facet.string.text.trim() === ''
    ? []
    : [plainAspect(column, facet, column, isWords ? normalWords : normalText)];
}

function meaningAspects(meaning: Meaning): readonly AspectEntry[] {
  const { definition, purpose, source, soft = [], was, retired } = meaning;
  return [
    ...plainMeanings.flatMap((key) => (meaning[key] ? [plainAspect(key, meaning[key])] : [])),
    ...textAspects('definition', definition),
    ...textAspects('purpose', purpose),
    ...cellAspects('source', source),
    ...soft.map(({ when }, at) => plainAspect(`soft.${at + 1}`, when, 'soft', normalExpression)),
    ...soft.flatMap(({ message }, at) =>
      textAspects(`soft.${at + 1}.message`, message).map(
        ([key, aspect]) => [key, { ...aspect, facet: 'soft' }] as const,
      ),
    ),
    ...(retired ? [plainAspect('retired', retired.since)] : []),
    ...wordsAspect('was', was),
    ...lockAspects(meaning),
  ];
}

export function lockAspects({ lock, open }: Pick<Meaning, 'lock' | 'open'>): readonly AspectEntry[] {
  return [...wordsAspect('lock', lock), ...wordsAspect('open', open)];
}

function wordsAspect(key: string, words: readonly Plain[] | undefined): readonly AspectEntry[] {
  const [first] = words ?? [];
  if (!words || !first) return [];
  const text = words.map(({ string }) => string.text).join(', ');
  return [[key, { facet: key, words: text, normal: normalWords(text), origin: first.origin }]];
}

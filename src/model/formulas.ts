import type { Formula } from './facets.ts';
import type { Item } from './item.ts';
import { facetEntries } from './walk.ts';
import type { SurveyColumn } from '../vocabulary/columns.ts';

/** The expressions of an item, each with the column it stands in; soft limits count as constraints. */
export function formulasOf(item: Item): { readonly column: SurveyColumn; readonly formula: Formula }[] {
  const own = facetEntries(item.facets).flatMap(([column, facet]) =>
    isFormula(facet) ? [{ column, formula: facet }] : [],
  );
  const soft =
    item.kind === 'question'
      ? (item.meaning.soft ?? []).map(({ when }) => ({ column: 'constraint' as const, formula: when }))
      : [];
  return [...own, ...soft];
}

function isFormula(facet: object): facet is Formula {
  return 'parsed' in facet && typeof facet.parsed === 'object' && facet.parsed !== null && 'tree' in facet.parsed;
}

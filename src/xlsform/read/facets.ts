import type { LocalText, Plain, Text } from '../../model/facets.ts';
import type { Facets } from '../../model/item.ts';
import { asCondition, asDefault, asFormula, asLocalText } from '../../model/parse.ts';
import { isSurveyColumn, type SurveyColumn, surveyColumns } from '../../vocabulary/columns.ts';
import type { Columns } from './columns.ts';
import type { Languages } from './languages.ts';
import type { TableRow } from './table.ts';

/** The cells of a row by the columns that they stand in. */
export interface RowParts {
  /** The columns that XLSForm or KoboToolbox knows. */
  readonly facets: Facets;
  /** All others, by their headings. */
  readonly others: ReadonlyMap<string, Plain>;
}

/** @param left the columns that stand for something else than a facet, such as the name */
export function rowParts(row: TableRow, columns: Columns, languages: Languages, left: ReadonlySet<string>): RowParts {
  const facets = new Map<SurveyColumn, unknown>();
  const others = new Map<string, Plain>();
  for (const [column, texts] of textsOf(row, columns, languages)) if (isSurveyColumn(column)) facets.set(column, texts);
  for (const [header, plain] of row.cells) {
    const name = columns.get(header)?.name;
    if (name === undefined || left.has(name)) continue;
    if (!isSurveyColumn(name)) others.set(name, plain);
    else if (!facets.has(name)) facets.set(name, facetOf(name, plain));
  }
  // Each facet was made by the kind of its own column, which a list of pairs cannot say.
  return { facets: Object.fromEntries(facets) as Facets, others };
}

function facetOf(column: SurveyColumn, plain: Plain): unknown {
  const { kind } = surveyColumns[column];
  if (kind === 'formula') return asFormula(plain);
  if (kind === 'condition') return asCondition(plain);
  if (kind === 'default') return asDefault(plain);
  return kind === 'references' ? asLocalText(plain) : plain;
}

/** The texts of a row: for each column that people read, its words in each language. */
export function textsOf({ cells }: TableRow, columns: Columns, { tagOf }: Languages): ReadonlyMap<string, Text> {
  const texts = new Map<string, { readonly byLanguage: Map<string, LocalText>; readonly origin: Text['origin'] }>();
  for (const [header, plain] of cells) {
    const column = columns.get(header);
    if (!column || !isTextColumn(column.name)) continue;
    const text = texts.get(column.name) ?? { byLanguage: new Map<string, LocalText>(), origin: plain.origin };
    text.byLanguage.set(tagOf(column.language), asLocalText(plain));
    texts.set(column.name, text);
  }
  return texts;
}

function isTextColumn(name: string): boolean {
  return isSurveyColumn(name) && (surveyColumns[name].kind === 'text' || surveyColumns[name].kind === 'media');
}

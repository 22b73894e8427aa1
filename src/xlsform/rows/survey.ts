import { applyEdits } from '../../core/range.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import { baseName } from '../../model/deliver/instances.ts';
import type { Formula } from '../../model/facets.ts';
import type { Facets, Item, Question, Section } from '../../model/item.ts';
import { facetEntries } from '../../model/walk.ts';
import { isTranslatable, type SurveyColumn, surveyColumnNames, surveyColumns } from '../../vocabulary/columns.ts';
import { isWritten } from '../../vocabulary/profiles.ts';
import { questionTypes, type SectionType } from '../../vocabulary/types.ts';
import { type Cells, languageHeader, type Table, tableOf, textCells } from './columns.ts';

/** A row of the survey sheet, and what it is for the eye. */
export interface SurveyRow {
  readonly cells: Cells;
  readonly opens?: SectionType;
  readonly closes?: SectionType;
  readonly depth: number;
}

export interface SurveyTable extends Table {
  readonly surveyRows: readonly SurveyRow[];
}

export function surveyTable(delivery: Delivery): SurveyTable {
  const surveyRows = delivery.form.items.flatMap((item) => itemRows(item, delivery, 0));
  const table = tableOf(
    surveyRows.map((row) => row.cells),
    delivery.form.layout?.headings.get('survey') ?? surveyOrder(delivery),
    ['type', 'name'],
  );
  return { ...table, surveyRows };
}

/** type and name first, then the columns of the language, each translatable one in all languages. */
function surveyOrder({ languages, profile }: Delivery): readonly string[] {
  const headers = languages.length === 0 ? [''] : languages.map(({ header }) => header);
  const columns = surveyColumnNames.flatMap((column) =>
    isTranslatable(column) ? headers.map((header) => languageHeader(column, header)) : [columnHeader(column, profile)],
  );
  return ['type', 'name', ...columns];
}

/** KoboToolbox reads HXL tags from a column `hxl`, ODK keeps an attribute; an `instance::` column would be a language in KoboToolbox. */
function columnHeader(column: SurveyColumn, profile: Delivery['profile']): string {
  return column === 'hxl' && profile === 'odk' ? 'instance::hxl' : column;
}

function itemRows(item: Item, delivery: Delivery, depth: number): SurveyRow[] {
  if (item.kind === 'question') return [{ cells: rowCells(typeText(item), item, delivery), depth }];
  const open: SurveyRow = { cells: rowCells(beginWord(item), item, delivery), opens: item.type, depth };
  const close: SurveyRow = { cells: new Map([['type', `end_${item.type}`]]), closes: item.type, depth };
  return [open, ...item.items.flatMap((inner) => itemRows(inner, delivery, depth + 1)), close];
}

/** A file that a type names is known by its name alone, as media are. */
function typeText({ type }: Question): string {
  const { text } = type.string;
  const file = questionTypes.get(type.word)?.takes === 'file' ? type.argument?.string.text : undefined;
  return file === undefined ? text : text.replace(file, () => baseName(file));
}

function beginWord({ type, list }: Section): string {
  return type === 'loop' && list ? `begin_loop over ${list.string.text}` : `begin_${type}`;
}

function rowCells(type: string, item: Item, delivery: Delivery): Cells {
  const facets = facetEntries(item.facets).flatMap(([column, facet]) => facetCells(column, facet, delivery));
  const columns = [...item.columns]
    .filter(([header]) => isWritten(header, delivery.profile))
    .map(([header, value]): [string, string] => [header, value.string.text]);
  return new Map([['type', type], ['name', item.name.string.text], ...facets, ...columns]);
}

function facetCells(
  column: SurveyColumn,
  facet: NonNullable<Facets[SurveyColumn]>,
  delivery: Delivery,
): [string, string][] {
  if ('byLanguage' in facet)
    return textCells(column, facet, delivery).map(([header, text]) => [
      header,
      surveyColumns[column].kind === 'media' ? baseName(text) : text,
    ]);
  const text =
    'parsed' in facet && 'tree' in facet.parsed ? straightQuotes(facet as Formula, delivery) : facet.string.text;
  return [[columnHeader(column, delivery.profile), text]];
}

/** Curly quotes of an expression are read as straight ones, so that is what the adapted workbooks hold. */
export function straightQuotes({ string, parsed }: Formula, { profile }: Delivery): string {
  const { text } = string;
  if (profile === 'xlsform') return text;
  return applyEdits(
    text,
    parsed.curlyQuotes.map((range) => ({
      ...range,
      text: '“”'.includes(text.slice(range.start, range.end)) ? '"' : "'",
    })),
  );
}

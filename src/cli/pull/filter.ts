import { isRecord } from '../../core/is-record.ts';
import { suggest } from '../../core/suggest.ts';
import { didYouMean, quote } from '../../diagnostics/quote.ts';
import { columnsOf, type DataColumn, type DataNode } from '../../model/columns/column.ts';
import type { Query } from '../../remote/pull/pages.ts';
import { UsageError } from '../host.ts';

export interface FilterOptions {
  readonly since?: string;
  /** `question=answer`; all of them hold. */
  readonly where: readonly string[];
  /** In Mongo's language. */
  readonly query?: string;
}

const HOW_WHERE = 'Write a question and its answer: --where admin1=AF01';

/**
 * Which submissions come in; undefined for all.
 * @throws UsageError for a condition that the server could not understand, or would understand otherwise
 */
export function filterOf({ since, where, query }: FilterOptions, nodes: readonly DataNode[]): Query | undefined {
  const conditions: readonly Query[] = [
    ...(since === undefined ? [] : [{ _submission_time: { $gte: since } }]),
    ...where.map((each) => whereOf(each, nodes)),
    ...(query === undefined ? [] : [queryOf(query)]),
  ];
  return conditions.length > 1 ? { $and: conditions } : conditions[0];
}

function whereOf(condition: string, nodes: readonly DataNode[]): Query {
  const [, name = '', answer = ''] = /^\s*([^=\s]+)\s*=(.*)$/s.exec(condition) ?? [];
  if (name === '') throw new UsageError(`${quote(condition)} is no condition.`, HOW_WHERE);
  const column = columnNamed(name, nodes);
  const path = column.path.join('/');
  // Several answers stand in one text, with blanks between.
  if (column.answer === 'codes') return { [path]: { $regex: `(^| )${escaped(answer)}( |$)` } };
  return { [path]: answer };
}

function columnNamed(name: string, nodes: readonly DataNode[]): DataColumn {
  const visits = [...columnsOf(nodes)];
  const found = visits.find(({ column }) => column.name === name || column.path.join('/') === name);
  if (!found) {
    const likely = suggest(
      name,
      visits.map(({ column }) => column.name),
    );
    throw new UsageError(`The form has no question ${quote(name)}.${didYouMean(likely)}`, HOW_WHERE);
  }
  if (found.around.every(({ kind }) => kind === 'group')) return found.column;
  throw new UsageError(
    `${quote(name)} is asked in a repeat, of each entry anew.`,
    'Name a question that is asked once, or write the condition by --query.',
  );
}

function queryOf(text: string): Query {
  const query = objectIn(text);
  if (query) {
    refuseOperators(query);
    return query;
  }
  throw new UsageError(
    'The query is no JSON object.',
    `Write it as KoboToolbox does: --query '{"_submitted_by": "anna"}'`,
  );
}

function objectIn(text: string): Query | undefined {
  try {
    const query: unknown = JSON.parse(text);
    return isRecord(query) ? query : undefined;
  } catch {
    return undefined;
  }
}

/** What KoboToolbox hands on to its database (kobo-api.md 3.1). */
const OPERATORS =
  '$or $and $in $nin $not $exists $gt $gte $lt $lte $regex $options $all $elemMatch $ne $expr $ifNull'.split(' ');

/** KoboToolbox takes any other for the name of a question, which nothing has an answer to. */
function refuseOperators(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseOperators);
  if (!isRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$') && !OPERATORS.includes(key))
      throw new UsageError(
        `KoboToolbox knows no ${quote(key)} in a query, and would find nothing.${didYouMean(suggest(key, OPERATORS))}`,
        `It knows ${OPERATORS.join(' ')}.`,
      );
    refuseOperators(inner);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

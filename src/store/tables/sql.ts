import { name as quoted, text } from '../duckdb.ts';
import type { Column } from './columns.ts';
import type { Table } from './plan.ts';

/** Answers are taken out of a text so many at a time: it is read once for all, and not at all for those that nobody asks for. */
const TOGETHER = 64;

/** The rows of a table of one project, made of the texts as they are; what the server has no more is left out. */
export function selectOf(table: Table, project: string): string {
  const { columns } = table;
  const keys = [...new Set([...columns.flatMap((column) => column.keys), ...(table.parent ? [] : ['_submitted_by'])])];
  const places = new Map(keys.map((key, index) => [key, `v${Math.floor(index / TOGETHER)}[${(index % TOGETHER) + 1}]`]));
  const valueOf = (column: Pick<Column, 'keys'>): string => coalesced(column.keys.map((key) => places.get(key) ?? 'NULL'));
  const own = table.parent ? ENTRY : SUBMISSION(valueOf({ keys: ['_submitted_by'] }));
  const all = [...own, ...columns.map((column) => `${expressionOf(column, valueOf(column))} AS ${quoted(column.name)}`)];
  return `SELECT ${all.join(',\n')}\nFROM (SELECT *, ${extracts(keys)} FROM (${rowsOf(table, project)}))`;
}

function SUBMISSION(submitter: string): readonly string[] {
  return [
    'entry_key AS "KEY"',
    '_id',
    'uuid AS _uuid',
    'submitted_at AS _submission_time',
    `${submitter} AS _submitted_by`,
    'status AS _validation_status',
    'version AS __version__',
  ];
}

const ENTRY: readonly string[] = ['entry_key AS "KEY"', 'parent_key AS "PARENT_KEY"', 'place AS _index'];

/** Rows with the JSON that answers are taken from. */
function rowsOf(table: Table, project: string): string {
  const { parent, arrays, repeat } = table;
  if (!parent)
    return `SELECT key AS entry_key, _id, uuid, submitted_at, status, version, raw AS answers
FROM lexiform.submissions WHERE project = ${text(project)} AND deleted_at IS NULL`;
  const lists = arrays.map((key) => `TRY(json_extract(answers, ${path(key, '[*]')}))`);
  const list = lists.length === 1 ? (lists[0] ?? '') : `list_concat(${lists.join(', ')})`;
  return `SELECT parent_key || ${text(`/${repeat}[`)} || place || ']' AS entry_key, parent_key, place, answers FROM (
SELECT entry_key AS parent_key, generate_subscripts(entries, 1) AS place, unnest(entries) AS answers FROM (
SELECT entry_key, ${list} AS entries FROM (${rowsOf(parent, project)})))`;
}

function extracts(keys: readonly string[]): string {
  const groups: string[] = [];
  for (let at = 0; at < keys.length; at += TOGETHER) {
    const paths = keys.slice(at, at + TOGETHER).map((key) => path(key));
    groups.push(`TRY(json_extract_string(answers, [${paths.join(', ')}])) AS v${groups.length}`);
  }
  return groups.length === 0 ? 'NULL AS v0' : groups.join(', ');
}

function path(key: string, more = ''): string {
  return text(`$."${key}"${more}`);
}

function coalesced(values: readonly string[]): string {
  const filled = values.map((value) => `nullif(${value}, '')`);
  return filled.length === 1 ? (filled[0] ?? 'NULL') : `coalesce(${filled.join(', ')})`;
}

/** What is no value of its kind is empty here; it stands in the text, and conform tells of it. */
function expressionOf({ kind, code = '', place = 1 }: Column, value: string): string {
  switch (kind) {
    case 'text':
      return value;
    case 'integer':
      return `TRY_CAST(nullif(regexp_extract(${value}, '^\\s*[+-]?\\d+\\s*$'), '') AS BIGINT)`;
    case 'number':
      return finite(value);
    case 'date':
      return `TRY_CAST(${value}[:10] AS DATE)`;
    case 'instant':
      return `TRY_CAST(${value} AS TIMESTAMPTZ)`;
    case 'chosen':
      return `CASE WHEN ${value} IS NOT NULL THEN list_contains(string_split(${value}, ' '), ${text(code)}) END`;
    case 'coordinate':
      return finite(`string_split(${value}, ' ')[${place}]`);
  }
}

function finite(value: string): string {
  return `CASE WHEN isfinite(TRY_CAST(${value} AS DOUBLE)) THEN TRY_CAST(${value} AS DOUBLE) END`;
}

import { name as quoted, text } from '../duckdb.ts';
import type { Column } from './columns.ts';
import type { Table } from './plan.ts';

/** Answers are taken out of a text so many at a time: it is read once for all, and not at all for those that nobody asks for. */
const TOGETHER = 64;

/**
 * The rows of a table of one project, made of the texts as they are; what the server has no more is left out. Each answer is
 * a column of its own before anything is made of it: where one expression stands twice, the engine's search for such
 * takes half a minute for 2,000 columns.
 */
export function selectOf(table: Table, project: string): string {
  const { columns } = table;
  const keys = [...new Set([...columns.flatMap((column) => column.keys), ...(table.parent ? [] : [SUBMITTER])])];
  const answers = new Map(keys.map((key, index) => [key, `a${index}`]));
  const valueOf = (wanted: readonly string[]): string => coalesced(wanted.map((key) => answers.get(key) ?? 'NULL'));
  const own = table.parent ? ENTRY : submission(valueOf([SUBMITTER]));
  const all = [
    ...own,
    ...columns.map((column) => `${expressionOf(column, valueOf(column.keys))} AS ${quoted(column.name)}`),
  ];
  const single = keys.map((_, index) => `v${Math.floor(index / TOGETHER)}[${(index % TOGETHER) + 1}] AS a${index}`);
  const lists = `SELECT *, ${extracts(keys)} FROM (${rowsOf(table, project)})`;
  return `SELECT ${all.join(',\n')}\nFROM (SELECT *, ${single.join(', ')} FROM (${lists}))`;
}

const SUBMITTER = '_submitted_by';

function submission(submitter: string): readonly string[] {
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
    const found = `TRY(json_extract_string(answers, [${paths.join(', ')}]))`;
    groups.push(`list_transform(${found}, lambda answer: nullif(answer, '')) AS v${groups.length}`);
  }
  return groups.join(', ');
}

function path(key: string, more = ''): string {
  return text(`$."${key}"${more}`);
}

function coalesced(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? 'NULL') : `coalesce(${values.join(', ')})`;
}

const WHOLE = String.raw`^\s*[+-]?\d+\s*$`;
/** Not NaN, which JavaRosa writes where nothing could be computed. */
const DECIMAL = String.raw`^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$`;

/** What is no value of its kind is empty here; it stands in the text, and conform tells of it. */
function expressionOf({ kind, code = '', place = 1 }: Column, value: string): string {
  switch (kind) {
    case 'text':
      return value;
    case 'integer':
      return `TRY_CAST(regexp_extract(${value}, ${text(WHOLE)}) AS BIGINT)`;
    case 'number':
      return decimal(value);
    case 'date':
      return `TRY_CAST(left(${value}, 10) AS DATE)`;
    case 'instant':
      return `TRY_CAST(${value} AS TIMESTAMPTZ)`;
    case 'chosen':
      return `list_contains(string_split(${value}, ' '), ${text(code)})`;
    case 'coordinate':
      return decimal(`split_part(${value}, ' ', ${place})`);
  }
}

function decimal(value: string): string {
  return `TRY_CAST(regexp_extract(${value}, ${text(DECIMAL)}) AS DOUBLE)`;
}

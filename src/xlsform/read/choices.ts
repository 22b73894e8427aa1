import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Code, CodeList } from '../../model/code-list.ts';
import type { Plain } from '../../model/facets.ts';
import { choiceTextColumns } from '../../vocabulary/columns.ts';
import { choiceColumnOf } from '../../vocabulary/spelt-headers.ts';
import { type Columns, nothingIn, type Spelling } from './columns.ts';
import { textsOf } from './facets.ts';
import type { Languages } from './languages.ts';
import { requireColumn } from './required.ts';
import type { ReadTable, TableRow } from './table.ts';

const TEXTS: ReadonlySet<string> = new Set(choiceTextColumns);

export const choiceSpelling: Spelling = { columnOf: choiceColumnOf, isText: (name) => TEXTS.has(name) };

export interface ReadLists {
  /** In the order in which they are first met. */
  readonly lists: ReadonlyMap<string, CodeList>;
  /** Whether the sheet lacks a heading, so that what its rows mean is not known. */
  readonly damaged: boolean;
}

/** The lists of a sheet of choices. */
export function readLists(
  table: ReadTable,
  columns: Columns,
  languages: Languages,
  repeats: boolean,
  report: Report,
): ReadLists {
  const { rows, place } = table;
  const needed = rows.length === 0 ? [] : ['list_name', 'name'];
  const missing = needed.filter((column) => !requireColumn(column, table, columns, report));
  const damaged = missing.length > 0;
  const lists = new Map<string, CodeList & { readonly codes: Code[] }>();
  for (const row of rows) {
    const cells = cellsOf(row, columns);
    const name = cells.get('list_name');
    if (!name) {
      if (!missing.includes('list_name'))
        report('choice-without-list', row.at, { row: row.at.row, sheet: place.sheet });
      continue;
    }
    const list = lists.get(name.string.text) ?? emptyList(name, repeats, damaged);
    if (!damaged) list.codes.push(codeOf(row, cells, columns, languages));
    lists.set(list.name, list);
  }
  return { lists, damaged };
}

function cellsOf({ cells }: TableRow, columns: Columns): ReadonlyMap<string, Plain> {
  return new Map(
    [...cells].flatMap(([header, plain]) => {
      const column = columns.get(header);
      return column && !TEXTS.has(column.name) ? [[column.name, plain] as const] : [];
    }),
  );
}

function emptyList(
  { string, origin }: Plain,
  repeats: boolean,
  damaged: boolean,
): CodeList & { readonly codes: Code[] } {
  return {
    name: string.text,
    as: undefined,
    label: undefined,
    definition: undefined,
    codes: [],
    damaged,
    parent: undefined,
    delivery: 'inline',
    repeats,
    country: 'fixed',
    origin,
  };
}

function codeOf(row: TableRow, cells: ReadonlyMap<string, Plain>, columns: Columns, languages: Languages): Code {
  const texts = [...textsOf(row, columns, languages)].filter(([name]) => TEXTS.has(name));
  return {
    name: cells.get('name') ?? nothingIn('name', row, columns),
    texts: Object.fromEntries(texts),
    attributes: new Map([...cells].filter(([name]) => name !== 'name' && name !== 'list_name')),
    special: undefined,
    exclusive: false,
    retired: undefined,
    origin: originAt(row.at),
  };
}

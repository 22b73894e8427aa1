import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Code, CodeList } from '../../model/code-list.ts';
import type { Plain } from '../../model/facets.ts';
import { choiceTextColumns } from '../../vocabulary/columns.ts';
import { choiceColumnOf } from '../../vocabulary/spelt-headers.ts';
import { plainAt } from './cell-text.ts';
import type { Columns, Spelling } from './columns.ts';
import { textsOf } from './facets.ts';
import type { Languages } from './languages.ts';
import type { ReadTable, TableRow } from './table.ts';

const TEXTS: ReadonlySet<string> = new Set(choiceTextColumns);

export const choiceSpelling: Spelling = { columnOf: choiceColumnOf, isText: (name) => TEXTS.has(name) };

/** The lists of a sheet of choices, in the order in which they are first met. */
export function readLists(
  { rows, place }: ReadTable,
  columns: Columns,
  languages: Languages,
  repeats: boolean,
  report: Report,
): ReadonlyMap<string, CodeList> {
  const lists = new Map<string, CodeList & { readonly codes: Code[] }>();
  for (const row of rows) {
    const cells = cellsOf(row, columns);
    const name = cells.get('list_name');
    if (!name) {
      report('choice-without-list', row.at, { row: row.at.row, sheet: place.sheet });
      continue;
    }
    const list = lists.get(name.string.text) ?? emptyList(name, repeats);
    list.codes.push(codeOf(row, cells, columns, languages));
    lists.set(list.name, list);
  }
  return lists;
}

function cellsOf({ cells }: TableRow, columns: Columns): ReadonlyMap<string, Plain> {
  return new Map(
    [...cells].flatMap(([header, plain]) => {
      const column = columns.get(header);
      return column && !TEXTS.has(column.name) ? [[column.name, plain] as const] : [];
    }),
  );
}

function emptyList({ string, origin }: Plain, repeats: boolean): CodeList & { readonly codes: Code[] } {
  return {
    name: string.text,
    as: undefined,
    label: undefined,
    definition: undefined,
    codes: [],
    damaged: false,
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
    name: cells.get('name') ?? plainAt('', row.at),
    texts: Object.fromEntries(texts),
    attributes: new Map([...cells].filter(([name]) => name !== 'name' && name !== 'list_name')),
    special: undefined,
    exclusive: false,
    retired: undefined,
    origin: originAt(row.at),
  };
}

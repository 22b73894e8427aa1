import type { Formula, Plain } from '../../model/facets.ts';
import type { Row } from '../../model/form.ts';
import { asFormula } from '../../model/parse.ts';
import { entityColumns, settingsColumns } from '../../vocabulary/settings.ts';
import { settingColumnOf, snakeCase } from '../../vocabulary/spelt-headers.ts';
import type { Columns, Spelling } from './columns.ts';
import type { ReadTable } from './table.ts';

export const settingSpelling: Spelling = {
  columnOf: settingColumnOf,
  isText: () => false,
  dropped: ['id_string', 'form_id'],
};

/** The settings of a form: the first row of their sheet. */
export function readSettings({ rows }: ReadTable, columns: Columns): Map<string, Plain | Formula> {
  const [first] = rows;
  return new Map(
    [...(first?.cells ?? [])].flatMap(([header, plain]) => {
      const name = columns.get(header)?.name;
      if (name === undefined) return [];
      return [[name, settingsColumns.get(name)?.kind === 'formula' ? asFormula(plain) : plain] as const];
    }),
  );
}

const ENTITY_FORMULAS: ReadonlySet<string> = new Set(['label', 'entity_id', 'create_if', 'update_if']);
export const entitySpelling: Spelling = {
  columnOf: (header) => {
    const word = snakeCase(header);
    return word === 'dataset' ? 'list_name' : entityColumns.find((column) => column === word);
  },
  isText: () => false,
};

/** The rows of a sheet by its headings; expressions of the entities sheet are read as such. */
export function readRows({ rows }: ReadTable, columns: Columns, isEntities = false): readonly Row[] {
  return rows.map(
    ({ cells }) =>
      new Map(
        [...cells].flatMap(([header, plain]) => {
          const name = columns.get(header)?.name;
          if (name === undefined) return [];
          return [[name, isEntities && ENTITY_FORMULAS.has(name) ? asFormula(plain) : plain] as const];
        }),
      ),
  );
}

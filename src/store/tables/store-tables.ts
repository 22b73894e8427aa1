import type { DataNode } from '../../model/columns/column.ts';
import type { Database } from '../duckdb.ts';
import type { KindOf } from './columns.ts';
import { type Table, tablesOf } from './plan.ts';

/** What a form leaves in its data, as a store knows it. */
export interface FormNodes {
  readonly form: string;
  readonly nodes: readonly DataNode[];
  readonly kindOf: KindOf;
}

/** The tables of a project, by the present form and the keys that its submissions came with. */
export async function storedTables(database: Database, project: string, form: FormNodes): Promise<readonly Table[]> {
  const rows = await database.rows(
    'SELECT inside, path, repeats FROM lexiform.paths WHERE project = $project ORDER BY ALL',
    { project },
  );
  const paths = rows.map(({ inside, path, repeats }) => ({
    inside: String(inside),
    path: String(path),
    repeats: repeats === true,
  }));
  return tablesOf({ ...form, paths });
}

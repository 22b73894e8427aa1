import { type Database, name as quoted } from '../duckdb.ts';
import { uniqueNames } from './names.ts';
import { type Table } from './plan.ts';
import { selectOf } from './sql.ts';

/** Makes the tables of a project anew, as views in a schema of its own. */
export async function writeViews(database: Database, project: string, tables: readonly Table[]): Promise<void> {
  await database.together(async () => {
    const schema = quoted(await schemaOf(database, project));
    await database.run(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await database.run(`CREATE SCHEMA ${schema}`);
    for (const table of tables)
      await database.run(`CREATE VIEW ${schema}.${quoted(table.name)} AS ${selectOf(table, project)}`);
  });
}

/** Names that are taken in every file. */
const TAKEN = ['lexiform', 'main', 'temp', 'store', 'information_schema', 'pg_catalog', 'memory', 'system'];

/** `kobo-prod/household` is `kobo_prod_household`, which nobody has to quote. */
async function schemaOf(database: Database, project: string): Promise<string> {
  const projects = await database.rows('SELECT project, schema_name FROM lexiform.projects');
  const known = projects.find((row) => row['project'] === project)?.['schema_name'];
  if (typeof known === 'string') return known;
  const others = projects.flatMap(({ schema_name: schema }) => (typeof schema === 'string' ? [schema] : []));
  const made = uniqueNames([...TAKEN, ...others])(project.replaceAll(/[^\p{L}\p{N}_]+/gu, '_'));
  await database.run('UPDATE lexiform.projects SET schema_name = $made WHERE project = $project', { made, project });
  return made;
}

import type { Report } from '../../diagnostics/collector.ts';
import type { OpenTable } from './open-table.ts';
import { tableLocation } from './table.ts';

/** The table of the submissions, then one for each repeat; what is none of them is told. Nothing where submissions are missing. */
export function sortTables(tables: readonly OpenTable[], report: Report): readonly OpenTable[] {
  const best = tables.toSorted((a, b) => b.known - a.known);
  const main = best.find(({ level, certain }) => level.key === '' && certain);
  const sorted = main === undefined ? [] : [main];
  for (const table of best) {
    if (table === main) continue;
    const problem = whyNotRead(table, sorted, main);
    if (problem === undefined) sorted.push(table);
    else report('table-not-read', tableLocation(table.table), { table: table.table.name, ...problem });
  }
  return sorted;
}

function whyNotRead(
  { level, certain, table }: OpenTable,
  taken: readonly OpenTable[],
  main: OpenTable | undefined,
): { readonly problem: string; readonly help: string } | undefined {
  const of = level.path.at(-1) ?? '';
  if (!certain) return NO_HEADINGS;
  if (main === undefined) return withoutMain(of);
  const other = taken.find((one) => one.level === level);
  if (other === undefined) return undefined;
  const what = level.key === '' ? 'submissions' : `entries of ${of}`;
  const where = other.table.oneOfSeveral || other.table.file === table.file ? other.table.name : other.table.file;
  return {
    problem: `${where} has ${what} as well, and more of the form's columns`,
    help: 'Put the rows of both into one, or check one after the other.',
  };
}

const NO_HEADINGS = {
  problem: 'none of its headings is a question of the form',
  help: 'Nothing needs to be done if it holds no answers. Else see that the form is the one that was filled in.',
};

function withoutMain(repeat: string): { readonly problem: string; readonly help: string } {
  return {
    problem: `it has entries of the repeat ${repeat}, and the submissions that they belong to are not here`,
    help: 'Give the table of the submissions together with it.',
  };
}

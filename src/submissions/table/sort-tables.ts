import type { Report } from '../../diagnostics/collector.ts';
import type { OpenTable } from './open-table.ts';
import { tableLocation } from './table.ts';

/** A table of submissions, and those of the repeats in it. */
export interface TableGroup {
  readonly main: OpenTable;
  readonly others: readonly OpenTable[];
}

/**
 * Which tables belong together: a workbook has one table of submissions, of several files each can be one, with the repeats
 * that are named after it. What is no table of the form is told. Nothing where submissions are missing.
 */
export function sortTables(tables: readonly OpenTable[], report: Report): readonly TableGroup[] {
  const best = tables.toSorted((a, b) => b.known - a.known);
  const submissions = best.filter(({ level, certain }) => level.key === '' && certain);
  const mains = submissions.filter(({ table }, index) => index === 0 || !table.oneOfSeveral);
  const groups = mains.map((main) => ({ main, others: [] as OpenTable[] }));
  for (const table of best.filter((each) => !mains.includes(each))) {
    const group = groupOf(table, groups);
    const problem = whyNotRead(table, group);
    if (problem === undefined) group?.others.push(table);
    else report('table-not-read', tableLocation(table.table), { table: table.table.name, ...problem });
  }
  return groups.toSorted((a, b) => tables.indexOf(a.main) - tables.indexOf(b.main));
}

/** `may-member.csv` belongs to `may.csv`. */
function groupOf<Group extends TableGroup>({ table }: OpenTable, groups: readonly Group[]): Group | undefined {
  const named = groups.filter(({ main }) => table.name.startsWith(main.table.name));
  return named.toSorted((a, b) => b.main.table.name.length - a.main.table.name.length)[0] ?? groups[0];
}

function whyNotRead(
  { level, certain, table }: OpenTable,
  group: TableGroup | undefined,
): { readonly problem: string; readonly help: string } | undefined {
  const of = level.path.at(-1) ?? '';
  if (!certain) return NO_HEADINGS;
  if (group === undefined) return withoutMain(of);
  const other = [group.main, ...group.others].find((one) => one.level === level);
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

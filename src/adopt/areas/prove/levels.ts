import { startOf } from '../../../core/location.ts';
import { listed } from '../../../diagnostics/quote.ts';
import { levelAbove } from '../places/chosen.ts';
import { ownLevel } from '../read/headings.ts';
import type { AreaTable } from '../read/table.ts';
import { placesOf, type Subject } from './subject.ts';

/** That no level is missing between others, and that each table tells the places above its own. */
export function proveLevels(subject: Subject, wished: ReadonlySet<number> | undefined): void {
  const { tables, gazetteer, chosen, report } = subject;
  for (const level of wished ?? []) {
    if (gazetteer.levels.has(level)) continue;
    const help = `It has: ${listed([...gazetteer.levels.keys()].map(String), 'and')}.`;
    report('area-level-missing', headingPlace(tables[0]), { problem: `The gazetteer has no level ${level}.`, help });
  }
  for (const table of tables) proveNamed(table, subject);
  if (!wished) proveGaps(subject);
  for (const level of chosen) proveLinked(level, subject);
}

/** Names without codes can be no list. */
function proveNamed(table: AreaTable, { tables, report }: Subject): void {
  for (const [level, { code, names }] of table.columns.levels) {
    const [first] = names;
    const isElsewhere = tables.some(({ columns }) => columns.levels.get(level)?.code !== undefined);
    if (code !== undefined || !first || isElsewhere || level === 0) continue;
    const problem = `Level ${level} has names, but no column of p-codes.`;
    const help = `Add the codes in a column ADM${level}_PCODE, or leave the level out: --levels`;
    report('area-level-missing', table.locate(table.headings, first.column), { problem, help });
  }
}

function proveGaps({ tables, gazetteer, report }: Subject): void {
  const found = [...gazetteer.levels.keys()];
  for (const [index, level] of found.entries()) {
    const next = found[index + 1] ?? level + 1;
    if (next === level + 1) continue;
    const table = tables.find(({ columns }) => columns.levels.has(next));
    const problem = `The gazetteer has the levels ${level} and ${next}, and nothing between them.`;
    const help = `Name the file with level ${level + 1} as well; where the country has no such level, say so: --levels ${found.filter((each) => each > 0).join(',')}`;
    report('area-level-missing', headingPlace(table, next), { problem, help });
  }
}

/** A level must be linked to the one above it, by a column of its own table or of one between them. */
function proveLinked(level: number, subject: Subject): void {
  const above = levelAbove(level, subject.chosen);
  if (above === undefined) return;
  const own = subject.tables.filter(({ columns }) => ownLevel(columns) === level);
  for (const table of own) {
    if (reaches(table, level, above, subject)) continue;
    const problem = `Nothing says in which place of level ${above} a place of level ${level} lies.`;
    const help = `Add the codes of level ${above} in a column ADM${above}_PCODE.`;
    subject.report('area-level-missing', headingPlace(table, level), { problem, help });
  }
}

function reaches(table: AreaTable, level: number, target: number, { tables }: Subject): boolean {
  const between = [...table.columns.levels].flatMap(([each, { code }]) =>
    code !== undefined && each >= target && each < level ? [each] : [],
  );
  if (between.includes(target)) return true;
  return between.some((each) =>
    tables.some(({ columns }) => ownLevel(columns) === each && columns.levels.get(target)?.code !== undefined),
  );
}

/** A level that no sheet is about holds only those places that have others below them. */
export function tellDerived(subject: Subject): void {
  const { tables, chosen, report } = subject;
  for (const level of chosen) {
    const lower = tables.find(({ columns }) => columns.levels.get(level)?.code !== undefined);
    if (!lower || tables.some(({ columns }) => ownLevel(columns) === level)) continue;
    const places = placesOf(subject, level).size;
    report('area-level-derived', headingPlace(lower, level), { level, below: ownLevel(lower.columns), places });
  }
}

function headingPlace(table: AreaTable | undefined, level?: number): ReturnType<AreaTable['locate']> {
  if (!table) return startOf({ path: '', text: '' });
  return table.locate(table.headings, table.columns.levels.get(level ?? ownLevel(table.columns))?.code ?? 0);
}

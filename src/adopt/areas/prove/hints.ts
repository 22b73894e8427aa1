import { dayOf } from '../places/ended.ts';
import { levelAbove, parentOf } from '../places/chosen.ts';
import { codePlace } from '../places/place.ts';
import { type AreaRow, type AreaTable, cleaned, textIn } from '../read/table.ts';
import { placesOf, type Subject } from './subject.ts';

/** What is no mistake, and good to know. */
export function tellHints(subject: Subject, kept: ReadonlySet<string>): void {
  for (const level of subject.chosen) {
    tellPrefixes(level, subject);
    tellEnded(level, subject);
  }
  for (const table of subject.tables) tellCleaned(table, subject);
  tellLeft(kept, subject);
}

/** Codes usually go on where those of their parents end, but need not: links are what counts. */
function tellPrefixes(level: number, subject: Subject): void {
  if (levelAbove(level, subject.chosen) === undefined) return;
  const places = [...placesOf(subject, level).values()];
  const others = places.filter((place) => !place.code.startsWith(parentOf(place, subject.chosen, subject.gazetteer)));
  const [first] = others;
  // Where no code does, the country has another habit.
  if (!first || others.length === places.length) return;
  const parent = parentOf(first, subject.chosen, subject.gazetteer);
  const params = { code: first.code, parent, level, count: others.length, places: places.length };
  subject.report('area-code-prefix', codePlace(first), params);
}

function tellEnded(level: number, subject: Subject): void {
  const ended = [...placesOf(subject, level).values()].filter((place) => place.ended !== undefined);
  const [first] = ended;
  if (!first) return;
  const { table, row } = first;
  const params = { codes: ended.map(({ code }) => code), level, day: dayOf(first.ended ?? '') };
  subject.report('area-ended', table.locate(row, table.columns.facts.get('validto') ?? 0), params);
}

/** Texts with blanks too many, or with letters that are put together of several signs, one finding a column. */
function tellCleaned(table: AreaTable, { chosen, report }: Subject): void {
  for (const [level, { code, names }] of table.columns.levels) {
    if (!chosen.includes(level)) continue;
    for (const column of [code, ...names.map((name) => name.column)]) {
      const rows = column === undefined ? [] : table.rows.filter((row) => isUnclean(row, column));
      const [first] = rows;
      if (!first || column === undefined) continue;
      const heading = textIn(table.headings, column);
      report('area-text-cleaned', table.locate(first, column), {
        heading,
        count: rows.length,
        text: textIn(first, column),
      });
    }
  }
}

function isUnclean({ cells }: AreaRow, column: number): boolean {
  const cell = cells[column] ?? '';
  return typeof cell === 'string' && cleaned(cell) !== cell;
}

/** Columns that became nothing, told once for all tables: whoever needs one can ask for it. */
function tellLeft(kept: ReadonlySet<string>, { tables, report }: Subject): void {
  const left = tables.flatMap((table) =>
    table.columns.others.flatMap((column) => {
      const name = textIn(table.headings, column);
      return kept.has(name.toLowerCase()) ? [] : [{ table, column, name }];
    }),
  );
  const [first] = left;
  if (!first) return;
  const names = [...new Set(left.map(({ name }) => name))];
  const what = names.length === 1 ? 'column' : 'columns';
  report('areas-left', first.table.locate(first.table.headings, first.column), { what, names });
}

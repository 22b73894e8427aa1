import { dayOf } from '../places/ended.ts';
import { type Fact, ownLevel } from '../read/headings.ts';
import { type AreaTable, textIn } from '../read/table.ts';

/** What is known of the gazetteer itself, as `source:` of a list has it. */
export type GazetteerFacts = ReadonlyMap<string, string>;

/** Which edition of which file a level was taken from: in its own table, or else in the first below it. */
export function gazetteerFacts(
  tables: readonly AreaTable[],
  level: number,
  edition: string | undefined,
): GazetteerFacts {
  const table =
    tables.find(({ columns }) => ownLevel(columns) === level) ??
    tables.find(({ columns }) => columns.levels.has(level));
  const facts = [
    ['standard', 'COD-AB'],
    ['file', table?.file.replaceAll('\\', '/').split('/').at(-1) ?? ''],
    ['version', edition ?? commonest(table, 'version')],
    ['date', dayOf(commonest(table, 'date'))],
    ['valid_on', dayOf(commonest(table, 'validon'))],
  ] as const;
  return new Map(facts.filter(([, value]) => value !== ''));
}

/** Single rows are corrected later than the rest of an edition. */
function commonest(table: AreaTable | undefined, fact: Fact): string {
  const column = table?.columns.facts.get(fact);
  if (!table || column === undefined) return '';
  const counts = new Map<string, number>();
  for (const row of table.rows) {
    const text = textIn(row, column);
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

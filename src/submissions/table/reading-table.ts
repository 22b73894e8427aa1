import type { Report } from '../../diagnostics/collector.ts';
import { blankWordsOf } from './blank-words.ts';
import { plainText } from './cell.ts';
import type { Fields } from './fields.ts';
import { type JoinKeys, joinKeys } from './join-keys.ts';
import { headingRowsOf } from './heading-rows.ts';
import { understand } from './headings.ts';
import type { Meaning, Understood } from './meaning.ts';
import { Notices } from './notices.ts';
import type { OpenTable } from './open-table.ts';
import { rowReader } from './row-reader.ts';
import { rowLocation, type TableRow } from './table.ts';

/** A table whose headings are understood, ready to be read. */
export interface ReadingTable extends OpenTable {
  /** How its entries find what they belong to; undefined for submissions, and where nothing tells. */
  readonly keys: JoinKeys | undefined;
  readonly understood: Understood;
  /** The rows of submissions or entries, without those that belong to the headings. */
  data(told: boolean): AsyncIterable<readonly TableRow[]>;
  read(row: TableRow): Fields;
  /** Tells what was counted. */
  end(): void;
}

/** @param joinedBy the table that its entries belong to, where it is one of a repeat */
export function readingTable(open: OpenTable, joinedBy: OpenTable | undefined, report: Report): ReadingTable {
  const { table, headings, headingRow, level } = open;
  const below = (index: number): readonly string[] =>
    open.sample.map(({ cells }) => plainText(cells[index] ?? '')).filter(Boolean);
  const keys = joinedBy && joinKeys(joinedBy, open);
  const understood = withJoin(understand(headings, level, below), keys);
  const rows = headingRowsOf(open, understood.meanings);
  for (const what of ['above', 'labels', 'hxl'] as const) {
    const [first] = rows[what];
    if (first !== undefined) report('heading-rows', rowLocation(table, first), { rows: rows[what], what });
  }
  const passed = new Set([...rows.labels, ...rows.hxl]);
  const sample = open.sample.filter(({ number }) => !passed.has(number));
  const notices = new Notices(table, headings, report);
  const words = blankWordsOf(sample, understood.meanings);
  return {
    ...open,
    keys,
    sample,
    understood,
    data: async function* data(told) {
      for await (const batch of table.rows(told))
        yield batch.filter(({ number }) => number > headingRow && !passed.has(number));
    },
    read: rowReader(table, understood, words, notices),
    end: () => notices.end(understood, level),
  };
}

/** A column that joins tables and means nothing else is no unknown one. */
function withJoin(understood: Understood, keys: JoinKeys | undefined): Understood {
  const meanings = understood.meanings.map((meaning, index): Meaning =>
    index === keys?.childIndex && meaning.kind === 'unknown' ? { kind: 'join' } : meaning,
  );
  return { ...understood, meanings };
}

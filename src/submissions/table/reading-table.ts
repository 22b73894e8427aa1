import type { Report } from '../../diagnostics/collector.ts';
import { blankWordsOf } from './blank-words.ts';
import { plainText } from './cell.ts';
import type { Fields } from './fields.ts';
import { headingRowsOf } from './heading-rows.ts';
import { understand } from './headings.ts';
import type { Understood } from './meaning.ts';
import { Notices } from './notices.ts';
import type { OpenTable } from './open-table.ts';
import { rowReader } from './row-reader.ts';
import { rowLocation, type TableRow } from './table.ts';

/** A table whose headings are understood, ready to be read. */
export interface ReadingTable extends OpenTable {
  readonly understood: Understood;
  /** The rows of submissions or entries, without those that belong to the headings. */
  data(told: boolean): AsyncIterable<readonly TableRow[]>;
  read(row: TableRow): Fields;
  /** Tells what was counted. */
  end(): void;
}

export function readingTable(open: OpenTable, report: Report): ReadingTable {
  const { table, headings, headingRow, level } = open;
  const below = (index: number): readonly string[] =>
    open.sample.map(({ cells }) => plainText(cells[index] ?? '')).filter(Boolean);
  const understood = understand(headings, level, below);
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

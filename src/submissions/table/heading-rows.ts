import { plainText } from './cell.ts';
import type { Meaning } from './meaning.ts';
import { namesOf } from './names.ts';
import type { OpenTable } from './open-table.ts';
import type { TableRow } from './table.ts';

/** Rows that are no submissions but belong to the headings, by their numbers. */
export interface HeadingRows {
  readonly above: readonly number[];
  readonly hxl: readonly number[];
  readonly labels: readonly number[];
}

/** So many rows below the headings can belong to them: HXL tags, labels. */
const MOST = 3;

export function headingRowsOf({ rowsAbove, sample, level }: OpenTable, meanings: readonly Meaning[]): HeadingRows {
  const names = namesOf(level);
  const hxl: number[] = [];
  const labels: number[] = [];
  for (const row of sample.slice(0, MOST)) {
    if (isHxl(row)) hxl.push(row.number);
    else if (repeatsHeadings(row, meanings, (text) => names(text).columns)) labels.push(row.number);
    else break;
  }
  return { above: rowsAbove, hxl, labels };
}

/** https://hxlstandard.org: tags begin with #, and stand alone in their row. */
function isHxl({ cells }: TableRow): boolean {
  const texts = cells.map(plainText).filter(Boolean);
  return texts.length > 0 && texts.every((text) => /^#[a-z]/i.test(text));
}

/** Whether most cells below questions have the label or the name of their question in them. */
function repeatsHeadings(
  { cells }: TableRow,
  meanings: readonly Meaning[],
  questions: (text: string) => readonly unknown[],
): boolean {
  let filled = 0;
  let repeated = 0;
  for (const [index, meaning] of meanings.entries()) {
    const text = plainText(cells[index] ?? '');
    if (meaning.kind !== 'answer' || text === '') continue;
    filled += 1;
    if (questions(text).includes(meaning.column)) repeated += 1;
  }
  return repeated > 0 && repeated * 2 >= filled && (repeated > 1 || filled === 1);
}

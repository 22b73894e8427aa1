import { isolate } from '../direction.ts';
import { sentence } from '../safe-text.ts';
import type { Style } from '../style.ts';
import { displayWidth, signsOf, signWidth } from '../width.ts';

const GAP = 3;
const WIDEST = 24;

/** A column of a table on the screen: its heading in two lines, and what it says of a row. */
export interface GridColumn<Row> {
  readonly above: string;
  readonly heading: string;
  readonly isNumber: boolean;
  readonly of: (row: Row) => string;
}

export function textColumn<Row>(heading: string, words: (row: Row) => string): GridColumn<Row> {
  return { above: '', heading, isNumber: false, of: (row) => cut(sentence(words(row))) };
}

/** Nothing is shown as a dash, what is not known as a question mark. */
export function numberColumn<Row>(
  above: string,
  heading: string,
  count: (row: Row) => number | undefined,
): GridColumn<Row> {
  const of = (row: Row): string => {
    const found = count(row);
    return found === undefined ? '?' : found === 0 ? '-' : String(found);
  };
  return { above, heading, isNumber: true, of };
}

export function grid<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[], style: Style): string {
  const headings = [columns.map(({ above }) => above), columns.map(({ heading }) => heading)];
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  const widths = columns.map((_, at) => Math.max(...[...headings, ...cells].map((row) => displayWidth(row[at] ?? ''))));
  const line = (row: readonly string[]): string =>
    columns
      .map(({ isNumber }, at) => padded(row[at] ?? '', widths[at] ?? 0, isNumber))
      .join(' '.repeat(GAP))
      .trimEnd();
  return [...headings.map((row) => style.faint(line(row))), ...cells.map(line)].map((each) => `${each}\n`).join('');
}

/** By what a text takes on the terminal; the marks that set it apart take nothing. */
function padded(text: string, width: number, isNumber: boolean): string {
  const blanks = ' '.repeat(Math.max(width - displayWidth(text), 0));
  return isNumber ? blanks + text : isolate(text) + blanks;
}

function cut(text: string): string {
  if (displayWidth(text) <= WIDEST) return text;
  let kept = '';
  let width = 1;
  for (const sign of signsOf(text)) {
    width += signWidth(sign.text);
    if (width > WIDEST) break;
    kept += sign.text;
  }
  return `${kept}…`;
}

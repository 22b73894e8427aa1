import type { SourceText } from '../core/location.ts';
import type { CsvProblem } from './csv-problem.ts';
import { scanRowsWith, type ScannedRow } from './csv-scan.ts';
import { separatorOf } from './csv-separator.ts';

/** A row of a table of any size. */
export interface StreamedRow {
  /** From 1, as Excel counts rows: blank ones too, and a row with line breaks in its cells as one. */
  readonly number: number;
  /** Without the blanks around those that stand in no quotation marks. */
  readonly cells: readonly string[];
  /** Mistakes in the quotation marks of this row. */
  readonly problems: readonly CsvProblem[];
  /** Whether a line end stands behind it. */
  readonly ended: boolean;
}

/** Thrown for a text of which nobody can say where its rows end. */
export class EndlessRow extends Error {
  override readonly name = 'EndlessRow';
}

/** So far a quotation mark may be from its partner; a cell of Excel has 32,767 characters. */
const FURTHEST_PARTNER = 1_000_000;
const LONGEST_ROW = 16_000_000;

/**
 * The rows of a text that comes in pieces, as `readCsv` reads them from a whole one, some at a time.
 * @throws EndlessRow
 */
export async function* streamRows(texts: AsyncIterable<string>): AsyncGenerator<readonly StreamedRow[]> {
  const reader = new RowReader();
  for await (const text of texts) {
    const rows = reader.take(text);
    if (rows.length > 0) yield rows;
  }
  yield reader.finish();
}

class RowReader {
  private separator: string | undefined;
  private text = '';
  private number = 0;
  /** How long the text must be before it is looked at again: a long row is not read anew with each piece. */
  private enough = 0;

  take(piece: string): readonly StreamedRow[] {
    this.text += piece;
    if (this.text.length < this.enough) return [];
    const rows = this.separator !== undefined || this.begin(false) ? this.scan(false) : [];
    this.enough = rows.length > 0 ? 0 : Math.min(this.text.length * 2, LONGEST_ROW + 1);
    if (this.text.length > LONGEST_ROW) throw new EndlessRow();
    return rows;
  }

  finish(): readonly StreamedRow[] {
    if (this.separator === undefined) this.begin(true);
    return this.scan(true);
  }

  /** The separator is told by the first row that is not blank. */
  private begin(isLast: boolean): boolean {
    const first = this.text.search(/\S/);
    if (!isLast && (first < 0 || this.text.slice(first).search(/[\r\n]/) < 0)) return false;
    const { separator, from } = separatorOf(this.text);
    this.separator = separator;
    this.text = this.text.slice(from);
    this.number = from > 0 ? 1 : 0;
    return true;
  }

  private scan(isLast: boolean): readonly StreamedRow[] {
    const source: SourceText = { path: '', text: this.text };
    const rows: StreamedRow[] = [];
    let done = 0;
    for (const row of scanRowsWith(source, this.separator ?? ',', 0, cellText)) {
      const next = row.at.end + lineEndAt(this.text, row.at.end);
      if (!isLast && !this.isWhole(row, next)) break;
      this.number += 1;
      rows.push({ number: this.number, cells: row.fields, problems: row.problems, ended: next > row.at.end });
      done = next;
    }
    this.text = this.text.slice(done);
    return rows;
  }

  /** What comes next may still belong to the row, or hold the partner of a quotation mark in it. */
  private isWhole({ at, problems }: ScannedRow<string>, next: number): boolean {
    const waits = problems.some(({ code }) => code === 'quote-not-closed');
    return next > at.end && next < this.text.length && !(waits && this.text.length - at.start < FURTHEST_PARTNER);
  }
}

function cellText({ text }: SourceText, start: number, end: number, quoted: boolean): string {
  const cell = text.slice(start, end);
  if (!quoted) return cell.trim();
  const whole = cell.includes('"') ? cell.replaceAll('""', '"') : cell;
  return whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole;
}

function lineEndAt(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2;
  return text[at] === '\r' || text[at] === '\n' ? 1 : 0;
}

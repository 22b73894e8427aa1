import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { columnLetters } from '../../formats/column-letters.ts';
import type { Level } from './levels.ts';
import type { Meaning, Understood } from './meaning.ts';
import { columnLocation, rowLocation, type Table, tableLocation } from './table.ts';

/** Counts what concerns columns as a whole while a table is read, and tells it once at the end. */
export class Notices {
  private readonly table: Table;
  private readonly headings: readonly string[];
  private readonly report: Report;
  /** By the place of the column: rows that have something there that is kept. */
  private readonly filled = new Map<number, number>();
  /** By the place of the column: rows with a label that stands for several codes. */
  private readonly severalCodes = new Map<number, number>();
  private readonly words = new Map<string, number>();
  private toldRow = 0;

  constructor(table: Table, headings: readonly string[], report: Report) {
    this.table = table;
    this.headings = headings;
    this.report = report;
  }

  fill(index: number): void {
    countUp(this.filled, index);
  }

  /** A cell to the right of all headings: in a text file its row is cut wrongly, in a sheet the column has no heading. */
  beyond(index: number, row: number): void {
    if (!this.table.isText) this.fill(index);
    else if (this.toldRow !== row) {
      this.toldRow = row;
      this.report('broken-row', rowLocation(this.table, row), tooMany(this.headings.length));
    }
  }

  labelOfSeveral(index: number): void {
    countUp(this.severalCodes, index);
  }

  blankWord(word: string): void {
    countUp(this.words, word);
  }

  detailsDiffer(row: number, path: string, choices: number, counts: 'parent' | 'details'): void {
    const question = path.slice(path.lastIndexOf('/') + 1);
    this.report('one-hot-differs', rowLocation(this.table, row, path), { question, choices, counts });
  }

  end({ meanings, trouble }: Understood, level: Level): void {
    const shared = new Map(trouble.shared.map(({ index, columns }) => [index, columns.map(({ key }) => key)]));
    const names = level.columns.map(({ column }) => column.name);
    for (const [index, meaning] of meanings.entries()) {
      const questions = shared.get(index);
      if (questions) this.report('shared-heading', this.at(index), { ...this.place(index), questions });
      else if (meaning.kind === 'unknown') this.tellUnknown(index, names);
      else if (meaning.kind === 'twin') this.tellTwin(index, meaning);
    }
    for (const index of this.filled.keys()) if (index >= meanings.length) this.tellUnknown(index, names);
    for (const [index, rows] of this.severalCodes)
      this.report('shared-choice-label', this.at(index), { ...this.place(index), rows });
    if (this.words.size > 0) this.tellWords();
  }

  private tellUnknown(index: number, names: readonly string[]): void {
    const place = this.place(index);
    const rows = this.filled.get(index) ?? 0;
    if (place.heading === '' && rows === 0) return;
    const suggestion = place.heading === '' ? undefined : suggest(place.heading, names);
    this.report('unknown-data-column', this.at(index), { ...place, rows, suggestion });
  }

  private tellTwin(index: number, { of, key }: Extract<Meaning, { kind: 'twin' }>): void {
    const { heading: other, column: otherColumn } = this.place(of);
    const rows = this.filled.get(index) ?? 0;
    this.report('repeated-column', this.at(index), { ...this.place(index), other, otherColumn, key, rows });
  }

  private tellWords(): void {
    const cells = [...this.words.values()].reduce((sum, count) => sum + count, 0);
    this.report('blank-words', tableLocation(this.table), { words: [...this.words.keys()], cells });
  }

  private place(index: number): { readonly heading: string; readonly column: string } {
    return { heading: (this.headings[index] ?? '').trim(), column: columnLetters(index + 1) };
  }

  private at(index: number): ReturnType<typeof columnLocation> {
    const { heading, column } = this.place(index);
    return columnLocation(this.table, column, heading);
  }
}

function tooMany(headings: number): { readonly problem: string; readonly help: string } {
  return {
    problem: `This row has more cells than the ${headings} headings of the table.`,
    help: 'Set the whole cell in quotation marks where its text has a separator or a quotation mark in it.',
  };
}

function countUp<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

import { columnLetters } from './column-letters.ts';
import { quote } from '../diagnostics/quote.ts';
import type { SourceText, TextLocation } from '../core/location.ts';

export type CsvProblemCode =
  | 'empty-file'
  | 'heading-missing'
  | 'heading-twice'
  | 'quote-not-closed'
  | 'stray-quote'
  | 'text-after-quote'
  | 'too-many-cells';

/** A mistake in a table, in the words of someone who knows it from Excel. The rows are read all the same. */
export interface CsvProblem {
  readonly code: CsvProblemCode;
  readonly message: string;
  readonly help: string;
  readonly location: TextLocation;
  /** The author's own words at that place, on one line and cut when long. */
  readonly seen: string;
  /** Another place that the message is about, such as the first of two equal headings. */
  readonly related?: TextLocation;
}

const DOUBLE_IT = 'In a cell that is set in quotation marks, write each quotation mark of the text twice: "".';
const SET_IN_QUOTES = 'Set the whole cell in quotation marks where its text has a separator or a quotation mark in it.';

export function emptyFile(location: TextLocation): CsvProblem {
  const message = 'The table is empty: it has no row of headings.';
  return problem('empty-file', location, message, 'Write the headings of the columns in the first row.');
}

export function headingMissing(location: TextLocation, column: number, cell: TextLocation): CsvProblem {
  const message = `Column ${columnLetters(column)} has no heading, but it holds ${inQuotes(wordsAt(cell))}.`;
  const help = 'Write a heading in the first row, or empty the column.';
  return { ...problem('heading-missing', location, message, help), seen: wordsAt(cell), related: cell };
}

export function headingTwice(location: TextLocation, columns: readonly number[], related: TextLocation): CsvProblem {
  const letters = columns.map(columnLetters).join(' and ');
  const message = `The heading ${inQuotes(wordsAt(location))} stands over two columns, ${letters}.`;
  const help = 'Rename one of the two, or remove its column.';
  return { ...problem('heading-twice', location, message, help), related };
}

export function quoteNotClosed(location: TextLocation): CsvProblem {
  const message = 'The quotation mark in front of this cell has no partner at the end of the cell.';
  const help = `Write one at the end of the cell, or remove this one. ${DOUBLE_IT}`;
  return problem('quote-not-closed', location, message, help);
}

export function textAfterQuote(location: TextLocation): CsvProblem {
  const words = inQuotes(wordsAt(location));
  const message = `The text ${words} comes after the quotation mark that ends this cell.`;
  return problem('text-after-quote', location, message, DOUBLE_IT);
}

export function strayQuote(location: TextLocation, cells: number, headings: number): CsvProblem {
  const message = `This quotation mark stands inside a cell, and its row has ${counts(cells, headings)}.`;
  return problem('stray-quote', location, message, `${SET_IN_QUOTES} ${DOUBLE_IT}`);
}

export function tooManyCells(location: TextLocation, cells: number, headings: number): CsvProblem {
  const message = `This row has ${counts(cells, headings)}; ${inQuotes(wordsAt(location))} belongs to no column.`;
  return problem('too-many-cells', location, message, `${SET_IN_QUOTES} Or write a heading over the last cells.`);
}

export function locationIn(source: SourceText, start: number, end: number): TextLocation {
  return { kind: 'text', source, start, end };
}

function problem(code: CsvProblemCode, location: TextLocation, message: string, help: string): CsvProblem {
  return { code, message, help, location, seen: wordsAt(location) };
}

function counts(cells: number, headings: number): string {
  return `${cells} cells where the first row has ${headings} ${headings === 1 ? 'heading' : 'headings'}`;
}

const LONGEST = 60;

function wordsAt({ source, start, end }: TextLocation): string {
  const words = source.text
    .slice(start, Math.min(end, start + LONGEST))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return end > start + LONGEST ? `${words}…` : words;
}

function inQuotes(words: string): string {
  return quote(words);
}

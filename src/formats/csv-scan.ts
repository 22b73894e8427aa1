// By hand and not by csv-parse, which tells the bytes of a record but not where each of its fields stands.
import type { SourceText, TextLocation } from '../core/location.ts';
import { CsvField } from './csv-field.ts';
import { type CsvProblem, locationIn, quoteNotClosed, textAfterQuote } from './csv-problem.ts';

/** One row as it stands in the file: its fields, and its place without the line end. */
export interface ScannedRow<Field = CsvField> {
  readonly fields: readonly Field[];
  readonly at: TextLocation;
  /** Mistakes in the quotation marks of this row. */
  readonly problems: readonly CsvProblem[];
}

const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0xa0]);

/** Makes a field of the text between two offsets; `quoted` where quotation marks stand around it. */
export type MakeField<Field> = (source: SourceText, start: number, end: number, quoted: boolean) => Field;

interface Scanner<Field> {
  readonly source: SourceText;
  readonly separator: number;
  readonly make: MakeField<Field>;
  at: number;
  problems: CsvProblem[];
}

/** The rows from an offset on, one at a time, each field with its place. */
export function scanRows(source: SourceText, separator: string, from: number): Generator<ScannedRow> {
  return scanRowsWith(source, separator, from, (...place) => new CsvField(...place));
}

/** The same with fields of another making, where their places are not wanted. */
export function* scanRowsWith<Field>(
  source: SourceText,
  separator: string,
  from: number,
  make: MakeField<Field>,
): Generator<ScannedRow<Field>> {
  const scanner: Scanner<Field> = { source, separator: separator.charCodeAt(0), make, at: from, problems: [] };
  while (scanner.at < source.text.length) {
    const start = scanner.at;
    scanner.problems = [];
    const fields = scanFields(scanner);
    const at = locationIn(source, start, scanner.at);
    skipLineEnd(scanner);
    yield { fields, at, problems: scanner.problems };
  }
}

function scanFields<Field>(scanner: Scanner<Field>): Field[] {
  const fields = [scanField(scanner)];
  while (codeAt(scanner, scanner.at) === scanner.separator) {
    scanner.at++;
    fields.push(scanField(scanner));
  }
  return fields;
}

/** Blanks in front of a quotation mark count nothing, as blanks around a text count nothing. */
function scanField<Field>(scanner: Scanner<Field>): Field {
  const first = skipBlanks(scanner, scanner.at);
  return codeAt(scanner, first) === QUOTE ? scanQuoted(scanner, first) : scanPlain(scanner, scanner.at);
}

function scanPlain<Field>(scanner: Scanner<Field>, start: number): Field {
  scanner.at = endOfField(scanner, start);
  return scanner.make(scanner.source, start, scanner.at, false);
}

function scanQuoted<Field>(scanner: Scanner<Field>, open: number): Field {
  const { source } = scanner;
  const close = closingQuote(source.text, open + 1);
  const after = close < 0 ? -1 : skipBlanks(scanner, close + 1);
  if (close >= 0 && isEnd(scanner, after)) {
    scanner.at = after;
    return scanner.make(source, open + 1, close, true);
  }
  if (close < 0 || opensAnother(scanner, open, close)) return scanUnclosed(scanner, open);
  scanner.at = endOfField(scanner, after);
  scanner.problems.push(textAfterQuote(locationIn(source, after, trimmedEnd(source.text, after, scanner.at))));
  return scanner.make(source, open, scanner.at, true);
}

/** What was swallowed up to the next quotation mark is read again from the line below. */
function scanUnclosed<Field>(scanner: Scanner<Field>, open: number): Field {
  scanner.problems.push(quoteNotClosed(locationIn(scanner.source, open, open + 1)));
  return scanPlain(scanner, open + 1);
}

/** Whether a quotation mark that seems to close a cell in a line further down really opens one there. */
function opensAnother(scanner: Scanner<unknown>, open: number, close: number): boolean {
  const before = codeAt(scanner, close - 1);
  if (before !== scanner.separator && before !== LF && before !== CR) return false;
  return endOfLine(scanner.source.text, open) < close;
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function endOfField(scanner: Scanner<unknown>, from: number): number {
  let at = from;
  while (!isEnd(scanner, at)) at++;
  return at;
}

function isEnd(scanner: Scanner<unknown>, at: number): boolean {
  const code = codeAt(scanner, at);
  return code === scanner.separator || code === LF || code === CR || Number.isNaN(code);
}

function skipBlanks(scanner: Scanner<unknown>, from: number): number {
  let at = from;
  while (BLANKS.has(codeAt(scanner, at)) && codeAt(scanner, at) !== scanner.separator) at++;
  return at;
}

function skipLineEnd(scanner: Scanner<unknown>): void {
  const code = codeAt(scanner, scanner.at);
  if (code === CR && codeAt(scanner, scanner.at + 1) === LF) scanner.at += 2;
  else if (code === CR || code === LF) scanner.at++;
}

function endOfLine(text: string, from: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = from;
  return rest.exec(text)?.index ?? text.length;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function codeAt(scanner: Scanner<unknown>, at: number): number {
  return scanner.source.text.charCodeAt(at);
}

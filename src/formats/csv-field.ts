import type { SourceText, TextLocation } from '../core/location.ts';
import type { Piece, SourceString } from '../source/source-string.ts';

// What two characters of a quoted field stand for one: a doubled quotation mark, and a line break as Windows has it.
const ESCAPES = /""|\r\n?/g;

/**
 * The text of one field and its place. The pieces are made on demand: a table of 100,000 rows has too many fields for
 * each to hold four objects.
 */
export class CsvField implements SourceString {
  readonly text: string;
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
  /** Whether the field stands in quotation marks, and so doubles those of its text. */
  readonly quoted: boolean;

  /** Blanks around the text are left out of it and of its place. */
  constructor(source: SourceText, start: number, end: number, quoted: boolean) {
    const raw = source.text.slice(start, end);
    const text = raw.trim();
    this.source = source;
    this.start = text === '' ? start : start + raw.length - raw.trimStart().length;
    this.end = this.start + text.length;
    this.quoted = quoted;
    this.text = withPlainBlanks(quoted ? text.replaceAll(ESCAPES, unescaped) : text);
  }

  get pieces(): readonly Piece[] {
    const linear = this.text.length === this.end - this.start;
    const map = linear ? 'linear' : offsets(this.source.text, this.start, this.text.length);
    return [{ text: this.text, at: this.at, map }];
  }

  get at(): TextLocation {
    return { kind: 'text', source: this.source, start: this.start, end: this.end };
  }
}

/** Where each character of a quoted field begins in the file, and where the last one ends. */
function offsets(text: string, start: number, length: number): Uint32Array {
  const map = new Uint32Array(length + 1);
  let at = start;
  for (let index = 0; index < length; index++) {
    map[index] = at;
    const two = text[at] === '"' ? text[at + 1] === '"' : text[at] === '\r' && text[at + 1] === '\n';
    at += two ? 2 : 1;
  }
  map[length] = at;
  return map;
}

function unescaped(pair: string): string {
  return pair === '""' ? '"' : '\n';
}

/** No-break spaces come with texts pasted from Word or the web; pyxform turns them into blanks as well. */
function withPlainBlanks(text: string): string {
  return text.includes('\u00A0') ? text.replaceAll('\u00A0', ' ') : text;
}

import { isMap } from 'yaml';
import { type SourceText, startOf, type TextLocation } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { createHolder } from '../../diagnostics/holder.ts';
import type { Entry, EntryPair, MapEntry } from '../entry.ts';
import { typed } from '../source-string.ts';
import type { Conversion } from './conversion.ts';
import { convert, DEEPEST } from './convert.ts';
import { firstError, readDocuments } from './library.ts';

/** How far a file has been read: `at` is where a line begins, or where a value does. */
interface Reading {
  readonly conversion: Conversion;
  readonly text: string;
  at: number;
}

const BLANKS = / */y;
/** A key without any sign of YAML, and the blanks after its colon. */
const KEY = /[A-Za-z0-9_][\w.-]{0,99}:(?: +|(?=\r?\n|$))/y;
/** What begins with no sign of YAML, to the end of the line. */
const TEXT = /[^\s\-?:,[\]{}#&*!|>'"%@`][^\r\n]*/y;
/** What is no text, but a key or a comment. */
const SIGN = /:(?:\s|$)|\s#/;
const LINE_END = /\r?\n|$/y;
/** A line that holds nothing, or a comment. */
const EMPTY_LINE = / *(?:#[^\r\n]*)?\r?\n| *(?:#[^\r\n]*)?$/y;
const LINE = /[^\n]*(?:\n|$)/y;

/** Something that the library is to read. */
const OTHER = Symbol('other');

/**
 * Reads a file line by line, as most of a large dictionary is written: keys, and texts of one line. What else stands behind a
 * key (quotes, brackets, lists, long texts) the YAML library reads, key by key. For 10,000 questions that takes a tenth of
 * the time that the library takes for the whole files, and holds no more than what was read.
 *
 * @returns undefined where it is not certain that the library would read the whole file so, as where it has a mistake
 */
export function readPlainLines(source: SourceText, report: Report): MapEntry | undefined {
  const held = createHolder();
  const conversion: Conversion = { source, report: held.report, masks: [], flow: false };
  const reading: Reading = { conversion, text: source.text, at: 0 };
  const indent = nextIndent(reading);
  const root = indent === undefined ? undefined : readMap(reading, indent, 0);
  if (!root || nextIndent(reading) !== undefined) return undefined;
  held.tell(report);
  return root;
}

/** How far the next line that is not empty is indented; undefined at the end of the file. */
function nextIndent(reading: Reading): number | undefined {
  while (reading.at < reading.text.length && skip(reading, EMPTY_LINE));
  return reading.at < reading.text.length ? lengthAt(reading, BLANKS) : undefined;
}

/** The length of what matches from here on, or from a little further; undefined where nothing does. */
function lengthAt({ text, at }: Reading, pattern: RegExp, ahead = 0): number | undefined {
  pattern.lastIndex = at + ahead;
  return pattern.test(text) ? pattern.lastIndex - at - ahead : undefined;
}

function skip(reading: Reading, pattern: RegExp): boolean {
  const length = lengthAt(reading, pattern);
  reading.at += length ?? 0;
  return length !== undefined;
}

/** The keys that stand below each other from here on, indented alike. */
function readMap(reading: Reading, indent: number, depth: number): MapEntry | undefined {
  if (depth > DEEPEST) return undefined;
  const { source } = reading.conversion;
  const pairs: EntryPair[] = [];
  const start = reading.at + indent;
  let next: number | undefined = indent;
  for (; next === indent; next = nextIndent(reading)) {
    const read = readPair(reading, indent, depth);
    if (!read) return undefined;
    pairs.push(...read);
  }
  const end = pairs.at(-1)?.value.location.end ?? start;
  return { kind: 'map', location: { kind: 'text', source, start, end }, pairs };
}

/** A key with its value; none where that was refused, which was reported. */
function readPair(reading: Reading, indent: number, depth: number): readonly EntryPair[] | undefined {
  const { source } = reading.conversion;
  const line = reading.at;
  const start = line + indent;
  reading.at = start;
  if (!skip(reading, KEY)) return undefined;
  const end = reading.text.indexOf(':', start);
  const value = readValue(reading, indent, depth);
  if (value === OTHER) return readOther(reading, line, indent, depth);
  const keyLocation: TextLocation = { kind: 'text', source, start, end };
  return value && [{ key: typed(reading.text.slice(start, end), keyLocation), keyLocation, value }];
}

function readValue(reading: Reading, indent: number, depth: number): Entry | typeof OTHER | undefined {
  const start = reading.at;
  if (lengthAt(reading, TEXT) !== undefined) return readText(reading, indent);
  if (!skip(reading, LINE_END)) return OTHER;
  const next = nextIndent(reading);
  if (next !== undefined && (next > indent || isDash(reading, next, indent))) {
    return lengthAt(reading, KEY, next) === undefined ? OTHER : readMap(reading, next, depth + 1);
  }
  return { kind: 'blank', location: { kind: 'text', source: reading.conversion.source, start, end: start } };
}

/** A list may begin in the column of its key. */
function isDash({ text, at }: Reading, next: number, indent: number): boolean {
  return next === indent && text[at + next] === '-';
}

/** A text of one line. The library joins one that goes on in the next. */
function readText(reading: Reading, indent: number): Entry | typeof OTHER {
  const start = reading.at;
  const line = reading.text.slice(start, start + (lengthAt(reading, TEXT) ?? 0));
  if (SIGN.test(line)) return OTHER;
  reading.at += line.length;
  if (!skip(reading, LINE_END) || (nextIndent(reading) ?? 0) > indent) return OTHER;
  const text = /[ \t]$/.test(line) ? line.replace(/[ \t]+$/, '') : line;
  const location = { kind: 'text', source: reading.conversion.source, start, end: start + text.length } as const;
  return { kind: 'text', string: typed(text, location), location, style: 'plain' };
}

/** A key with whatever stands behind and below it. */
function readOther(reading: Reading, line: number, indent: number, depth: number): readonly EntryPair[] | undefined {
  reading.at = line;
  do skip(reading, LINE);
  while (reading.at < reading.text.length && isBelow(reading, indent));
  const documents = readDocuments(reading.text.slice(line, reading.at), line);
  const contents = documents?.[0]?.contents;
  if (documents?.length !== 1 || firstError(documents) || !isMap(contents) || contents.items.length !== 1)
    return undefined;
  const entry = convert(contents, reading.conversion, startOf(reading.conversion.source), depth);
  return entry.kind === 'map' ? entry.pairs : undefined;
}

/**
 * Whether a line belongs to a key that is indented so far. A comment that stands further to the left ends it: the library
 * takes some of what follows one for a mistake.
 */
function isBelow(reading: Reading, indent: number): boolean {
  const next = lengthAt(reading, BLANKS) ?? 0;
  return next > indent || isDash(reading, next, indent) || /[\r\n]/.test(reading.text[reading.at + next] ?? '');
}

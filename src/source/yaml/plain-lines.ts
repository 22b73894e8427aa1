import { isCollection } from 'yaml';
import { inWholeFile, type SourceText, startOf, type TextLocation } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { createHolder } from '../../diagnostics/holder.ts';
import type { Entry, EntryPair, ListEntry, MapEntry } from '../entry.ts';
import { typed } from '../source-string.ts';
import type { Conversion } from './conversion.ts';
import { convert, DEEPEST } from './convert.ts';
import { firstError, readDocuments } from './library.ts';
import { type Parts, partsOf } from './kept-parts.ts';
import { isDash, lengthAt, nextIndent, type Reading, skip, skipWhole } from './line-reading.ts';

/** A key without any sign of YAML, and the blanks after its colon. */
const KEY = /[A-Za-z0-9_][\w.-]{0,99}:(?: +|(?=\r?\n|$))/y;
/** What an item of a list begins with. */
const DASH = /- +/y;
/** What begins with no sign of YAML, to the end of the line. */
const TEXT = /[^\s\-?:,[\]{}#&*!|>'"%@`][^\r\n]*/y;
/** What is no text, but a key or a comment. */
const SIGN = /:(?:\s|$)|\s#/;
const LINE_END = /\r?\n|$/y;

/** How deep the definitions of a section stand. */
const DEFINITIONS = 1;

/** Something that the library is to read. */
const OTHER = Symbol('other');

/**
 * Reads a file line by line, as most of a large dictionary is written: keys, lists, and texts of one line. What else stands
 * behind a key or a dash (quotes, brackets, long texts) the YAML library reads, one by one. For 10,000 questions that takes a
 * tenth of the time that the library takes for the whole files, and holds no more than what was read.
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

/** The keys that stand below each other from here on, indented alike. */
function readMap(reading: Reading, indent: number, depth: number): MapEntry | undefined {
  if (depth >= DEEPEST) return undefined;
  const { source } = reading.conversion;
  const pairs: EntryPair[] = [];
  const start = reading.at + indent;
  let next: number | undefined = indent;
  const parts = depth === DEFINITIONS ? partsOf(source) : undefined;
  for (; next === indent; next = nextIndent(reading)) {
    const read = parts ? readPart(reading, parts, indent, depth) : readPair(reading, indent, depth);
    if (!read) return undefined;
    pairs.push(...read);
  }
  const last = pairs.at(-1)?.value.location;
  const end = last ? inWholeFile(last).end : start;
  return { kind: 'map', location: { kind: 'text', source, start, end }, pairs };
}

/** The same for a definition, which stays the same thing while what stands around it changes. */
function readPart(reading: Reading, parts: Parts, indent: number, depth: number): readonly EntryPair[] | undefined {
  const { conversion, at } = reading;
  skipWhole(reading, indent, 'key');
  return parts.read(reading.text.slice(at, reading.at), at, conversion.report, (source, report) => {
    const inside: Reading = { conversion: { ...conversion, source, report }, text: source.text, at: 0 };
    const pairs = readPair(inside, indent, depth);
    return pairs && nextIndent(inside) === undefined ? pairs : undefined;
  });
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
  if (value === OTHER) {
    const entry = readOther(reading, line, indent, 'key', depth);
    return entry?.kind === 'map' ? entry.pairs : undefined;
  }
  const keyLocation: TextLocation = { kind: 'text', source, start, end };
  return value && [{ key: typed(reading.text.slice(start, end), keyLocation), keyLocation, value }];
}

function readValue(reading: Reading, indent: number, depth: number): Entry | typeof OTHER | undefined {
  const start = reading.at;
  if (lengthAt(reading, TEXT) !== undefined) return readText(reading, indent);
  if (!skip(reading, LINE_END)) return OTHER;
  const next = nextIndent(reading);
  if (next !== undefined && (next > indent || isDash(reading, next, indent))) {
    if (isDash(reading, next, next)) return readList(reading, next, depth + 1);
    return lengthAt(reading, KEY, next) === undefined ? OTHER : readMap(reading, next, depth + 1);
  }
  return { kind: 'blank', location: { kind: 'text', source: reading.conversion.source, start, end: start } };
}

/** The items that stand below each other from here on, indented alike. */
function readList(reading: Reading, indent: number, depth: number): ListEntry | undefined {
  if (depth >= DEEPEST) return undefined;
  const { source } = reading.conversion;
  const items: Entry[] = [];
  const start = reading.at + indent;
  for (let next: number | undefined = indent; isDash(reading, next, indent); next = nextIndent(reading)) {
    const item = readItem(reading, indent, depth);
    if (!item) return undefined;
    items.push(item);
  }
  const end = items.at(-1)?.location.end ?? start;
  return { kind: 'list', location: { kind: 'text', source, start, end }, items };
}

function readItem(reading: Reading, indent: number, depth: number): Entry | undefined {
  const line = reading.at;
  const column = indent + (lengthAt(reading, DASH, indent) ?? 0);
  if (lengthAt(reading, KEY, column) !== undefined) return readMap(reading, column, depth + 1);
  reading.at += column;
  const text = lengthAt(reading, TEXT) === undefined ? OTHER : readText(reading, indent);
  if (text !== OTHER) return text;
  const entry = readOther(reading, line, indent, 'item', depth);
  return entry?.kind === 'list' && entry.items.length === 1 ? entry.items[0] : undefined;
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

/** A key or an item with whatever stands behind and below it: a map or a list that holds nothing else. */
function readOther(
  reading: Reading,
  line: number,
  indent: number,
  of: 'key' | 'item',
  depth: number,
): Entry | undefined {
  reading.at = line;
  skipWhole(reading, indent, of);
  // Where the first key of an item stands in the line of its dash, the item is not asked for.
  const text = ' '.repeat(indent) + reading.text.slice(line + indent, reading.at);
  const documents = readDocuments(text, line);
  const contents = documents?.[0]?.contents;
  if (documents?.length !== 1 || firstError(documents) || !isCollection(contents) || contents.items.length !== 1)
    return undefined;
  return convert(contents, reading.conversion, startOf(reading.conversion.source), depth);
}

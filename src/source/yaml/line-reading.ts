import type { Conversion } from './conversion.ts';

/** How far a file has been read: `at` is where a line begins, or where a value does. */
export interface Reading {
  readonly conversion: Conversion;
  readonly text: string;
  at: number;
}

const BLANKS = / */y;
/** A line that holds nothing, or a comment. */
const EMPTY_LINE = / *(?:#[^\r\n]*)?\r?\n| *(?:#[^\r\n]*)?$/y;
const LINE = /[^\n]*(?:\n|$)/y;

/** The length of what matches from here on, or from a little further; undefined where nothing does. */
export function lengthAt({ text, at }: Reading, pattern: RegExp, ahead = 0): number | undefined {
  pattern.lastIndex = at + ahead;
  return pattern.test(text) ? pattern.lastIndex - at - ahead : undefined;
}

export function skip(reading: Reading, pattern: RegExp): boolean {
  const length = lengthAt(reading, pattern);
  reading.at += length ?? 0;
  return length !== undefined;
}

/** How far the next line that is not empty is indented; undefined at the end of the file. */
export function nextIndent(reading: Reading): number | undefined {
  while (reading.at < reading.text.length && skip(reading, EMPTY_LINE));
  return reading.at < reading.text.length ? lengthAt(reading, BLANKS) : undefined;
}

/** Whether the line has an item of a list that begins in this column. */
export function isDash({ text, at }: Reading, next: number | undefined, indent: number): boolean {
  return next === indent && text[at + next] === '-';
}

/** Goes past this line and all that belong to it: those that are indented further, and for a key the list in its column. */
export function skipWhole(reading: Reading, indent: number, of: 'key' | 'item'): void {
  do skip(reading, LINE);
  while (reading.at < reading.text.length && isBelow(reading, indent, of));
}

/**
 * Whether a line belongs to a key or an item that is indented so far. A comment that stands further to the left ends it: the
 * library takes some of what follows one for a mistake.
 */
function isBelow(reading: Reading, indent: number, of: 'key' | 'item'): boolean {
  const next = lengthAt(reading, BLANKS) ?? 0;
  const goesOn = next > indent || (of === 'key' && isDash(reading, next, indent));
  return goesOn || /[\r\n]/.test(reading.text[reading.at + next] ?? '');
}

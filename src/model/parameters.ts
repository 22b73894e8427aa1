import type { Range } from '../core/range.ts';
import { caseSensitiveParameters } from '../vocabulary/parameters.ts';

/** One `key=value` of a parameters cell, as the converter reads it: key and value in small letters. */
export interface ParameterPair {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Range;
  readonly valueSpan: Range;
}

/** A word without `=`, a `=` without a key or a value, or `a=b=c`. */
export type ParameterFault = 'alone' | 'no-key' | 'no-value' | 'second-equals';

export interface ReadParameters {
  readonly pairs: readonly ParameterPair[];
  readonly faults: readonly Fault[];
}

interface Fault {
  readonly kind: ParameterFault;
  readonly span: Range;
}

interface Word extends Range {
  readonly text: string;
}

const WORDS = /=|[^\s=,;]+/g;

/** Reads `key=value key=value` as pyxform 4.5.0 does: blanks, commas and semicolons part the pairs. */
export function readParameters(text: string): ReadParameters {
  const words = [...text.matchAll(WORDS)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  const pairs: ParameterPair[] = [];
  const faults: Fault[] = [];
  let at = 0;
  while (at < words.length) {
    const read = readPair(words, at);
    if ('key' in read.found) pairs.push(read.found);
    else addFault(faults, read.found, pairs);
    at = read.next;
  }
  return { pairs, faults };
}

/** Words without `=` that follow each other are one mistake. */
function addFault(faults: Fault[], fault: Fault, pairs: readonly ParameterPair[]): void {
  const last = faults.at(-1);
  const parted = last && (pairs.at(-1)?.keySpan.start ?? 0) > last.span.start;
  if (last?.kind !== 'alone' || fault.kind !== 'alone' || parted === true) faults.push(fault);
  else faults[faults.length - 1] = { kind: 'alone', span: { start: last.span.start, end: fault.span.end } };
}

type Found = ParameterPair | Fault;

function readPair(words: readonly Word[], at: number): { readonly found: Found; readonly next: number } {
  const [first, equals, value, more] = words.slice(at, at + 4);
  if (!first) throw new RangeError('there is no word to read');
  const fault = (kind: ParameterFault, count: number): ReturnType<typeof readPair> => {
    const last = endOfRun(words, at + count - 1);
    return { found: { kind, span: { start: first.start, end: words[last]?.end ?? first.end } }, next: last + 1 };
  };
  if (first.text === '=') return fault('no-key', 1);
  if (equals?.text !== '=') return fault('alone', 1);
  if (value?.text === '=') return fault('second-equals', 3);
  // In `rows= app=x` the word after `=` begins the next pair.
  if (!value || (more?.text === '=' && value.start > equals.end)) return fault('no-value', 2);
  if (more?.text === '=') return fault('second-equals', 4);
  return { found: pairOf(first, value), next: at + 3 };
}

/** The last of the words that stand together without a blank or comma: `a=b=c` is one mistake. */
function endOfRun(words: readonly Word[], from: number): number {
  let last = from;
  while (words[last + 1]?.start === words[last]?.end && words[last + 1]) last += 1;
  return last;
}

function pairOf(key: Word, value: Word): ParameterPair {
  const name = key.text.toLowerCase();
  return {
    key: name,
    value: caseSensitiveParameters.has(name) ? value.text : value.text.toLowerCase(),
    keySpan: { start: key.start, end: key.end },
    valueSpan: { start: value.start, end: value.end },
  };
}

/** The same pairs as one line that every converter reads alike. */
export function writtenParameters({ pairs }: ReadParameters, text: string): string {
  return pairs.map(({ key, valueSpan }) => `${key}=${text.slice(valueSpan.start, valueSpan.end)}`).join(' ');
}

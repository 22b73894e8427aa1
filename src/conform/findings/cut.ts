import { letterBoundary } from '../../core/letter-boundary.ts';

/** Longer words of data are cut where they are kept: nobody reads them in a report. */
const LONGEST_ANSWER = 1000;
const LONGEST_SENTENCE = 2000;
const LONGEST_NAME = 300;

/** An answer, cut where it is long, with a mark that says how long it was. */
export function cutAnswer(text: string): string {
  return cut(text, LONGEST_ANSWER);
}

export function cutSentence(text: string): string {
  return cut(text, LONGEST_SENTENCE);
}

/** An id, a name, a path or an address. */
export function cutName(text: string): string {
  return cut(text, LONGEST_NAME);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, letterBoundary(text, longest))}… (cut, ${text.length} characters)`;
}

/** A text that keeps nothing else in memory: a part of a text that was read would keep the whole of it. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
